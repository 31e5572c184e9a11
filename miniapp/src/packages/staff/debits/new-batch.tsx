import type { DebitBatch, DebitPreview, Debits, NewDebitBatch } from '@anjiao/shared/contract/debit-batches'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { call, longTimeoutMs } from '../../../platform/call'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import { confirm } from '../../../ui/notice'
import { Columns, Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { type BatchDraft, firstDraft } from './batch-draft'
import { BatchForm } from './batch-form'
import { BatchPreview } from './batch-preview'
import { previewTexts as texts } from './texts'

export interface NewBatchProps {
  communityId: CommunityId
  debits: Debits
  onMade: (batch: DebitBatch) => void
  onNever: () => void
}

/** When and by which files; whom it would debit and whom not; and the word to tell them. */
export function NewBatch({ communityId, debits, onMade, onNever }: NewBatchProps) {
  const [draft, setDraft] = useState(() => firstDraft(debits, today()))
  const [preview, setPreview] = useState<DebitPreview>()
  const previewing = useMutation(({ debitOn, fromHour, toHour }: BatchDraft) =>
    call('GET /v1/staff/communities/:communityId/debits/preview', {
      params: { communityId },
      query: { debitOn, fromHour, toHour },
    }),
  )
  const making = useMutation((body: NewDebitBatch, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/debit-batches',
      { params: { communityId }, body },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const change = (part: Partial<BatchDraft>) => {
    setDraft({ ...draft, ...part })
    setPreview(undefined)
  }
  const make = async ({ count, sumFen }: DebitPreview) => {
    const { placeId, fileLayoutId, resultLayoutId, ...window } = draft
    if (!placeId || !fileLayoutId || !resultLayoutId) return
    if (!(await confirm({ title: texts.askTitle, text: texts.ask(count, sumFen), yes: texts.yes }))) return
    const batch = await making.run({
      ...window,
      placeId,
      fileLayoutId,
      resultLayoutId,
      seenCount: count,
      seenFen: sumFen,
    })
    if (batch) onMade(batch)
  }
  const failure = making.failure ?? previewing.failure
  return (
    <Columns>
      <BatchForm
        debits={debits}
        draft={draft}
        onChange={change}
        isPreviewed={preview !== undefined}
        busy={previewing.busy}
        onPreview={() => void previewing.run(draft).then(setPreview)}
        onNever={onNever}
      />
      <Stack>
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        {preview && <BatchPreview preview={preview} busy={making.busy} onMake={() => void make(preview)} />}
      </Stack>
    </Columns>
  )
}
