import type { CommunityId, InvoiceRequestId } from '@anjiao/shared/ids'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { toast } from '../../../ui/notice'
import { texts } from './texts'

export interface InvoiceSheetProps {
  communityId: CommunityId
  requestId: InvoiceRequestId
  onClose: () => void
  onDone: () => void
}

/** Asks why no invoice is issued: the owner reads it. */
export function DeclineSheet({ communityId, requestId, onClose, onDone }: InvoiceSheetProps) {
  const { run, busy, failure } = useMutation((because: string, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/invoice-requests/:requestId/decline',
      { params: { communityId, requestId }, body: { because } },
      { intention },
    ),
  )
  const decline = async (because: string) => {
    if (!(await run(because))) return false
    toast(texts.declined)
    onDone()
    return true
  }
  return (
    <ReasonSheet
      keptAs={`invoice-${requestId}-decline`}
      title={texts.decline}
      label={texts.declineLabel}
      reasons={texts.reasons}
      hint={texts.declineHint}
      send={texts.decline}
      maxLength={200}
      busy={busy}
      failure={failure}
      onRefresh={onDone}
      onClose={onClose}
      onSend={decline}
    />
  )
}
