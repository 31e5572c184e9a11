import type { NoticeWords } from '@anjiao/shared/contract/notices'
import type { DisputeId, NoticeId, PaymentAttemptId, PlanId, ReliefApplicationId } from '@anjiao/shared/ids'
import {
  type HomeAddress,
  toAdvance,
  toBills,
  toDispute,
  toDisputes,
  toHome,
  toNotices,
  toPayment,
  toPayments,
  toPlans,
  toRelief,
} from '../../../routes'
import { toBankDebit, toNotice, toPlan, toReliefApplication } from '../../../routes/owner'
import { goalTexts } from './texts'

/**
 * Where a notice leads: to the very thing it is about, or where it is found when no number came with it. Deferrals have no page
 * of their own, and payments made elsewhere neither: they stand among the others.
 */
export function goalOf(
  home: HomeAddress,
  { goal, goalId }: Pick<NoticeWords, 'goal' | 'goalId'>,
): { label: string; address: string } {
  return { label: goalTexts[goal], address: addressOf(home, goal, goalId) }
}

function addressOf(home: HomeAddress, goal: NoticeWords['goal'], id: number | null): string {
  switch (goal) {
    case 'bills':
      return toBills(home)
    case 'plan':
      return id === null ? toPlans(home) : toPlan(home, id as PlanId)
    case 'attempt':
      return id === null ? toPayments(home) : toPayment(home, id as PaymentAttemptId)
    case 'payment':
      return toPayments(home)
    case 'deferral':
      return toPlans(home)
    case 'relief':
      return id === null ? toRelief(home) : toReliefApplication(home, id as ReliefApplicationId)
    case 'dispute':
      return id === null ? toDisputes(home) : toDispute(home, id as DisputeId)
    case 'notice':
      return id === null ? toNotices(home) : toNotice(home, id as NoticeId)
    case 'debit':
      return toBankDebit(home)
    case 'advance':
      return toAdvance(home)
    case 'home':
      return toHome()
  }
}
