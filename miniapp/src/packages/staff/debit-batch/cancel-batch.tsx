import { useState } from 'react'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { toast } from '../../../ui/notice'
import type { BatchStepProps } from './batch-step'
import { stepTexts as texts } from './texts'

/** The way out while the bank has nothing: nobody is debited, and why is kept. */
export function CancelBatch({ communityId, batch: { id }, onChanged }: BatchStepProps) {
  const [asking, setAsking] = useState(false)
  const { run, busy, failure } = useMutation((body: { reason: string }, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/debit-batches/:batchId/cancel',
      { params: { communityId, batchId: id }, body },
      { intention },
    ),
  )
  const close = () => setAsking(false)
  const refresh = () => {
    close()
    onChanged()
  }
  const cancel = async (reason: string) => {
    if (!(await run({ reason }))) return false
    toast(texts.cancelled)
    refresh()
    return true
  }
  return (
    <>
      <Button look="plain" onPress={() => setAsking(true)}>
        {texts.cancel}
      </Button>
      {asking && (
        <ReasonSheet
          keptAs={`debit-batch-${id}-cancel`}
          title={texts.cancelTitle}
          label={texts.cancelLabel}
          reasons={texts.cancelReasons}
          hint={texts.cancelHint}
          send={texts.cancel}
          look="danger"
          maxLength={100}
          busy={busy}
          failure={failure}
          onRefresh={refresh}
          onClose={close}
          onSend={cancel}
        />
      )}
    </>
  )
}
