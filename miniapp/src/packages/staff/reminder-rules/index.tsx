import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { RuleChange, RuleSetting } from '@anjiao/shared/contract/reminder-rules'
import type { Wording } from '@anjiao/shared/contract/wordings'
import { reminderRules } from '@anjiao/shared/reminder-rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { mayManageReminders } from '../../../features/staff-reminders/may-manage'
import { useWordings } from '../../../features/staff-reminders/use-wordings'
import { go } from '../../../platform/navigate'
import { toStaffWordings } from '../../../routes/staff'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { toast } from '../../../ui/notice'
import { Columns, Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { ruleGroups } from './rule-groups'
import { RuleLine } from './rule-line'
import { RuleSheet } from './rule-sheet'
import { texts } from './texts'
import { useRules } from './use-rules'

export default function ReminderRules() {
  return (
    <StaffPage door="reminders" title={texts.title}>
      {(post) => <Timeline post={post} />}
    </StaffPage>
  )
}

function Timeline({ post }: { post: StaffPost }) {
  const rules = useRules(post.communityId)
  const wordings = useWordings(post.communityId)
  const mayManage = mayManageReminders(post)
  const [changing, setChanging] = useState<RuleSetting>()
  const put = async (change: RuleChange, done: string) => {
    if (!(await rules.set(change))) return
    setChanging(undefined)
    toast(done)
  }
  const groupCard = (settings: readonly RuleSetting[], { title, hint, rules: names }: RuleGroup) => (
    <Card key={title} title={title}>
      <Note>{hint}</Note>
      <View>
        {settings
          .filter(({ rule }) => names.some((name) => name === rule))
          .map((setting) => (
            <RuleLine
              key={setting.rule}
              setting={setting}
              unworded={wordings.data ? unworded(setting, wordings.data) : []}
              mayManage={mayManage}
              busy={rules.busy}
              onSwitch={(on) =>
                void put({ rule: setting.rule, on }, on ? texts.switchedOn : texts.switchedOff)
              }
              onChange={() => setChanging(setting)}
              onToWordings={() => go(toStaffWordings(post))}
            />
          ))}
      </View>
    </Card>
  )
  return (
    <Stack>
      <Note>{mayManage ? texts.rule : `${texts.rule}${texts.readOnly}`}</Note>
      {rules.notSet && !changing && (
        <ErrorNote sentence={rules.notSet.sentence} reference={rules.notSet.requestId} />
      )}
      <Loaded of={rules} lines={8}>
        {(settings) => (
          <Columns>
            {groupCard(settings, ruleGroups[0])}
            <Stack>{ruleGroups.slice(1).map((group) => groupCard(settings, group))}</Stack>
          </Columns>
        )}
      </Loaded>
      {changing && (
        <RuleSheet
          setting={changing}
          busy={rules.busy}
          failure={rules.notSet}
          onClose={() => setChanging(undefined)}
          onSave={(change) => void put(change, texts.saved)}
        />
      )}
    </Stack>
  )
}

type RuleGroup = (typeof ruleGroups)[number]

/** Channels of a rule on which nothing is said: what is queued there ends as “no wording”. */
const unworded = ({ rule, channels }: RuleSetting, wordings: readonly Wording[]) =>
  channels.filter(
    (channel) => !wordings.some((each) => each.kind === reminderRules[rule].kind && each.channel === channel),
  )
