import type { RollImport } from '@anjiao/shared/contract/community'
import type { CommunityId } from '@anjiao/shared/ids'
import { Text, View } from '@tarojs/components'
import { ActionBar } from '../../../features/staff-post/action-bar'
import { call, longTimeoutMs } from '../../../platform/call'
import { replaceWith } from '../../../platform/navigate'
import { useMutation } from '../../../platform/use-mutation'
import { toStaffRoll } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { confirm } from '../../../ui/notice'
import { ErrorNote } from '../../../ui/states'
import { bringingSentence, texts } from './texts'

export interface ConfirmRollProps {
  roll: RollImport
  communityId: CommunityId
  /** The roll was taken in, or may have been: look again. */
  onDone: () => void
}

/** Takes the roll in, after asking once more; after an unsure outcome the server is asked how it stands. */
export function ConfirmRoll({ roll, communityId, onDone }: ConfirmRollProps) {
  const { summary } = roll
  const taking = useMutation((rollImportId: RollImport['id'], intention) =>
    call(
      'POST /v1/staff/communities/:communityId/rolls/:rollImportId/confirm',
      { params: { communityId, rollImportId } },
      { intention, timeoutMs: longTimeoutMs },
    ),
  )
  const changesNothing = summary.newHouseholds + summary.newCharges + summary.differencesTotal === 0
  const take = async () => {
    const sure = await confirm({
      title: texts.into(summary.community),
      text: bringingSentence('将', summary),
      yes: texts.confirm,
    })
    if (sure && (await taking.run(roll.id))) onDone()
  }
  return (
    <>
      {taking.failure && (
        <ErrorNote
          sentence={taking.failure.sentence}
          reference={taking.failure.requestId}
          retry={taking.failure.unsure ? onDone : undefined}
          retryText={texts.askAgain}
        />
      )}
      <ActionBar>
        <Text className="text">{changesNothing ? texts.nothing : texts.into(summary.community)}</Text>
        <View className="action-bar-buttons">
          <Button look="quiet" onPress={() => replaceWith(toStaffRoll({ communityId }))}>
            {texts.another}
          </Button>
          {!changesNothing && (
            <Button busy={taking.busy} onPress={() => void take()}>
              {texts.confirm}
            </Button>
          )}
        </View>
      </ActionBar>
    </>
  )
}
