import type { NoticeKind } from './notice-life.ts'

/** What a field of a template may be filled with. */
export const wordingValues = {
  community: '小区',
  room: '房号',
  address: '称呼',
  item: '收费项目',
  period: '费用期间',
  amount: '待缴金额',
  due_date: '缴费日',
  today: '今天日期',
  instalment: '第几期',
  result: '办理结果',
  matter: '办理事项',
  paid_amount: '缴费金额',
  paid_at: '缴费时间',
  hotline: '物业电话',
  account: '账户尾号',
} as const
export type WordingValue = keyof typeof wordingValues

/** The values of a message, as people read them: money in yuan, days as `2026年12月31日`. */
export type WordingTexts = Partial<Readonly<Record<WordingValue, string>>>

const ofEveryKind = ['community', 'room', 'address', 'hotline', 'today'] as const

/** What a notice of a kind knows, and so may be filled with. */
export const valuesOfKind = {
  bill: [...ofEveryKind, 'item', 'period', 'amount', 'due_date'],
  reminder: [...ofEveryKind, 'item', 'period', 'amount', 'due_date'],
  instalment: [...ofEveryKind, 'item', 'instalment', 'amount', 'due_date'],
  receipt: [...ofEveryKind, 'item', 'paid_amount', 'paid_at'],
  answer: [...ofEveryKind, 'matter', 'result'],
  debit: [...ofEveryKind, 'item', 'amount', 'due_date', 'account'],
} as const satisfies Record<NoticeKind, readonly WordingValue[]>

export const knows = (kind: NoticeKind, value: WordingValue): boolean =>
  valuesOfKind[kind].some((each) => each === value)
