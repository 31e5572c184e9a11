import { formatPeriod, type Period } from '@anjiao/shared/calendar'
import type { FinanceOverview } from '@anjiao/shared/contract/finance'
import { subtractFen } from '@anjiao/shared/money'
import { Card } from '../../../ui/card'
import { Figure, Figures } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { texts } from './texts'

/** What came in, went back and was kept by WeChat, and what is left of it. */
export const TotalCard = ({
  overview: { receivedFen, returnedFen, feeFen },
  period,
}: {
  overview: Pick<FinanceOverview, 'receivedFen' | 'returnedFen' | 'feeFen'>
  period: Period
}) => (
  <Card title={formatPeriod(period)}>
    <Figures label={texts.totals}>
      <Figure label={texts.received} value={<Money fen={receivedFen} />} />
      <Figure label={texts.returned} value={<Money fen={returnedFen} />} />
      <Figure label={texts.fee} value={<Money fen={feeFen} />} />
      <Figure
        label={texts.net}
        value={<Money fen={subtractFen(subtractFen(receivedFen, returnedFen), feeFen)} />}
      />
    </Figures>
  </Card>
)
