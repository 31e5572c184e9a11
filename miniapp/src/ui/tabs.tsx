import { View } from '@tarojs/components'
import { role } from './aria'
import { classNames } from './class-names'
import { Pressable } from './pressable'

export interface TabsProps<Value extends string> {
  label: string
  tabs: readonly { readonly value: NoInfer<Value>; readonly label: string }[]
  value: Value
  onChange: (value: NoInfer<Value>) => void
}

/** Which part of a list is shown: years, states. Scrolls sideways when there are many. */
export function Tabs<Value extends string>({ label, tabs, value, onChange }: TabsProps<Value>) {
  return (
    <View className="tabs" {...role('tablist')} aria-label={label}>
      {tabs.map((tab) => (
        <Pressable
          key={tab.value}
          className={classNames('tab', tab.value === value && 'tab-on')}
          kind="tab"
          chosen={tab.value === value}
          onPress={() => onChange(tab.value)}
        >
          {tab.label}
        </Pressable>
      ))}
    </View>
  )
}
