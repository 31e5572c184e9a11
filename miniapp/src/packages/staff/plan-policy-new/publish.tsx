import type { NewPlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { CommunityId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { ActionBar } from '../../../features/staff-post/action-bar'
import { call } from '../../../platform/call'
import { goBack } from '../../../platform/navigate'
import { useMutation } from '../../../platform/use-mutation'
import { toStaffPlanPolicy } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { confirm, toast } from '../../../ui/notice'
import { ErrorNote } from '../../../ui/states'
import { formTexts as texts } from './texts'

export interface PublishProps {
  communityId: CommunityId
  /** Undefined while something is not filled in rightly. */
  policy: NewPlanPolicy | undefined
}

/** The word that publishes it, after a question. */
export function Publish({ communityId, policy }: PublishProps) {
  const publishing = useMutation((body: NewPlanPolicy, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/plan-policies',
      { params: { communityId }, body },
      { intention },
    ),
  )
  const publish = async (written: NewPlanPolicy) => {
    if (!(await confirm({ title: texts.publish, text: texts.publishAsk, yes: texts.publish }))) return
    if (!(await publishing.run(written))) return
    toast(texts.published)
    goBack(toStaffPlanPolicy({ communityId }))
  }
  const isWhole = policy !== undefined && policy.publishedAs !== ''
  return (
    <ActionBar>
      {publishing.failure ? (
        <ErrorNote sentence={publishing.failure.sentence} reference={publishing.failure.requestId} />
      ) : (
        <Note>{isWhole ? texts.ready : texts.notReady}</Note>
      )}
      <View className="action-bar-buttons">
        <Button busy={publishing.busy} disabled={!isWhole} onPress={() => policy && void publish(policy)}>
          {texts.publish}
        </Button>
      </View>
    </ActionBar>
  )
}
