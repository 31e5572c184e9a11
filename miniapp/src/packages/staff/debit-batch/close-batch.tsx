import { addDays, formatDate } from '@anjiao/shared/calendar'
import { debitAnswerDays } from '@anjiao/shared/debit-life'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { confirm, toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import type { BatchStepProps } from './batch-step'
import { stepTexts as texts } from './texts'

/** Waits no longer for answers that the bank owes; until then one reads from when on. */
export function CloseBatch({ communityId, batch, onChanged }: BatchStepProps) {
  const last = addDays(batch.debitOn, debitAnswerDays)
  const { run, busy, failure } = useMutation((_: 'close', intention) =>
    call(
      'POST /v1/staff/communities/:communityId/debit-batches/:batchId/close',
      { params: { communityId, batchId: batch.id } },
      { intention },
    ),
  )
  const close = async () => {
    if (!(await confirm({ title: texts.close, text: texts.closeAsk, yes: texts.close }))) return
    if (!(await run('close'))) return
    toast(texts.closed)
    onChanged()
  }
  return (
    <Stack>
      <Note>{texts.closeRule(formatDate(last))}</Note>
      <DecisionFailure failure={failure} onRefresh={onChanged} />
      {today() > last && (
        <Button look="plain" busy={busy} onPress={() => void close()}>
          {texts.close}
        </Button>
      )}
    </Stack>
  )
}
