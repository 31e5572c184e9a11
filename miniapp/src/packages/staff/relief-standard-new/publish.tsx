import type { NewReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type { CommunityId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { ActionBar } from '../../../features/staff-post/action-bar'
import { call } from '../../../platform/call'
import { goBack } from '../../../platform/navigate'
import { useMutation } from '../../../platform/use-mutation'
import { toStaffReliefStandards } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { confirm, toast } from '../../../ui/notice'
import { ErrorNote } from '../../../ui/states'
import { formTexts as texts } from './texts'

export interface PublishProps {
  communityId: CommunityId
  /** Undefined while its numbers cannot be read. */
  standard: NewReliefStandard | undefined
  /** What is to be put right first. */
  fault: string | undefined
}

/** The word that publishes it, after a question. */
export function Publish({ communityId, standard, fault }: PublishProps) {
  const publishing = useMutation((body: NewReliefStandard, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/relief-standards',
      { params: { communityId }, body },
      { intention },
    ),
  )
  const publish = async (written: NewReliefStandard) => {
    if (!(await confirm({ title: texts.publish, text: texts.publishAsk, yes: texts.publish }))) return
    if (!(await publishing.run(written))) return
    toast(texts.published)
    goBack(toStaffReliefStandards({ communityId }))
  }
  return (
    <ActionBar>
      {publishing.failure ? (
        <ErrorNote sentence={publishing.failure.sentence} reference={publishing.failure.requestId} />
      ) : (
        <Note>{fault ?? texts.ready}</Note>
      )}
      <View className="action-bar-buttons">
        <Button
          busy={publishing.busy}
          disabled={standard === undefined || fault !== undefined}
          onPress={() => standard && void publish(standard)}
        >
          {texts.publish}
        </Button>
      </View>
    </ActionBar>
  )
}
