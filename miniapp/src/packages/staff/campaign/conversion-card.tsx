import { formatDate } from '@anjiao/shared/calendar'
import type { CampaignProgress } from '@anjiao/shared/contract/campaigns'
import { View } from '@tarojs/components'
import { today } from '../../../platform/today'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { type Bar, Bars } from '../../../ui/charts'
import { Figure, Figures } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { comparableHomes, fullBar, type PaidShare, paidShares, pointsApart } from './paid-shares'
import { progressTexts as texts } from './texts'

/** Who paid afterwards, of those who were reminded and of those who were left unreminded to see what reminding does. */
export function ConversionCard({ progress }: { progress: CampaignProgress }) {
  const { reminded } = progress
  const shares = paidShares(progress)
  const full = fullBar(shares)
  if (reminded.homes === 0) {
    return (
      <Card title={texts.conversion}>
        <Note>{texts.nobodyYet}</Note>
      </Card>
    )
  }
  return (
    <Card title={texts.conversion}>
      <Stack>
        <Bars label={texts.conversion} bars={shares.flatMap((share) => barsOf(share, full))} />
        <Figures label={texts.paidFen}>
          <Figure label={texts.paidFen} value={<Money fen={reminded.paidFen} tone="good" />} />
        </Figures>
        <View>{comparison(progress, shares)}</View>
        <Note>
          {texts.fullBar(full)}
          {texts.notYet}
        </Note>
      </Stack>
    </Card>
  )
}

function barsOf({ days, reminded, notReminded }: PaidShare, full: number): Bar[] {
  const bar = (label: string, { percent, paid, homes }: PaidShare['reminded']): Bar => ({
    label: texts.within(days, label),
    amount: percent,
    whole: full,
    text: texts.share(percent, paid, homes),
  })
  return [
    bar(texts.reminded, reminded),
    ...(notReminded ? [{ ...bar(texts.notReminded, notReminded), tone: 'due' as const }] : []),
  ]
}

/** What reminding did, once there is a result to speak of; until then when there will be, or why there will not. */
function comparison(
  { reminded, notReminded, comparesOn }: CampaignProgress,
  shares: readonly PaidShare[],
): string {
  if (notReminded.homes === 0) return texts.noHoldOut
  if (comparesOn === null) return texts.goesOn
  if (today() < comparesOn) return texts.comparesOn(formatDate(comparesOn))
  if (notReminded.homes < comparableHomes) return texts.fewHomes(texts.notReminded, notReminded.homes)
  if (reminded.homes < comparableHomes) return texts.fewHomes(texts.reminded, reminded.homes)
  const last = shares[shares.length - 1]
  const points = (last && pointsApart(last)) ?? 0
  if (points === 0) return texts.same
  return points > 0 ? texts.more(points) : texts.fewer(-points)
}
