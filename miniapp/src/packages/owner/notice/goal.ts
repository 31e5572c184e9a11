import type { NoticeWords } from '@anjiao/shared/contract/notices'
import type { DisputeId, PlanId, ReliefApplicationId } from '@anjiao/shared/ids'
import {
  type HomeAddress,
  toBills,
  toDispute,
  toDisputes,
  toHome,
  toPayments,
  toPlans,
  toRelief,
} from '../../../routes'
import { toPlan, toReliefApplication } from '../../../routes/owner'
import { goalTexts } from './texts'

/** Where a notice leads: to the very thing it is about, or where it is found when no number came with it. */
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
    case 'payment':
      return toPayments(home)
    case 'deferral':
      return toPlans(home)
    case 'relief':
      return id === null ? toRelief(home) : toReliefApplication(home, id as ReliefApplicationId)
    case 'dispute':
      return id === null ? toDisputes(home) : toDispute(home, id as DisputeId)
    case 'home':
      return toHome()
  }
}
