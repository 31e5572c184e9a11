import type { Plan } from '@anjiao/shared/contract/plan'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import type { AtCommunity } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { confirm, toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { decideTexts as texts } from './texts'

export interface DecidingProps {
  at: AtCommunity
  plan: Plan
  onChanged: () => void
}

/** Takes an offer back while nobody has signed it. */
export function TakeBack({ at: { communityId }, plan, onChanged }: DecidingProps) {
  const { run, busy, failure } = useMutation((_: Record<string, never>, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/plans/:planId/take-back',
      { params: { communityId, planId: plan.id } },
      { intention },
    ),
  )
  const takeBack = async () => {
    if (!(await confirm({ title: texts.takeBack, text: texts.takeBackAsk, yes: texts.takeBack }))) return
    if (await run({})) toast(texts.takenBack)
    onChanged()
  }
  return (
    <Stack>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button look="quiet" busy={busy} onPress={() => void takeBack()}>
        {texts.takeBack}
      </Button>
    </Stack>
  )
}
