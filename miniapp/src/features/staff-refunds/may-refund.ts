import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { RefundRoute } from '@anjiao/shared/refund-life'
import { mayEnter } from '../staff-post/doors'

type Held = Pick<StaffPost, 'roles'>

/** Who lets a refund go, or does not. */
export const mayCheckRefunds = ({ roles }: Held): boolean =>
  mayEnter(roles, { roles: ['finance', 'manager'] })

/** Who says what a refund was for that happened without us. */
export const mayExplainRefunds = ({ roles }: Held): boolean => mayEnter(roles, { roles: ['finance'] })

/** Who sets up to which sum one person is enough. */
export const maySetRefundLimit = ({ roles }: Held): boolean => mayEnter(roles, { roles: ['manager'] })

/** Whether money that goes this way is paid out by people, at the counter or from the bank. */
export const isPaidOut = (route: RefundRoute): route is 'cash' | 'transfer' =>
  route === 'cash' || route === 'transfer'
