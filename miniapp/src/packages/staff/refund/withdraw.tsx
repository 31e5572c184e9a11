import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { toast } from '../../../ui/notice'
import { TakeBack } from '../../../ui/take-back'
import type { RefundViewProps } from './refund-view'
import { decideTexts as texts } from './texts'

/** Whoever asked takes it back while nobody has decided. */
export function Withdraw({ post: { communityId }, refund, onChanged }: RefundViewProps) {
  const { run, busy, failure } = useMutation((_: Record<string, never>, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/refunds/:refundId/withdraw',
      { params: { communityId, refundId: refund.id } },
      { intention },
    ),
  )
  const withdraw = async () => {
    if (!(await run({}))) return
    toast(texts.withdrawn)
    onChanged()
  }
  return (
    <TakeBack
      title={texts.withdraw}
      question={texts.withdrawAsk}
      busy={busy}
      failure={failure}
      onTakeBack={() => void withdraw()}
    />
  )
}
