import { addMonths, type BusinessDate } from './calendar.ts'

/** After three years whoever owes may refuse to pay (诉讼时效, 民法典 188, 192). */
const limitationMonths = 36

/**
 * Whether what fell due on a day may be past its limitation. Nobody acknowledges that by a tick which was there before they
 * looked, or without being told (民法典 192, 193): it is chosen by its owner, or not at all.
 */
export const mayBePastLimitation = (dueDate: BusinessDate, today: BusinessDate): boolean =>
  addMonths(dueDate, limitationMonths) < today
