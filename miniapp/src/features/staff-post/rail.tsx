import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { DoorName } from './doors'

export interface RailProps {
  post: StaffPost
  /** The room one is in. */
  door: DoorName
}

/** A phone has no room for it: there the workbench leads everywhere, and back to it the title bar. */
export const Rail = (_props: RailProps) => null
