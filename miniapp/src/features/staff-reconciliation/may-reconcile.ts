import type { StaffPost } from '@anjiao/shared/contract/identity'
import { mayEnter } from '../staff-post/doors'

/** Who says why a difference is none, and closes days. Managers look on. */
export const mayReconcile = ({ roles }: Pick<StaffPost, 'roles'>): boolean =>
  mayEnter(roles, { roles: ['finance'] })
