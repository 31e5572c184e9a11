import { addMonths, type BusinessDate } from '@anjiao/shared/calendar'
import type { PlanOptions } from '@anjiao/shared/contract/plans'

type Choosable = PlanOptions['charges'][number]

/**
 * Whether a charge fell due so long ago that its limitation may have run out (民法典 188). Nobody acknowledges it by a tick
 * that was there before they looked (民法典 192, 193): it is chosen by its owner, or not at all.
 */
export const isOld = ({ charge }: Choosable, today: BusinessDate): boolean =>
  addMonths(charge.dueDate, 36) < today
