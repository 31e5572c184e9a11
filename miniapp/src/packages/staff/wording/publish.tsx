import type { NewWording } from '@anjiao/shared/contract/wordings'
import type { CommunityId, NoticeWordingId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { ActionBar } from '../../../features/staff-post/action-bar'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call, type Request } from '../../../platform/call'
import { goBack } from '../../../platform/navigate'
import { useMutation } from '../../../platform/use-mutation'
import { toStaffWordings } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { confirm, toast } from '../../../ui/notice'
import { texts } from './texts'

export interface PublishProps {
  communityId: CommunityId
  wording: NewWording
  /** The one that is in force, as it was read. */
  replaces: NoticeWordingId | null
  /** How it reads was told, and nothing was wrong with it. */
  isRight: boolean
  onPublished: () => void
  onRefresh: () => void
}

type Body = Request<'POST /v1/staff/communities/:communityId/wordings'>['body']

/** The word that puts it in force, after a question. */
export function Publish(props: PublishProps) {
  const { communityId, wording, replaces, isRight, onPublished, onRefresh } = props
  const publishing = useMutation((body: Body, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/wordings',
      { params: { communityId }, body },
      { intention },
    ),
  )
  const publish = async () => {
    if (!(await confirm({ title: texts.publish, text: texts.publishAsk, yes: texts.publish }))) return
    if (!(await publishing.run({ wording, replaces }))) return
    onPublished()
    toast(texts.published)
    goBack(toStaffWordings({ communityId }))
  }
  return (
    <ActionBar>
      {publishing.failure ? (
        <DecisionFailure failure={publishing.failure} onRefresh={onRefresh} />
      ) : (
        <Note>{isRight ? texts.noProblems : texts.notYet}</Note>
      )}
      <View className="action-bar-buttons">
        <Button busy={publishing.busy} disabled={!isRight} onPress={() => void publish()}>
          {texts.publish}
        </Button>
      </View>
    </ActionBar>
  )
}
