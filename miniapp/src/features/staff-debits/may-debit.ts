import type { StaffPost } from '@anjiao/shared/contract/identity'
import { mayEnter } from '../staff-post/doors'

type Held = Pick<StaffPost, 'roles'>

/** Who makes batches, takes files to the bank and its results in, and says how they look. */
export const mayDebit = ({ roles }: Held): boolean => mayEnter(roles, { roles: ['finance'] })
