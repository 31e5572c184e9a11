import type { RuleSetting } from '@anjiao/shared/contract/reminder-rules'
import { type Channel, channels, noticeKinds } from '@anjiao/shared/notice-life'
import { reminderRules } from '@anjiao/shared/reminder-rules'
import { View } from '@tarojs/components'
import { orderWords } from '../../../features/staff-reminders/channel-words'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { classNames } from '../../../ui/class-names'
import { Pressable } from '../../../ui/pressable'
import { Switch } from '../../../ui/switch'
import { Tag } from '../../../ui/tag'
import './reminder-rules.scss'
import { dayWords, whenWords } from './rule-groups'
import { texts } from './texts'

export interface RuleLineProps {
  setting: RuleSetting
  /** Channels of it on which nothing has been worded. */
  unworded: readonly Channel[]
  mayManage: boolean
  busy: boolean
  onSwitch: (on: boolean) => void
  onChange: () => void
  onToWordings: () => void
}

/** One rule on its line: when, what is said, on which channels and at what hour; switched by a press. */
export function RuleLine({ setting, unworded, mayManage, busy, ...does }: RuleLineProps) {
  const { onSwitch, onChange, onToWordings } = does
  const { rule, on } = setting
  const { label, kind } = reminderRules[rule]
  return (
    <View className="rule-line">
      <View className={classNames('rule-day', on && 'rule-day-on')}>{dayWords(rule)}</View>
      <View className="rule-words">
        <View className="rule-head">
          <View className="rule-title">{label}</View>
          {mayManage ? (
            <View className="rule-acts">
              <Pressable className="rule-change" label={texts.changeOf(label)} onPress={onChange}>
                {texts.change}
              </Pressable>
              <Switch label={texts.switchOf(label)} on={on} disabled={busy} onChange={onSwitch} />
            </View>
          ) : (
            <Tag tone={on ? 'good' : 'calm'}>{on ? texts.on : texts.off}</Tag>
          )}
        </View>
        <Note>{texts.says(noticeKinds[kind].label)}</Note>
        <Note>{texts.how(orderWords(setting.channels), whenWords(setting))}</Note>
        {on && unworded.length > 0 && (
          <>
            <Tag tone="bad">{texts.noWording(unworded.map((channel) => channels[channel]).join('、'))}</Tag>
            <Button look="plain" onPress={onToWordings}>
              {mayManage ? texts.toWordings : texts.seeWordings}
            </Button>
          </>
        )}
      </View>
    </View>
  )
}
