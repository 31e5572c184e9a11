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
  /** The one that was in force when it was written, or was seen since. */
  replaces: NoticeWordingId | null
  standing: Standing
  onPublished: () => void
  onRefresh: () => void
}

/** Only what was tried and is right is put in force, and only beside what a colleague wrote meanwhile. */
type Standing = 'right' | 'wrong' | 'trying' | 'failed' | 'newer'

const notes: Readonly<Record<Standing, string>> = {
  right: texts.noProblems,
  wrong: texts.notYet,
  trying: texts.checking,
  failed: texts.unchecked,
  newer: texts.seeNewer,
}

type Body = Request<'POST /v1/staff/communities/:communityId/wordings'>['body']

/** The word that puts it in force, after a question. */
export function Publish(props: PublishProps) {
  const { communityId, wording, replaces, standing, onPublished, onRefresh } = props
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
      {publishing.failure && standing !== 'newer' ? (
        <DecisionFailure failure={publishing.failure} onRefresh={onRefresh} />
      ) : (
        <Note>{notes[standing]}</Note>
      )}
      <View className="action-bar-buttons">
        <Button busy={publishing.busy} disabled={standing !== 'right'} onPress={() => void publish()}>
          {texts.publish}
        </Button>
      </View>
    </ActionBar>
  )
}
