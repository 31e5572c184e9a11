import type { StaffPost } from '@anjiao/shared/contract/identity'
import { mayEnter } from '../staff-post/doors'

/** Whether somebody decides about plans and deferrals, and may offer plans. */
export const mayDecidePlans = ({ roles }: Pick<StaffPost, 'roles'>): boolean =>
  mayEnter(roles, { roles: ['finance', 'manager'] })
