import { formatDate } from '@anjiao/shared/calendar'
import type { BillRun, BillRunPreview } from '@anjiao/shared/contract/bill-runs'
import type { CommunityId } from '@anjiao/shared/ids'
import { formatYuan } from '@anjiao/shared/money'
import { useState } from 'react'
import { call, longTimeoutMs } from '../../../platform/call'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import { confirm } from '../../../ui/notice'
import { Columns, Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { PreviewCard } from './preview-card'
import { RunForm } from './run-form'
import { type RunRequest, runPeriodText, suggestedRun } from './run-form-state'
import { texts } from './texts'

export interface NewRunProps {
  communityId: CommunityId
  onStarted: (run: BillRun) => void
}

/** Which period is to be billed, what that would bring, and the word to begin. */
export function NewRun({ communityId, onStarted }: NewRunProps) {
  const [request, setRequest] = useState(() => suggestedRun('monthly', today()))
  const [preview, setPreview] = useState<BillRunPreview>()
  const previewing = useMutation((body: RunRequest, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/bill-runs/preview',
      { params: { communityId }, body },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const starting = useMutation((body: RunRequest, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/bill-runs',
      { params: { communityId }, body },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const change = (next: RunRequest) => {
    setRequest(next)
    setPreview(undefined)
  }
  const start = async ({ rooms, charges, amountFen, dueDate }: BillRunPreview) => {
    const sure = await confirm({
      title: `${texts.start}：${runPeriodText(request)}`,
      text: texts.startAsk(rooms, charges, formatYuan(amountFen), formatDate(dueDate)),
      yes: texts.start,
    })
    const run = sure && (await starting.run(request))
    if (!run) return
    setPreview(undefined)
    onStarted(run)
  }
  const failure = starting.failure ?? previewing.failure
  return (
    <Columns>
      <RunForm
        request={request}
        onChange={change}
        isPreviewed={preview !== undefined}
        busy={previewing.busy}
        onPreview={async () => setPreview(await previewing.run(request))}
      />
      <Stack>
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        {preview && (
          <PreviewCard
            title={texts.previewTitle(runPeriodText(request))}
            preview={preview}
            busy={starting.busy}
            onStart={() => void start(preview)}
          />
        )}
      </Stack>
    </Columns>
  )
}
