import { formatDate } from '@anjiao/shared/calendar'
import type { Plan, PlanInstalment } from '@anjiao/shared/contract/plan'
import { formatYuan } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Icon, type IconName } from '../../ui/icon'
import { NumberMark, ScheduleList } from './schedule-list'
import { planTexts, scheduleTexts } from './texts'

const icons: Readonly<Record<PlanInstalment['state'], IconName | undefined>> = {
  paid: 'check',
  upcoming: undefined,
  aside: 'clock',
  grace: 'clock',
  missed: 'info',
}

/** Every instalment of a plan with its state: a picture and words. */
export const InstalmentList = ({ instalments }: Pick<Plan, 'instalments'>) => (
  <Card title={planTexts.schedule}>
    <ScheduleList
      label={planTexts.schedule}
      schedule={instalments}
      mark={(instalment) => <StateMark {...instalment} />}
      note={(instalment) => <View className="cell-hint whole-words">{wordsOf(instalment)}</View>}
    />
  </Card>
)

const StateMark = ({ no, state }: PlanInstalment) => {
  const icon = icons[state]
  if (!icon) return <NumberMark no={no} />
  return (
    <View className={`schedule-mark schedule-mark-${state}`}>
      <Icon name={icon} />
    </View>
  )
}

/** `第 2 期 · 还没到日子 · 已缴 50.00 元`. */
function wordsOf({ no, state, paidFen, movedFrom }: PlanInstalment): string {
  return [
    no === 0 ? scheduleTexts.down : scheduleTexts.no(no),
    planTexts.states[state],
    ...(state !== 'paid' && paidFen > 0 ? [planTexts.someOf(formatYuan(paidFen))] : []),
    ...(movedFrom ? [planTexts.movedFrom(formatDate(movedFrom))] : []),
  ].join(' · ')
}
