import { formatDate } from '@anjiao/shared/calendar'
import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { FundFlow } from '@anjiao/shared/contract/reconciliation'
import { addFen, type Fen, formatYuan } from '@anjiao/shared/money'
import { useState } from 'react'
import { ExplainSheet } from '../../../features/staff-reconciliation/explain-sheet'
import { mayReconcile } from '../../../features/staff-reconciliation/may-reconcile'
import { call } from '../../../platform/call'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Definition } from '../../../ui/definition'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

export interface FundFlowCardProps {
  post: StaffPost
  flow: FundFlow
  onChanged: () => void
}

/** One day of one merchant on which the account and the trades do not agree, and for finance the way to say why. */
export function FundFlowCard({ post, flow, onChanged }: FundFlowCardProps) {
  const [explaining, setExplaining] = useState(false)
  const { mchid, day } = flow
  const { communityId } = post
  const both = (theirs: Fen, trades: Fen) => texts.fundBeside(formatYuan(theirs), formatYuan(trades))
  return (
    <Card title={formatDate(day)}>
      <Stack>
        <Definition
          longLabels
          lines={[
            { label: texts.merchant, text: mchid, copied: true },
            { label: texts.fundPaid, text: both(flow.paidFen, flow.tradesPaidFen) },
            {
              label: texts.fundOut,
              text: both(
                addFen(flow.refundedFen, flow.feeFen),
                addFen(flow.tradesRefundedFen, flow.tradesFeeFen),
              ),
            },
          ]}
        />
        {mayReconcile(post) && (
          <Button look="quiet" onPress={() => setExplaining(true)}>
            {texts.explainFund}
          </Button>
        )}
      </Stack>
      {explaining && (
        <ExplainSheet
          keptAs={`fund-flow-${mchid}-${day}`}
          title={texts.explainFund}
          reasons={texts.fundReasons}
          explain={(reason, intention) =>
            call(
              'POST /v1/staff/communities/:communityId/reconciliation/fund-flows/:mchid/:day/resolve',
              { params: { communityId, mchid, day }, body: { reason } },
              { intention },
            )
          }
          onClose={() => setExplaining(false)}
          onDone={() => {
            setExplaining(false)
            onChanged()
          }}
        />
      )}
    </Card>
  )
}
