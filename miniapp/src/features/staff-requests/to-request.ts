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

/** The page on which a request is answered. */
export function toRequest(at: AtCommunity, { matter, id }: Pick<WaitingRequest, 'matter' | 'id'>): string {
  switch (matter) {
    case 'plan':
      return toStaffPlan(at, id as PlanId)
    case 'deferral':
      return toStaffDeferrals(at)
    case 'relief':
      return toStaffReliefCase(at, id as ReliefApplicationId)
    case 'dispute':
      return toStaffDispute(at, id as DisputeId)
    case 'complaint':
      return toStaffMessages(at)
  }
}
