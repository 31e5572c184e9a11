import type { RuleSetting } from '@anjiao/shared/contract/reminder-rules'
import { noticeKinds } from '@anjiao/shared/notice-life'
import { type ReminderRule, reminderRules } from '@anjiao/shared/reminder-rules'
import { texts } from './texts'

/** The rules as they follow one another in time, each group along one line. */
export const ruleGroups = [
  {
    title: texts.bill,
    hint: texts.billHint,
    rules: ['bill_published', 'due_in_7', 'due_today', 'overdue_7'],
  },
  {
    title: texts.instalment,
    hint: texts.instalmentHint,
    rules: ['instalment_in_3', 'instalment_today', 'instalment_missed'],
  },
  { title: texts.answer, hint: texts.answerHint, rules: ['receipt', 'answers'] },
] as const satisfies readonly { title: string; hint: string; rules: readonly ReminderRule[] }[]

/** What answers somebody goes out when it happens; the rest waits for its hour. */
export const hasHour = (rule: ReminderRule): boolean => rule !== 'receipt' && rule !== 'answers'

/** At what hour a rule goes out, or how soon after what happened. */
export function whenWords({ rule, hour }: Pick<RuleSetting, 'rule' | 'hour'>): string {
  if (hasHour(rule)) return texts.atHour(hour)
  return noticeKinds[reminderRules[rule].kind].waitsForHour ? texts.inTheDay : texts.atOnce
}

/** Where a rule stands on its line: `出账`, `前 7 天`, `当天`, `随时`. */
export function dayWords(rule: ReminderRule): string {
  const { days } = reminderRules[rule]
  if (days === null) return rule === 'bill_published' ? texts.billing : texts.happening
  if (days === 0) return texts.onDay
  return days < 0 ? texts.before(-days) : texts.after(days)
}
