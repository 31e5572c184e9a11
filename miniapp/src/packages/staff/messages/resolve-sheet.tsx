import type { Delivery } from '@anjiao/shared/contract/notices'
import { NotedChoiceSheet } from '../../../features/staff-reasons/noted-choice-sheet'
import { call, type Request } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import type { AtCommunity } from '../../../routes/staff'
import { toast } from '../../../ui/notice'
import { resolutionTexts, texts } from './texts'

type Body = Request<'POST /v1/staff/communities/:communityId/deliveries/:deliveryId/resolve'>['body']

export interface ResolveSheetProps {
  at: AtCommunity
  delivery: Delivery
  onClose: () => void
  onDone: () => void
}

const options = (['arrived', 'send_again', 'leave'] as const satisfies readonly Body['resolution'][]).map(
  (value) => ({ value, ...resolutionTexts[value] }),
)

/** Asks whoever has looked what became of a message, and how they know. */
export function ResolveSheet({ at: { communityId }, delivery, onClose, onDone }: ResolveSheetProps) {
  const { run, busy, failure } = useMutation((body: Body, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/deliveries/:deliveryId/resolve',
      { params: { communityId, deliveryId: delivery.id }, body },
      { intention },
    ),
  )
  const save = async (body: Body) => {
    if (!(await run(body))) return false
    toast(texts.resolved)
    onDone()
    return true
  }
  return (
    <NotedChoiceSheet
      keptAs={`delivery-${delivery.id}`}
      title={texts.resolveTitle}
      label={texts.resolution}
      options={options}
      noteLabel={texts.note}
      noteHint={texts.noteHint}
      send={texts.save}
      busy={busy}
      failure={failure}
      onRefresh={onDone}
      onClose={onClose}
      onSend={(resolution, note) => save({ resolution, note })}
    />
  )
}
