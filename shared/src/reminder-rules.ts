import type { NoticeKind } from './notice-life.ts'

interface RuleFacts {
  readonly label: string
  readonly kind: NoticeKind
  /** Days from the day that it is about: before it below zero. Null: when it happens. */
  readonly days: number | null
}

/** 自动提醒. What the calendar or a happening brings by itself; a community switches each on or off. */
export const reminderRules = {
  bill_published: { label: '账单出来时', kind: 'bill', days: null },
  due_in_7: { label: '缴费日前 7 天', kind: 'reminder', days: -7 },
  due_today: { label: '缴费日当天', kind: 'reminder', days: 0 },
  overdue_7: { label: '缴费日后 7 天', kind: 'reminder', days: 7 },
  instalment_in_3: { label: '每期到期前 3 天', kind: 'instalment', days: -3 },
  instalment_today: { label: '每期到期当天', kind: 'instalment', days: 0 },
  instalment_missed: { label: '每期过了日子还没缴', kind: 'instalment', days: 1 },
  receipt: { label: '缴费成功时', kind: 'receipt', days: null },
  answers: { label: '申请有结果时', kind: 'answer', days: null },
  debit_coming: { label: '银行代扣前', kind: 'debit', days: null },
} as const satisfies Record<string, RuleFacts>

export type ReminderRule = keyof typeof reminderRules
