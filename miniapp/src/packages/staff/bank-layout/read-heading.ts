import type { BankColumn } from '@anjiao/shared/bank-statement'
import type { BankLayout } from '@anjiao/shared/contract/bank-statements'

type Column = BankLayout['columns'][number]

/** How banks head what a column holds; what is asked first is told apart first: 借贷标志 is no 借方金额. */
const headings: readonly (readonly [BankColumn, RegExp])[] = [
  ['direction', /标志|标识|方向|借\/贷|收\/支/],
  ['balance', /余额/],
  ['credit', /贷方|收入|存入|转入|入账金额/],
  ['debit', /借方|支出|支取|转出|出账金额/],
  ['amount', /金额|发生额/],
  ['day', /日期|交易时间/],
  ['serial', /流水号|参考号|交易号|流水/],
  ['name', /对方.*(户名|名称|单位)|对手.*名|付款人|户名/],
  ['remark', /摘要|附言|用途|备注/],
]

/**
 * The columns of a heading as a bank's file has it, each with what it most likely holds: the first of a kind, the others are not
 * used. What was chosen before for a title stays. Pure.
 */
export function columnsOf(heading: string, separator: string, before: readonly Column[] = []): Column[] {
  const titles = heading
    .split(separator)
    .map((title) =>
      title
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter((title, at, all) => title !== '' || at < all.length - 1)
  const chosen = new Map(before.map(({ title, content }) => [title, content]))
  const used = new Set<BankColumn>()
  return titles.map((title) => {
    const guess = headings.find(([content, words]) => words.test(title) && !used.has(content))?.[0]
    const content = chosen.get(title) ?? guess ?? 'ignored'
    used.add(content)
    return { title, content }
  })
}
