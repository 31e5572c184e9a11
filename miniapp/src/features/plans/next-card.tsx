import { addDays, type BusinessDate, daysBetween, formatDate, formatMonthDay } from '@anjiao/shared/calendar'
import type { PlanInstalment } from '@anjiao/shared/contract/plan'
import { formatYuan } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '../../platform/today'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Money } from '../../ui/money'
import { Stack } from '../../ui/page'
import { ErrorNote } from '../../ui/states'
import { MoveSheet } from './move-sheet'
import { leftOf, moveBounds, nextInstalment, openUpTo, unpaid } from './plan-facts'
import type { PlanViewProps } from './plan-view'
import './plans.scss'
import { SeveralSheet } from './several-sheet'
import { planTexts } from './texts'
import { usePayPlan } from './use-pay-plan'

/** The next instalment, large, with everything one may do about it: pay it, pay several or all, move it. */
export function NextCard({ home, plan, onChanged }: PlanViewProps) {
  const [opened, setOpened] = useState<'several' | 'move'>()
  const { run, busy, failure } = usePayPlan(home, plan.id)
  const next = nextInstalment(plan)
  if (!next) return null
  const open = unpaid(plan)
  const last = open[open.length - 1] ?? next
  const pay = async (upTo: number) => {
    await run({ upTo, shownFen: openUpTo(plan, upTo) })
    onChanged()
  }
  const mayMove = plan.movesLeft > 0 && open.some(({ no }) => moveBounds(plan, no, today()))
  return (
    <Card title={planTexts.next(next.no)} tone={next.state === 'grace' ? 'due' : 'plain'}>
      <Stack>
        <View>
          <Money fen={leftOf(next)} size="large" tone="due" />
          <When next={next} graceDays={plan.graceDays} />
          {next.paidFen > 0 && (
            <Note>
              {planTexts.partly} <Money fen={next.paidFen} />
            </Note>
          )}
        </View>
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        <View className="buttons">
          <Button busy={busy} onPress={() => void pay(next.no)}>
            {planTexts.pay(next.no)}
          </Button>
          {open.length > 2 && (
            <Button look="quiet" disabled={busy} onPress={() => setOpened('several')}>
              {planTexts.several}
            </Button>
          )}
          {open.length > 1 && (
            <Button look="plain" disabled={busy} onPress={() => void pay(last.no)}>
              {planTexts.all(formatYuan(plan.openFen))}
            </Button>
          )}
          {mayMove && plan.state !== 'signed' && (
            <Button look="plain" icon="calendar" onPress={() => setOpened('move')}>
              {planTexts.move(plan.movesLeft)}
            </Button>
          )}
        </View>
      </Stack>
      <SeveralSheet
        plan={plan}
        open={opened === 'several'}
        busy={busy}
        onPay={(upTo) => void pay(upTo)}
        onClose={() => setOpened(undefined)}
      />
      <MoveSheet
        home={home}
        plan={plan}
        open={opened === 'move'}
        onClose={() => setOpened(undefined)}
        onMoved={onChanged}
      />
    </Card>
  )
}

/** Until when, without alarm: the days of grace are said where they count. */
function When({ next, graceDays }: { next: PlanInstalment; graceDays: number }) {
  if (next.state === 'aside') return <View className="text">{planTexts.aside}</View>
  if (next.no === 0) return <View className="text">{planTexts.downBy(formatDate(next.dueDate))}</View>
  if (next.state === 'grace') {
    return <View className="text">{planTexts.grace(formatMonthDay(addDays(next.dueDate, graceDays)))}</View>
  }
  return (
    <>
      <View className="text whole-words">{planTexts.dueOn(formatDate(next.dueDate))}</View>
      <Note>{daysLeft(next.dueDate)}</Note>
    </>
  )
}

function daysLeft(dueDate: BusinessDate): string {
  const days = daysBetween(today(), dueDate)
  return days < 0 ? '' : planTexts.inDays(days)
}
