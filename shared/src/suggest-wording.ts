import type { FieldContent } from './contract/wordings.ts'
import type { NoticeKind } from './notice-life.ts'
import { fieldType, type TemplateField } from './template-fields.ts'
import { knows, type WordingValue } from './wording-values.ts'

/** What labels of WeChat's public templates usually mean; the first that a notice knows, and the field can hold, is taken. */
const meanings: readonly (readonly [label: RegExp, values: readonly WordingValue[]])[] = [
  [/截止|到期|期限|最晚|最迟|缴费日/, ['due_date', 'paid_at', 'today']],
  [/(缴费|支付|付款|交易|到账|收款)(时间|日期)/, ['paid_at', 'due_date', 'today']],
  [/期数|第几期/, ['instalment', 'period']],
  [/期间|账期|周期|月份|时段/, ['period', 'instalment']],
  [/(金额|费用合计|总额|应缴|待缴|欠缴|账单费用)/, ['amount', 'paid_amount']],
  [/(结果|状态|进度)/, ['result']],
  [/(事项|业务|申请)(类型|名称|内容)?/, ['matter', 'item']],
  [/(电话|热线|联系方式)/, ['hotline']],
  [/(账户|账号|卡号|尾号|银行卡)/, ['account']],
  [/(房|住址|地址|门牌|户号)/, ['room']],
  [/(小区|社区|项目名称|楼盘|物业名称)/, ['community']],
  [/(项目|类型|类别|费用名称|账单名称|名称)/, ['item', 'matter']],
  [/(时间|日期)/, ['paid_at', 'due_date', 'today']],
]

/** What a field can hold, whatever its label says. */
const byType: Readonly<Record<string, readonly WordingValue[]>> = {
  amount: ['amount', 'paid_amount'],
  number: ['amount', 'paid_amount'],
  date: ['due_date', 'paid_at', 'period', 'today'],
  time: ['paid_at', 'due_date'],
  phone_number: ['hotline'],
  phrase: ['result'],
  character_string: ['period', 'hotline', 'amount', 'paid_amount', 'due_date', 'account'],
}

/** What a line for remarks says: nothing that anybody need hide. */
const remarks: Readonly<Record<NoticeKind, string>> = {
  bill: '账单待查看，点开看明细',
  reminder: '账单待查看，点开看明细',
  instalment: '点开看分期明细',
  receipt: '已收到，点开看明细',
  answer: '点开看办理结果',
  debit: '不想扣，点开就能停',
}

/**
 * A sensible start for what goes into the fields of a template, by their labels and types, for staff to look over. A field that
 * nothing is known for is left out. Pure.
 */
export function suggestFields(
  kind: NoticeKind,
  fields: readonly TemplateField[],
): Record<string, FieldContent> {
  return Object.fromEntries(
    fields.flatMap((field): [string, FieldContent][] => {
      const content = suggestField(kind, field)
      return content ? [[field.key, content]] : []
    }),
  )
}

function suggestField(kind: NoticeKind, { key, label, options }: TemplateField): FieldContent | undefined {
  const type = fieldType(key)
  if (type === 'enum') return options[0] === undefined ? undefined : { text: options[0] }
  const value = [...meant(label), ...(byType[type] ?? [])].find(
    (each) => knows(kind, each) && canHold(type, each),
  )
  if (value) return { value }
  return type === 'thing' ? { text: remarks[kind] } : undefined
}

const meant = (label: string): readonly WordingValue[] =>
  /备注|提示|说明|提醒/.test(label) ? [] : (meanings.find(([pattern]) => pattern.test(label))?.[1] ?? [])

const canHold = (type: string, value: WordingValue): boolean =>
  type === 'thing' || (byType[type] ?? []).includes(value)
