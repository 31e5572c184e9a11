import type { Bills } from '@anjiao/shared/contract/billing'
import { Card } from '../../../ui/card'
import { Figure, Figures } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

/** How the home stands in the books. */
export const MoneyCard = ({ bills: { openFen, overdueFen, advanceFen } }: { bills: Bills }) => (
  <Card title={texts.money}>
    <Stack>
      <Figure
        label={texts.open}
        value={<Money fen={openFen} size="large" tone={openFen > 0 ? 'due' : 'good'} />}
      />
      <Figures label={texts.money}>
        <Figure label={texts.overdue} value={<Money fen={overdueFen} />} />
        <Figure label={texts.advance} value={<Money fen={advanceFen} />} />
      </Figures>
    </Stack>
  </Card>
)
