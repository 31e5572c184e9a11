import type { PlanPolicy } from '@anjiao/shared/contract/plans'
import { policyWords } from '@anjiao/shared/plan-words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Cell } from '../../ui/cell'
import { Sheet } from '../../ui/sheet'
import './plans.scss'
import { choiceTexts } from './texts'

/** The published policy: a line that opens all its rules. */
export function PolicyCell({ policy }: { policy: PlanPolicy }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Cell
        icon="book"
        label={choiceTexts.policy}
        hint={choiceTexts.policyHint}
        onPress={() => setOpen(true)}
      />
      <Sheet title={choiceTexts.policy} open={open} onClose={() => setOpen(false)}>
        <View>
          {policyWords(policy).map(({ title, text }) => (
            <View key={title} className="definition">
              <View className="definition-title">{title}</View>
              <Text className="text">{text}</Text>
            </View>
          ))}
        </View>
      </Sheet>
    </>
  )
}
