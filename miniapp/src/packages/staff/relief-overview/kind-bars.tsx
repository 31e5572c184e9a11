import type { ReliefOverview } from '@anjiao/shared/contract/staff-relief'
import { reliefKinds } from '@anjiao/shared/vocabulary'
import { Card } from '../../../ui/card'
import { Bars } from '../../../ui/charts'
import { Money } from '../../../ui/money'
import { Empty } from '../../../ui/states'
import { texts } from './texts'

/** What was let go of for each kind of hardship, compared. */
export const KindBars = ({ byKind }: Pick<ReliefOverview, 'byKind'>) => (
  <Card title={texts.byKind}>
    {byKind.length === 0 ? (
      <Empty title={texts.none} hint={texts.noneHint} />
    ) : (
      <Bars
        label={texts.byKind}
        bars={byKind.map(({ kind, reliefFen }) => ({
          label: reliefKinds[kind],
          amount: reliefFen,
          text: <Money fen={reliefFen} />,
        }))}
      />
    )}
  </Card>
)
