import type { StaffPost } from '@anjiao/shared/contract/identity'
import { mayEnter } from './doors'

/** Who prints letters. Who only carries them does not read them. */
export const mayPrintLetters = ({ roles }: Pick<StaffPost, 'roles'>): boolean =>
  mayEnter(roles, { roles: ['front_desk', 'manager'] })
