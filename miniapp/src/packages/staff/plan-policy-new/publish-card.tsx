import type { NewPlanPolicy } from '@anjiao/shared/contract/plans'
import type { CommunityId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { PolicyRules } from '../../../features/staff-plans/policy-rules'
import { call } from '../../../platform/call'
import { goBack } from '../../../platform/navigate'
import { useMutation } from '../../../platform/use-mutation'
import { toStaffPlanPolicy } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { confirm, toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import './plan-policy-new.scss'
import { formTexts as texts } from './texts'

export interface PublishCardProps {
  communityId: CommunityId
  /** Undefined while something is not filled in rightly. */
  policy: NewPlanPolicy | undefined
}

/** The policy as owners will read it, and the word that publishes it. */
export function PublishCard({ communityId, policy }: PublishCardProps) {
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
    <View className="policy-preview">
      <Card title={texts.preview} tone="brand">
        <Stack>
          {policy ? (
            <PolicyRules policy={isWhole ? policy : { ...policy, publishedAs: texts.unpublished }} />
          ) : (
            <Note>{texts.incomplete}</Note>
          )}
          {publishing.failure && (
            <ErrorNote sentence={publishing.failure.sentence} reference={publishing.failure.requestId} />
          )}
          <Button busy={publishing.busy} disabled={!isWhole} onPress={() => policy && void publish(policy)}>
            {texts.publish}
          </Button>
        </Stack>
      </Card>
    </View>
  )
}
