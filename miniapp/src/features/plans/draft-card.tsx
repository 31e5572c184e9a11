import { formatDate } from '@anjiao/shared/calendar'
import { sumFen } from '@anjiao/shared/money'
import { type LateFeeTerms, lateFeeTerms } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Money } from '../../ui/money'
import { Stack } from '../../ui/page'
import { Facts } from '../bills/facts'
import type { PlanDraft } from './plan-draft'
import { ScheduleList } from './schedule-list'
import { Stairs } from './stairs'
import { choiceTexts } from './texts'

/** What a choice comes to, worked out on the phone: each instalment with its day, the first and the last, and their sum. */
export function DraftCard({ draft, lateFee }: { draft: PlanDraft; lateFee: LateFeeTerms }) {
  const { schedule, debtFen, terms } = draft
  const [first] = schedule.filter(({ no }) => no > 0)
  const last = schedule[schedule.length - 1]
  const [down] = schedule.filter(({ no }) => no === 0)
  if (!first || !last) return null
  return (
    <Card title={choiceTexts.result}>
      <Stack>
        <View>
          <Note>{choiceTexts.each(terms.everyMonths)}</Note>
          <Money fen={first.amountFen} size="large" />
        </View>
        <Stairs debtFen={debtFen} schedule={schedule} />
        <Facts
          facts={[
            ...(down ? [{ label: choiceTexts.down, value: <Money fen={down.amountFen} /> }] : []),
            { label: choiceTexts.first, value: formatDate(first.dueDate) },
            { label: choiceTexts.last, value: formatDate(last.dueDate) },
            {
              label: choiceTexts.sum,
              value: <Money fen={sumFen(schedule.map(({ amountFen }) => amountFen))} />,
            },
          ]}
        />
        <Note>{choiceTexts.sumHint}</Note>
        <Note>{lateFeeTerms[lateFee]}。</Note>
        <ScheduleList label={choiceTexts.schedule} schedule={schedule} />
      </Stack>
    </Card>
  )
}
