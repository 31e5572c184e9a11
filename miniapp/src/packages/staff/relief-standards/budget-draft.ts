import type { BusinessDate } from '@anjiao/shared/calendar'
import type { NewReliefBudget } from '@anjiao/shared/contract/relief-standards'
import { parseYuan } from '@anjiao/shared/money'
import type { BudgetSource } from '@anjiao/shared/vocabulary'
import { budgetTexts as texts } from './texts'

/** A budget as it is being written. */
export interface BudgetDraft {
  readonly name: string
  readonly fromDate: BusinessDate
  readonly toDate: BusinessDate
  readonly amount: string
  readonly source: BudgetSource
  readonly resolution: string
}

/** What was written as a budget, or what is to be put right first. Common income is the owners' (民法典 278, 282). */
export function readBudget(
  draft: BudgetDraft,
): { readonly budget: NewReliefBudget } | { readonly fault: string } {
  const { fromDate, toDate, source } = draft
  const name = draft.name.trim()
  const resolution = draft.resolution.trim()
  const amountFen = parseYuan(draft.amount)
  if (name === '') return { fault: texts.noName }
  if (toDate < fromDate) return { fault: texts.endsBefore }
  if (amountFen === undefined || amountFen <= 0) return { fault: texts.noAmount }
  if (source === 'common_income' && resolution === '') return { fault: texts.noResolution }
  return { budget: { name, fromDate, toDate, amountFen, source, resolution } }
}
