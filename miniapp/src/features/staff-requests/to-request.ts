import type { WaitingRequest } from '@anjiao/shared/contract/requests'
import type { DisputeId, PlanId, ReliefApplicationId } from '@anjiao/shared/ids'
import {
  type AtCommunity,
  toStaffDeferrals,
  toStaffDispute,
  toStaffMessages,
  toStaffPlan,
  toStaffReliefCase,
} from '../../routes/staff'
import { toStaffAdvanceReturn } from '../../routes/staff-money'

/** The page on which a request is answered. */
export function toRequest(
  at: AtCommunity,
  { matter, id, householdId }: Pick<WaitingRequest, 'matter' | 'id' | 'householdId'>,
): string {
  switch (matter) {
    case 'plan':
      return toStaffPlan(at, id as PlanId)
    case 'deferral':
      return toStaffDeferrals(at)
    case 'relief':
      return toStaffReliefCase(at, id as ReliefApplicationId)
    case 'dispute':
      return toStaffDispute(at, id as DisputeId)
    case 'advance_return':
      return toStaffAdvanceReturn(at, householdId)
    case 'complaint':
      return toStaffMessages(at)
  }
}
