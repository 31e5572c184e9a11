import type { CashCount, TillSession } from '@anjiao/shared/contract/counter'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { noCount, readCount } from '../../../features/staff-counter/count-draft'
import { CountFields } from '../../../features/staff-counter/count-fields'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

export interface TakeOverCardProps {
  communityId: CommunityId
  session: TillSession
  onChanged: () => void
}

/** A till that a colleague hands over: counted once more, by who takes it. */
export function TakeOverCard({ communityId, session, onChanged }: TakeOverCardProps) {
  const [draft, setDraft] = useState(noCount)
  const count = readCount(draft)
  const taking = useMutation((body: { count: CashCount }, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/till-sessions/:sessionId/take-over',
      { params: { communityId, sessionId: session.id }, body },
      { intention },
    ),
  )
  const take = async () => {
    if (!count || !(await taking.run({ count }))) return
    toast(texts.tookOver)
    onChanged()
  }
  return (
    <Card title={texts.takeOver(session.tillName, session.clerkName)} tone="due">
      <Stack>
        <Note>{texts.takeOverHint}</Note>
        <CountFields draft={draft} onChange={setDraft} />
        {taking.failure && (
          <ErrorNote sentence={taking.failure.sentence} reference={taking.failure.requestId} />
        )}
        <Button busy={taking.busy} disabled={!count} onPress={() => void take()}>
          {texts.takeOverSend}
        </Button>
      </Stack>
    </Card>
  )
}
