import type { NewPlanPolicy } from '@anjiao/shared/contract/plan-policies'
import { policyWords } from '@anjiao/shared/plan-words'
import { Text, View } from '@tarojs/components'

/** A policy in the words in which owners read it. */
export const PolicyRules = ({ policy }: { policy: NewPlanPolicy }) => (
  <View>
    {policyWords(policy).map(({ title, text }) => (
      <View key={title} className="definition">
        <View className="definition-title">{title}</View>
        <Text className="text">{text}</Text>
      </View>
    ))}
  </View>
)
