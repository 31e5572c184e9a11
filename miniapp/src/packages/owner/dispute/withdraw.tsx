import type { DisputeId } from '@anjiao/shared/ids'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'
import { toast } from '../../../ui/notice'
import { TakeBack } from '../../../ui/take-back'
import { texts } from './texts'

interface WithdrawProps {
  home: HomeAddress
  disputeId: DisputeId
  onDone: () => void
}

/** Takes a dispute back while it waits. */
export function Withdraw({ home: { communityId, householdId }, disputeId, onDone }: WithdrawProps) {
  const { run, busy, failure } = useMutation((id: DisputeId, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/disputes/:disputeId/withdraw',
      { params: { communityId, householdId, disputeId: id } },
      { intention },
    ),
  )
  const withdraw = async () => {
    if (!(await run(disputeId))) return
    toast(texts.withdrawn)
    onDone()
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
