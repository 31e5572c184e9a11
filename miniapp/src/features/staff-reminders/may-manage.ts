import type { StaffPost } from '@anjiao/shared/contract/identity'
import { mayEnter } from '../staff-post/doors'

/** Who sets down what is sent, to whom and when. */
export const mayManageReminders = ({ roles }: Pick<StaffPost, 'roles'>): boolean =>
  mayEnter(roles, { roles: ['manager'] })
