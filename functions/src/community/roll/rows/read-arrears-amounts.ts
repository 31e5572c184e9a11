import { addFen, type Fen, formatYuan, subtractFen, zeroFen } from '@anjiao/shared/money'
import { readAmount } from '../cells/read-amount.ts'
import type { Field } from '../column-names.ts'
import { formulaFault, isFault, mergeFault } from './read-home.ts'
import type { Fault, RowView } from './row-view.ts'

/** 应收、已收、欠费 of one row: charged is paid and owed together. */
export interface Amounts {
  readonly chargedFen: Fen
  readonly paidFen: Fen
  readonly owedFen: Fen
}

const amountFields = ['charged', 'paid', 'owed'] as const
/** 1 亿元, far above any fee of one home: 200,000 rows of it still add up exactly. */
const largestFen = 10_000_000_000

/**
 * Reads the amounts of a row. A column that the sheet lacks follows from the others: 应收 is 已收 and 欠费 together.
 * An empty 已收 is nothing paid. Where all three are given they must agree.
 */
export function readArrearsAmounts(view: RowView): Amounts | Fault {
  const fault = formulaFault(view, amountFields) ?? mergeFault(view, amountFields)
  if (fault) return fault
  const charged = amount(view, 'charged')
  if (typeof charged === 'object') return charged
  const paid = view.cell('paid') ? amount(view, 'paid') : view.has('paid') ? zeroFen : undefined
  if (typeof paid === 'object') return paid
  const owed = amount(view, 'owed')
  if (typeof owed === 'object') return owed

  const amounts = complete(charged, paid, owed)
  const wrong = isFault(amounts) ? amounts : signFault(view, amounts)
  if (wrong) return wrong
  return amounts
}

/** Whether a row says nothing of money: no amount at all, or only zeros. For sheets that list every home. */
export const owesNothing = (view: RowView): boolean =>
  amountFields.every((field) => {
    const cell = view.cell(field)
    return !cell || readAmount(cell) === 0
  })

function amount(view: RowView, field: Field): Fen | undefined | Fault {
  if (!view.has(field)) return undefined
  const cell = view.cell(field)
  if (!cell) return { why: 'amount is missing', field }
  const read = readAmount(cell)
  if (read === 'not a number') return { why: 'amount is not a number', field }
  if (read === 'too precise') return { why: 'amount has more than two decimals', field }
  return Math.abs(read) > largestFen ? { why: 'amount is too large', field } : read
}

function complete(charged: Fen | undefined, paid: Fen | undefined, owed: Fen | undefined): Amounts | Fault {
  if (charged === undefined) {
    const amounts = { paidFen: paid ?? zeroFen, owedFen: owed ?? zeroFen }
    return { chargedFen: addFen(amounts.paidFen, amounts.owedFen), ...amounts }
  }
  if (paid === undefined) {
    const stillOwed = owed ?? charged
    return { chargedFen: charged, paidFen: subtractFen(charged, stillOwed), owedFen: stillOwed }
  }
  const difference = subtractFen(charged, paid)
  if (owed === undefined || owed === difference) {
    return { chargedFen: charged, paidFen: paid, owedFen: difference }
  }
  const facts = { charged: formatYuan(charged), paid: formatYuan(paid), difference: formatYuan(difference) }
  return { why: 'amount owed is not charged minus paid', field: 'owed', facts }
}

function signFault(view: RowView, amounts: Amounts): Fault | undefined {
  const shown = (field: Field): Field => (view.has(field) ? field : view.has('owed') ? 'owed' : 'charged')
  if (amounts.chargedFen < 0) return { why: 'amount is negative', field: shown('charged') }
  if (amounts.paidFen < 0) return { why: 'amount is negative', field: shown('paid') }
  if (amounts.owedFen < 0) return { why: 'amount is negative', field: shown('owed') }
  return amounts.chargedFen === 0 ? { why: 'amount is not positive', field: shown('charged') } : undefined
}
