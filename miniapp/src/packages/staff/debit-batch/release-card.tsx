import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call, longTimeoutMs } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { confirm, toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import type { BatchStepProps } from './batch-step'
import { stepTexts as texts } from './texts'

/** The second person lets the batch go; whoever made it reads why they may not. */
export function ReleaseCard({ communityId, batch, onChanged }: BatchStepProps) {
  const { id, count, sumFen, isOwn, tellBy } = batch
  const { run, busy, failure } = useMutation((_: 'release', intention) =>
    call(
      'POST /v1/staff/communities/:communityId/debit-batches/:batchId/release',
      { params: { communityId, batchId: id } },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const release = async () => {
    const question = { title: texts.release, text: texts.releaseAsk(count, sumFen), yes: texts.release }
    if (!(await confirm(question)) || !(await run('release'))) return
    toast(texts.releasedDone)
    onChanged()
  }
  return (
    <Card title={texts.release} tone={isOwn ? 'plain' : 'brand'}>
      <Stack>
        <Note>{isOwn ? texts.own : texts.releaseRule}</Note>
        <Note>{texts.releaseBy(instantText(tellBy))}</Note>
        <DecisionFailure failure={failure} onRefresh={onChanged} />
        {!isOwn && (
          <Button icon="shield" busy={busy} onPress={() => void release()}>
            {texts.release}
          </Button>
        )}
      </Stack>
    </Card>
  )
}
