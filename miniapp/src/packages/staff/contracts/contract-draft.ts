import type { BusinessDate } from '@anjiao/shared/calendar'
import type { NewServiceContract } from '@anjiao/shared/contract/community'
import type { FeeModel } from '@anjiao/shared/vocabulary'
import { readDecimal } from '../../../features/staff-numbers/decimal'

/** A contract as it is being typed. */
export interface ContractDraft {
  readonly name: string
  readonly fromDate: BusinessDate
  readonly hasEnd: boolean
  readonly toDate: BusinessDate
  readonly feeModel: FeeModel
  readonly hasLateFee: boolean
  readonly clause: string
  /** Ten-thousandths a day, as contracts say it: `3` is 万分之三. */
  readonly rate: string
  readonly afterDays: string
}

/** What was typed as a contract; undefined while something is missing or no number. */
export function readContract(draft: ContractDraft): NewServiceContract | undefined {
  const { fromDate, hasEnd, toDate, feeModel } = draft
  const name = draft.name.trim()
  const lateFee = draft.hasLateFee ? readLateFee(draft) : null
  if (name === '' || lateFee === undefined || (hasEnd && toDate < fromDate)) return undefined
  return { name, fromDate, toDate: hasEnd ? toDate : null, feeModel, lateFee }
}

function readLateFee({ clause, rate, afterDays }: ContractDraft): NewServiceContract['lateFee'] | undefined {
  // A ten-thousandth is a hundred millionths.
  const dailyPpm = readDecimal(rate, 2)
  const days = readDecimal(afterDays, 0)
  if (clause.trim() === '' || !dailyPpm || days === undefined) return undefined
  return { clause: clause.trim(), dailyPpm, afterDays: days }
}
