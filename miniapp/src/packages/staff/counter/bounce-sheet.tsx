import type { Cheque } from '@anjiao/shared/contract/counter'
import type { CommunityId } from '@anjiao/shared/ids'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { toast } from '../../../ui/notice'
import { texts } from './texts'

export interface BounceSheetProps {
  communityId: CommunityId
  cheque: Cheque
  onClose: () => void
  onSettled: () => void
}

/** The bank has not paid a cheque, and why. */
export function BounceSheet({ communityId, cheque, onClose, onSettled }: BounceSheetProps) {
  const { run, busy, failure } = useMutation((reason: string, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/cheques/:chequeId/bounce',
      { params: { communityId, chequeId: cheque.id }, body: { reason } },
      { intention },
    ),
  )
  const bounce = async (reason: string) => {
    if (!(await run(reason))) return false
    toast(texts.bounced)
    onSettled()
    return true
  }
  return (
    <ReasonSheet
      keptAs={`cheque-${cheque.id}-bounce`}
      title={texts.bounceTitle}
      label={texts.bounceWhy}
      reasons={texts.bounceReasons}
      hint={texts.bounceHint}
      send={texts.bounceSend}
      maxLength={100}
      busy={busy}
      failure={failure}
      onRefresh={onSettled}
      onClose={onClose}
      onSend={bounce}
    />
  )
}
