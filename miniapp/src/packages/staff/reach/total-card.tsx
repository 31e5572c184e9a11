import type { Reach } from '@anjiao/shared/contract/subscriptions'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Ring } from '../../../ui/charts'
import { Figure, Figures } from '../../../ui/figure'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

/** How many homes of the whole community WeChat reaches. */
export function TotalCard({ buildings }: { buildings: readonly Reach[] }) {
  const total = (of: (reach: Reach) => number) => buildings.reduce((sum, each) => sum + of(each), 0)
  const homes = total((each) => each.homes)
  const withCredit = total((each) => each.withCredit)
  return (
    <Card title={texts.total}>
      <Stack>
        <Ring label={texts.share} percent={homes > 0 ? Math.round((withCredit * 100) / homes) : 0} />
        <Figures label={texts.total}>
          <Figure label={texts.homes} value={texts.homesOf(homes)} />
          <Figure label={texts.bound} value={texts.homesOf(total((each) => each.bound))} />
          <Figure label={texts.withCredit} value={texts.homesOf(withCredit)} tone="good" />
        </Figures>
        <Note>{texts.credits(total((each) => each.credits))}</Note>
        <Note>{texts.how}</Note>
      </Stack>
    </Card>
  )
}
