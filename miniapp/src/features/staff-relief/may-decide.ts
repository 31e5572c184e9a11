import type { StaffPost } from '@anjiao/shared/contract/identity'
import { mayEnter } from '../staff-post/doors'

/** Who decides about relief, sees its photos, and what is left of the budgets. */
export const mayDecideRelief = ({ roles }: Pick<StaffPost, 'roles'>): boolean =>
  mayEnter(roles, { roles: ['finance', 'manager'] })

/** Who sets out what is given, and takes it back. */
export const maySetOutRelief = ({ roles }: Pick<StaffPost, 'roles'>): boolean =>
  mayEnter(roles, { roles: ['manager'] })
