import type { BillMutation } from './bill-desk.ts'
import type { BillEntry } from './bill-entries.ts'

/** The entries of a day as a bill that is wrong about them has them. */
export const mutateEntries = (
  entries: readonly BillEntry[],
  mutations: readonly BillMutation[],
): readonly BillEntry[] => mutations.reduce(mutated, entries)

function mutated(entries: readonly BillEntry[], { mutate, outTradeNo }: BillMutation): readonly BillEntry[] {
  const found = entries.findIndex(({ order }) => outTradeNo === undefined || order.outTradeNo === outTradeNo)
  const entry = entries[found]
  if (!entry) return entries
  switch (mutate) {
    case 'missing_row':
      return entries.toSpliced(found, 1)
    case 'extra_row':
      return entries.toSpliced(found, 0, strange(entry))
    case 'amount':
      return entries.with(found, { ...entry, amountFen: entry.amountFen + 1 })
    case 'fee':
      return entries.with(found, { ...entry, feeFen: entry.feeFen + 1 })
    default:
      return entries
  }
}

/** The same once more, under numbers that nobody knows. */
function strange(entry: BillEntry): BillEntry {
  const turned = (number: string): string => number.split('').toReversed().join('')
  const transactionId = `4299${turned(entry.transactionId).slice(0, 24)}`
  const order = { ...entry.order, outTradeNo: `X${turned(entry.order.outTradeNo)}`.slice(0, 32) }
  if (!entry.refund) return { ...entry, transactionId, order }
  const refundId = `5099${turned(entry.refund.refundId).slice(0, 24)}`
  return {
    ...entry,
    transactionId,
    order,
    refund: { ...entry.refund, refundId, outRefundNo: `X${refundId}` },
  }
}
