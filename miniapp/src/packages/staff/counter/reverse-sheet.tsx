import type { CounterPayment } from '@anjiao/shared/contract/counter'
import type { CommunityId } from '@anjiao/shared/ids'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { toast } from '../../../ui/notice'
import { texts } from './texts'

export interface ReverseSheetProps {
  communityId: CommunityId
  payment: CounterPayment
  onClose: () => void
  onReversed: () => void
}

/** Takes a wrong receipt back, with the reason. */
export function ReverseSheet({ communityId, payment, onClose, onReversed }: ReverseSheetProps) {
  const { run, busy, failure } = useMutation((reason: string, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/counter-payments/:paymentId/reverse',
      { params: { communityId, paymentId: payment.id }, body: { reason } },
      { intention },
    ),
  )
  const reverse = async (reason: string) => {
    if (!(await run(reason))) return false
    toast(texts.reverseDone)
    onReversed()
    return true
  }
  return (
    <ReasonSheet
      keptAs={`payment-${payment.id}-reverse`}
      title={texts.reverseTitle}
      label={texts.reverseWhy}
      reasons={texts.reverseReasons}
      hint={texts.reverseHint}
      send={texts.reverseSend}
      look="danger"
      maxLength={100}
      busy={busy}
      failure={failure}
      onRefresh={onReversed}
      onClose={onClose}
      onSend={reverse}
    />
  )
}
