import type { CashCount, Counter, TillSession } from '@anjiao/shared/contract/counter'
import type { CommunityId, PersonId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { noCount, readCount } from '../../../features/staff-counter/count-draft'
import { CountFields } from '../../../features/staff-counter/count-fields'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { toast } from '../../../ui/notice'
import { Select } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

export interface CountSheetProps {
  communityId: CommunityId
  session: TillSession
  clerks: Counter['clerks']
  onClose: () => void
  onDone: () => void
}

const nobody = 'nobody'

/** Counts a till at the end, and says who takes it over, if anybody does. */
export function CountSheet({ communityId, session, clerks, onClose, onDone }: CountSheetProps) {
  const [draft, setDraft] = useState(noCount)
  const [taker, setTaker] = useState<string>(nobody)
  const others = clerks.filter(({ personId }) => personId !== session.clerkId)
  const handTo = others.find(({ personId }) => String(personId) === taker)?.personId ?? null
  const count = readCount(draft)
  const counting = useMutation((body: { count: CashCount; handTo: PersonId | null }, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/till-sessions/:sessionId/count',
      { params: { communityId, sessionId: session.id }, body },
      { intention },
    ),
  )
  const send = async () => {
    if (!count || !(await counting.run({ count, handTo }))) return
    toast(texts.counted)
    onDone()
  }
  return (
    <Sheet title={texts.count} open busy={counting.busy} onClose={onClose}>
      <Note>{handTo === null ? texts.countHint : texts.handOverHint}</Note>
      <CountFields draft={draft} onChange={setDraft} />
      <Select
        label={texts.to}
        options={[
          { value: nobody, label: texts.nobody },
          ...others.map(({ personId, name }) => ({ value: String(personId), label: name })),
        ]}
        value={taker}
        onChange={setTaker}
      />
      {counting.failure && (
        <ErrorNote sentence={counting.failure.sentence} reference={counting.failure.requestId} />
      )}
      <Button busy={counting.busy} disabled={!count} onPress={() => void send()}>
        {texts.countSend}
      </Button>
    </Sheet>
  )
}
