import type { WaitingRequest } from '@anjiao/shared/contract/disputes'
import type { DisputeId, PlanId } from '@anjiao/shared/ids'
import {
  type AtCommunity,
  toStaffDeferrals,
  toStaffDispute,
  toStaffHousehold,
  toStaffPlan,
} from '../../routes/staff'

/** The page on which a request is answered; where a matter has none, the household that asked. */
export function toRequest(at: AtCommunity, { matter, id, householdId }: WaitingRequest): string {
  switch (matter) {
    case 'plan':
      return toStaffPlan(at, id as PlanId)
    case 'dispute':
      return toStaffDispute(at, id as DisputeId)
    case 'deferral':
      return toStaffDeferrals(at)
    default:
      return toStaffHousehold(at, householdId)
  }
}
