import { formatMonthDay } from '@anjiao/shared/calendar'
import type { Plan } from '@anjiao/shared/contract/plan'
import { mayDo, planStates } from '@anjiao/shared/plan-life'
import type { ReactNode } from 'react'
import { go } from '../../platform/navigate'
import type { HomeAddress } from '../../routes'
import { toPlan } from '../../routes/owner'
import { Cell } from '../../ui/cell'
import { Money } from '../../ui/money'
import { isRunning, leftOf, nextInstalment } from './plan-facts'
import { wayTexts } from './way-texts'

/** A plan in one line on the first page: what comes next, or what waits for its owner. Leads to it. */
export const PlanWay = ({ home, plan }: { home: HomeAddress; plan: Plan }) => (
  <Cell icon="calendar" {...wordsOf(plan)} onPress={() => go(toPlan(home, plan.id))} />
)

interface Words {
  readonly label: string
  readonly hint?: string
  readonly value?: ReactNode
}

function wordsOf(plan: Plan): Words {
  const next = isRunning(plan) ? nextInstalment(plan) : undefined
  if (next) {
    const date = formatMonthDay(next.dueDate)
    const value = <Money fen={leftOf(next)} />
    if (next.no === 0) return { label: wayTexts.down, hint: wayTexts.until(date), value }
    return { label: wayTexts.next, hint: next.state === 'grace' ? wayTexts.grace : wayTexts.on(date), value }
  }
  if (plan.cureFen !== null && plan.cureUntil) {
    return {
      label: wayTexts.broken,
      hint: wayTexts.until(formatMonthDay(plan.cureUntil)),
      value: <Money fen={plan.cureFen} />,
    }
  }
  const { label } = planStates[plan.state]
  if (mayDo(plan.state, 'owner').includes('sign')) return { label, hint: wayTexts.sign }
  return { label, ...(plan.replyBy && { hint: wayTexts.replyBy(formatMonthDay(plan.replyBy)) }) }
}
