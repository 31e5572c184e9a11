import type { HomeRefund } from '@anjiao/shared/contract/refunds'
import type { Query } from '../../platform/use-query'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { ErrorNote } from '../../ui/states'
import { RefundCells } from './refund-cells'
import { refundTexts as texts } from './texts'

export interface RefundsCardProps {
  title: string
  refunds: Query<readonly HomeRefund[]>
  /** Which of them stand here. */
  shown: (refund: HomeRefund) => boolean
}

/** Refunds that belong here. Most have none: until they have come nothing stands here, so that nothing jumps away again. */
export function RefundsCard({ title, refunds: { data = [], failure, reload }, shown }: RefundsCardProps) {
  const here = data.filter(shown)
  return (
    <>
      {failure && (
        <ErrorNote sentence={texts.unread(failure.sentence)} reference={failure.requestId} retry={reload} />
      )}
      {here.length > 0 && (
        <Card title={title}>
          <RefundCells refunds={here} />
          {here.some(({ state }) => state !== 'failed') && <Note>{texts.opensAgain}</Note>}
        </Card>
      )}
    </>
  )
}
