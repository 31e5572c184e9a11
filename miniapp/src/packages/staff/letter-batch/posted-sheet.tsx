import { type BusinessDate, businessDateAt } from '@anjiao/shared/calendar'
import type { LetterBatch } from '@anjiao/shared/contract/letters'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { toast } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { NotedDay } from './noted-day'
import { texts } from './texts'

export interface PostedSheetProps {
  communityId: CommunityId
  batch: LetterBatch
  /** Letters among those not noted yet that were settled since: they are left out. */
  settled: number
  onClose: () => void
  onDone: () => void
}

/** Notes that all letters of which nothing was noted yet, and that are still to be sent, were taken to the post, and on which day. */
export function PostedSheet({ communityId, batch, settled, onClose, onDone }: PostedSheetProps) {
  const [on, setOn] = useState<string>(today())
  const { run, busy, failure } = useMutation((day: BusinessDate, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/letter-batches/:batchId/posted',
      { params: { communityId, batchId: batch.id }, body: { on: day } },
      { intention },
    ),
  )
  const save = async () => {
    if (!(await run(on as BusinessDate))) return
    toast(texts.noted)
    onDone()
  }
  return (
    <Sheet title={texts.allPosted} open onClose={onClose}>
      <Note>{texts.allPostedHint(batch.toNote - settled)}</Note>
      {settled > 0 && <Note>{texts.settledLeftOut(settled)}</Note>}
      <NotedDay
        label={texts.postedOn}
        printedOn={businessDateAt(new Date(batch.madeAt))}
        value={on}
        onChange={setOn}
      />
      <DecisionFailure failure={failure} onRefresh={onDone} />
      <Button busy={busy} onPress={() => void save()}>
        {texts.save}
      </Button>
    </Sheet>
  )
}
