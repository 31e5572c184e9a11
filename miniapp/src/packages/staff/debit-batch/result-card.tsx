import type { DebitResultPreview } from '@anjiao/shared/contract/debit-batches'
import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call, longTimeoutMs } from '../../../platform/call'
import { type PickedFile, pickFile } from '../../../platform/upload'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import type { BatchStepProps } from './batch-step'
import { ResultPreview } from './result-preview'
import { stepTexts as texts } from './texts'

/** A line for each home of the largest batch is a fraction of it. */
const fileBytesMax = 5 * 1024 * 1024

/** A file of the bank's: read and shown first, taken in only when that is confirmed. */
export function ResultCard({ communityId, batch, onChanged }: BatchStepProps) {
  const params = { communityId, batchId: batch.id }
  const [file, setFile] = useState<PickedFile>()
  const [preview, setPreview] = useState<DebitResultPreview>()
  const [isTooLarge, setTooLarge] = useState(false)
  const reading = useMutation(({ bytes }: PickedFile, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/debit-batches/:batchId/results/preview',
      { params, body: bytes },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const taking = useMutation(({ bytes }: PickedFile, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/debit-batches/:batchId/results',
      { params, body: bytes },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const pick = async () => {
    // Banks call such files as they like.
    const picked = await pickFile({ extensions: [], maxBytes: fileBytesMax })
    if (picked === 'cancelled') return
    setPreview(undefined)
    setTooLarge(picked === 'too-large')
    if (picked === 'too-large') return
    setFile(picked)
    setPreview(await reading.run(picked))
  }
  const take = async (picked: PickedFile) => {
    if (!(await taking.run(picked))) return
    setFile(undefined)
    setPreview(undefined)
    toast(texts.taken)
    onChanged()
  }
  return (
    <Card title={texts.result} tone="brand">
      <Stack>
        <Note>{texts.resultRule}</Note>
        {isTooLarge && <ErrorNote sentence={texts.tooLarge} />}
        <DecisionFailure failure={taking.failure ?? reading.failure} onRefresh={onChanged} />
        {preview && file && (
          <ResultPreview
            fileName={file.name}
            preview={preview}
            busy={taking.busy}
            onTake={() => void take(file)}
          />
        )}
        <Button
          look={preview ? 'plain' : 'primary'}
          icon="upload"
          busy={reading.busy}
          disabled={taking.busy}
          onPress={() => void pick()}
        >
          {file ? texts.another : texts.pick}
        </Button>
      </Stack>
    </Card>
  )
}
