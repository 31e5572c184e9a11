import type { WaitingRequest } from '@anjiao/shared/contract/disputes'
import { type AtCommunity, toStaffHousehold } from '../../routes/staff'

/** The page on which a request is answered; until a matter has one, the household that asked. */
export const toRequest = (at: AtCommunity, { householdId }: WaitingRequest): string =>
  toStaffHousehold(at, householdId)
