import type { NewPlanPolicy } from '@anjiao/shared/contract/plan-policies'
import { View } from '@tarojs/components'
import { PolicyRules } from '../../../features/plans/policy-rules'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import './plan-policy-new.scss'
import { formTexts as texts } from './texts'

/** The policy as owners will read it; undefined while something is not filled in rightly. */
export const PolicyPreview = ({ policy }: { policy: NewPlanPolicy | undefined }) => (
  <View className="policy-preview">
    <Card title={texts.preview} tone="brand">
      {policy ? (
        <PolicyRules policy={{ ...policy, publishedAs: policy.publishedAs || texts.unpublished }} />
      ) : (
        <Note>{texts.incomplete}</Note>
      )}
    </Card>
  </View>
)
