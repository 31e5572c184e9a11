import { formatDate } from '@anjiao/shared/calendar'
import { planStates } from '@anjiao/shared/plan-life'
import { termsWords } from '@anjiao/shared/plan-words'
import { Text, View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { instantText } from '../../ui/instant'
import { Stack } from '../../ui/page'
import { Steps } from '../../ui/steps'
import { Tag } from '../../ui/tag'
import { planTones } from './plan-facts'
import type { PlanViewProps } from './plan-view'
import { ScheduleList } from './schedule-list'
import { appliedTexts, planTexts } from './texts'
import { TurnDownButton } from './turn-down-button'

/** Waits for the company: by when it answers, what comes after, and that nothing presses meanwhile. */
export const AppliedPlan = ({ home, plan, onChanged }: PlanViewProps) => (
  <>
    <Card
      title={termsWords(plan.terms)}
      aside={<Tag tone={planTones[plan.state]}>{planStates[plan.state].label}</Tag>}
    >
      <Stack>
        <Steps
          steps={[
            { title: appliedTexts.sent, detail: instantText(plan.appliedAt), state: 'done' },
            {
              title: appliedTexts.review,
              detail: plan.replyBy && appliedTexts.reviewHint(formatDate(plan.replyBy)),
              state: 'now',
            },
            { title: appliedTexts.sign, state: 'next' },
          ]}
        />
        <Text className="text">{appliedTexts.calm}</Text>
        {plan.reason && (
          <View>
            <Note>{appliedTexts.reason}</Note>
            <View className="said">{plan.reason}</View>
          </View>
        )}
        <TurnDownButton
          home={home}
          planId={plan.id}
          event="withdraw"
          texts={{
            label: appliedTexts.withdraw,
            ask: appliedTexts.withdrawAsk,
            done: appliedTexts.withdrawn,
          }}
          onChanged={onChanged}
        />
      </Stack>
    </Card>
    <Card title={planTexts.schedule}>
      <ScheduleList label={planTexts.schedule} schedule={plan.instalments} />
    </Card>
  </>
)
