import { dateOf, daysInMonth, formatDate, type Period, wholeMonths } from '@anjiao/shared/calendar'
import type { FieldText } from '@anjiao/shared/template-fields'
import type { WordingValue } from '@anjiao/shared/wording-values'

interface ValueFacts {
  /** What it is, which decides how it is written where. */
  readonly is: 'words' | 'money' | 'day' | 'moment' | 'period' | 'phone'
  /** Whether it still says what is so with its end left off. */
  readonly mayBeCut: boolean
  /** What may be said in its place where it does not fit, or must not be read by others. */
  readonly instead?: string
}

const facts: Readonly<Record<WordingValue, ValueFacts>> = {
  community: { is: 'words', mayBeCut: true },
  room: { is: 'words', mayBeCut: false },
  address: { is: 'words', mayBeCut: true, instead: '业主' },
  item: { is: 'words', mayBeCut: true, instead: '小区费用' },
  period: { is: 'period', mayBeCut: false },
  amount: { is: 'money', mayBeCut: false },
  due_date: { is: 'day', mayBeCut: false },
  today: { is: 'day', mayBeCut: false },
  instalment: { is: 'words', mayBeCut: false },
  result: { is: 'words', mayBeCut: true },
  matter: { is: 'words', mayBeCut: true },
  paid_amount: { is: 'money', mayBeCut: false },
  paid_at: { is: 'moment', mayBeCut: false },
  hotline: { is: 'phone', mayBeCut: false },
  account: { is: 'words', mayBeCut: false },
}

/** The ways of writing a value in a field of some type (`thing`, `date`, …), the one preferred first. Pure. */
export function waysToWrite(value: WordingValue, text: string, type: string): FieldText[] {
  const { is, mayBeCut, instead } = facts[value]
  return [
    { text: written(is, value, text, type), mayBeCut },
    ...(is === 'period' ? [{ text: shortPeriod(text) }] : []),
    ...(instead === undefined ? [] : [{ text: instead }]),
  ]
}

function written(is: ValueFacts['is'], value: WordingValue, text: string, type: string): string {
  if (is === 'money' && type === 'thing') return `${text}元`
  if (is === 'period') return writtenPeriod(text, type)
  if (is === 'phone' && type === 'character_string') return text.replaceAll(' ', '')
  if (is === 'day' && type === 'character_string') return daysIn(text).join('~')
  // The day itself is still in time.
  if (value === 'due_date' && type === 'time') return `${text} 23:59`
  return text
}

/** Where only digits and signs may stand, `2026-01~2026-12`; where days are wanted, its first and last. */
function writtenPeriod(text: string, type: string): string {
  const ends = endsOf(text)
  if (!ends) return text
  if (type === 'date') return `${formatDate(ends.from)}~${formatDate(ends.to)}`
  if (type !== 'character_string') return text
  const digits = wholeMonths(ends) === undefined ? 10 : 7
  const [from, to] = [ends.from.slice(0, digits), ends.to.slice(0, digits)]
  return from === to ? from : `${from}~${to}`
}

/** The first and last day of a period as people read it: `2026年`, `2026年1月–9月`, both days, … */
function endsOf(text: string): Period | undefined {
  const [first = '', last = first] = text.split('–')
  const start = /^(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?$/.exec(first)
  const end = /^(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?$/.exec(last)
  if (!start || !end) return undefined
  const from = dateOf(Number(start[1]), Number(start[2] ?? 1), Number(start[3] ?? 1))
  const [year, month] = [Number(end[1] ?? start[1]), Number(end[2] ?? 12)]
  const to = dateOf(year, month, Number(end[3] ?? daysInMonth(year, month)))
  return from && to && { from, to }
}

const aDay = /(\d{4})年(\d{1,2})月(\d{1,2})日/g

const daysIn = (text: string): string[] =>
  Array.from(
    text.matchAll(aDay),
    ([, year, month, day]) => dateOf(Number(year), Number(month), Number(day)) ?? '',
  )

/** `25.12.15–26.12.14`: two whole days are longer than a `thing`. */
const shortPeriod = (period: string): string =>
  period.replace(aDay, (_, year: string, month, day) => [year.slice(2), month, day].join('.'))
