import type { StaffPost } from '@anjiao/shared/contract/identity'
import { mayEnter } from '../staff-post/doors'

type Held = Pick<StaffPost, 'roles'>

/** Who lets a refund go, or does not. */
export const mayCheckRefunds = ({ roles }: Held): boolean =>
  mayEnter(roles, { roles: ['finance', 'manager'] })

/** Who says what a refund was for that happened without us. */
export const mayExplainRefunds = ({ roles }: Held): boolean => mayEnter(roles, { roles: ['finance'] })

/** Who sets up to which sum one person is enough. */
export const maySetRefundLimit = ({ roles }: Held): boolean => mayEnter(roles, { roles: ['manager'] })
