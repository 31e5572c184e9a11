import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call, longTimeoutMs } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { toast } from '../../../ui/notice'
import type { OfStatementProps } from './statement-view'
import { texts } from './texts'

/** What was booked since the file came is held against its lines once more. */
export function MatchAgain({ post: { communityId }, placeId, onChanged }: OfStatementProps) {
  const { run, busy, failure } = useMutation((_: 'match', intention) =>
    call(
      'POST /v1/staff/communities/:communityId/money-places/:placeId/bank-statement/match',
      { params: { communityId, placeId } },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const match = async () => {
    const done = await run('match')
    if (!done) return
    toast(texts.matched(done.matched))
    onChanged()
  }
  return (
    <>
      <DecisionFailure failure={failure} onRefresh={onChanged} />
      <Button look="quiet" busy={busy} onPress={() => void match()}>
        {texts.again}
      </Button>
    </>
  )
}
