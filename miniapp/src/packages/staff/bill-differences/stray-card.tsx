import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { BillStray } from '@anjiao/shared/contract/reconciliation'
import { billLineKinds } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { ExplainSheet } from '../../../features/staff-reconciliation/explain-sheet'
import { mayReconcile } from '../../../features/staff-reconciliation/may-reconcile'
import { call } from '../../../platform/call'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

export interface StrayCardProps {
  post: StaffPost
  stray: BillStray
  onChanged: () => void
}

/** One trade that is nobody's here, and for finance the way to say whose it is. */
export function StrayCard({ post, stray, onChanged }: StrayCardProps) {
  const [explaining, setExplaining] = useState(false)
  const { billId, line, kind, amountFen, at, transactionId, outTradeNo, mchid } = stray
  const { communityId } = post
  const done = () => {
    setExplaining(false)
    onChanged()
  }
  return (
    <Card title={billLineKinds[kind]} aside={<Money fen={amountFen} size="middle" />}>
      <Stack>
        <Definition
          longLabels
          lines={[
            { label: texts.at, text: instantText(at) },
            { label: texts.transaction, text: transactionId, copied: true },
            { label: texts.orderNo, text: outTradeNo, copied: true },
            { label: texts.merchant, text: mchid, copied: true },
          ]}
        />
        {mayReconcile(post) && (
          <Button look="quiet" onPress={() => setExplaining(true)}>
            {texts.explain}
          </Button>
        )}
      </Stack>
      {explaining && (
        <ExplainSheet
          keptAs={`stray-${billId}-${line}`}
          title={texts.explain}
          reasons={texts.strayReasons}
          explain={(reason, intention) =>
            call(
              'POST /v1/staff/communities/:communityId/reconciliation/bills/:billId/strays/:line/resolve',
              { params: { communityId, billId, line }, body: { reason } },
              { intention },
            )
          }
          onClose={() => setExplaining(false)}
          onDone={done}
        />
      )}
    </Card>
  )
}
