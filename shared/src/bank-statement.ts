import type { BankLayout } from './contract/bank-statements.ts'

/** What a column of a bank's file holds. */
export const bankColumns = {
  day: '交易日期',
  serial: '流水号',
  amount: '金额（支出为负，或另有收支标志）',
  direction: '收支标志',
  credit: '收入金额',
  debit: '支出金额',
  balance: '余额',
  name: '对方户名',
  remark: '摘要或附言',
  ignored: '不用的内容',
} as const
export type BankColumn = keyof typeof bankColumns

export const bankLineStates = {
  open: '待处理',
  matched: '已对上',
  held: '已转待查款',
  explained: '已说明',
} as const
export type BankLineState = keyof typeof bankLineStates

/** Why a line of the bank, or a posting of ours, stands alone. */
export const bankDoubts = {
  missing_here: '银行有，账上没有',
  missing_there: '账上有，银行没有',
  amount: '金额不一致',
  date: '日期不一致',
  unsure: '要人来认',
  undone: '账上已冲正',
} as const
export type BankDoubtKind = keyof typeof bankDoubts

/** All that is wrong with a layout, in sentences; none: files can be read by it. Pure. */
export function bankLayoutProblems({ columns, creditMark }: BankLayout): string[] {
  const contents = columns.map(({ content }) => content)
  const has = (content: BankColumn) => contents.includes(content)
  const problems: string[] = []
  for (const content of ['day', 'serial'] as const)
    if (!has(content)) problems.push(`要有“${bankColumns[content]}”一列`)
  if (has('amount') === (has('credit') && has('debit')))
    problems.push('要么有一列金额，要么收入、支出各一列，不能都有或都没有')
  if (has('direction') && (!has('amount') || creditMark === ''))
    problems.push('有收支标志时，要有一列金额，并写明哪个字表示收入')
  for (const content of contents)
    if (content !== 'ignored' && contents.indexOf(content) !== contents.lastIndexOf(content))
      problems.push(`“${bankColumns[content]}”只能有一列`)
  return [...new Set(problems)]
}
