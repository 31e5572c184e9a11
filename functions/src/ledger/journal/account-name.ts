import type { Account } from '../../platform/database-types.ts'

const names = {
  receivable: 'Assets:Receivable',
  wechat: 'Assets:WeChat',
  cash: 'Assets:Cash',
  bank: 'Assets:Bank',
  pos: 'Assets:Pos',
  advance: 'Liabilities:Advance',
  suspense: 'Liabilities:Suspense',
  refund_payable: 'Liabilities:RefundPayable',
  income: 'Income:Fee',
  late_fee_income: 'Income:LateFee',
  relief: 'Income:Relief',
  discount: 'Income:Discount',
  bad_debt: 'Expenses:BadDebt',
  wechat_fee: 'Expenses:WeChatFee',
  finance_cost: 'Expenses:FinanceCost',
  till_difference: 'Expenses:TillDifference',
} as const satisfies Record<Account, string>

/**
 * An account as hledger and Beancount both take it. `of`: the household, fee item or place that the posting names. Beancount wants a
 * capital letter or a digit at the beginning of each part, and letters, digits and dashes after it: what is neither is written by its
 * code, so that two places never become one. Pure.
 */
export function accountName(account: Account, of: string | null): string {
  if (of === null) return names[account]
  const part = of.replaceAll(/[^A-Za-z0-9]/g, (sign) => `-${sign.codePointAt(0)?.toString(16)}-`)
  return `${names[account]}:N${part}`
}
