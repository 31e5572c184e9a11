import { formatDate } from '@anjiao/shared/calendar'
import type { Plan, PlanInstalment } from '@anjiao/shared/contract/plans'
import { formatYuan } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { instalmentName, ScheduleCells } from '../../../features/staff-plans/schedule-cells'
import { scheduleTexts } from '../../../features/staff-plans/texts'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Money } from '../../../ui/money'
import { Tag, type Tone } from '../../../ui/tag'
import { texts } from './texts'

/** What would fall due when; once it is signed, what of it was paid and what was missed. */
export function InstalmentsCard({ plan: { signedOn, instalments } }: { plan: Plan }) {
  if (!signedOn) {
    return (
      <Card title={scheduleTexts.list}>
        <ScheduleCells instalments={instalments} />
      </Card>
    )
  }
  const counted = (state: PlanInstalment['state']) =>
    instalments.filter((instalment) => instalment.state === state).length
  return (
    <Card title={texts.instalments}>
      <Note>{texts.counted(counted('paid'), counted('missed'), instalments.length)}</Note>
      <Cells>
        {instalments.map((instalment) => (
          <InstalmentCell key={instalment.no} instalment={instalment} />
        ))}
      </Cells>
    </Card>
  )
}

const tones: Readonly<Record<PlanInstalment['state'], Tone>> = {
  paid: 'good',
  upcoming: 'calm',
  grace: 'due',
  missed: 'due',
}

const InstalmentCell = ({ instalment }: { instalment: PlanInstalment }) => (
  <Cell
    label={instalmentName(instalment.no)}
    hint={hintOf(instalment)}
    value={
      <View className="instalment">
        <Money fen={instalment.amountFen} />
        <Tag tone={tones[instalment.state]}>{texts.states[instalment.state]}</Tag>
      </View>
    }
  />
)

function hintOf({ dueDate, movedFrom, paidFen, amountFen }: PlanInstalment): string {
  const told = [
    formatDate(dueDate),
    movedFrom && texts.movedFrom(formatDate(movedFrom)),
    paidFen > 0 && paidFen < amountFen && texts.partly(formatYuan(paidFen)),
  ]
  return told.filter(Boolean).join('，')
}
