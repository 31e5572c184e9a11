import { type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import { expect, it } from 'vitest'
import { runPeriod } from './run-period.ts'

const today = businessDate('2026-11-23')
/** As it comes in a request, of which only the form is checked. */
const asked = (text: string) => text as BusinessDate

it.each([
  ['monthly', '2026-12-01', '2026-12-31'],
  ['quarterly', '2026-11-01', '2027-01-31'],
  ['yearly', '2026-04-01', '2027-03-31'],
  ['monthly', '2028-02-01', '2028-02-29'],
] as const)('a %s run from %s goes to %s', (cycle, from, to) => {
  const then = from < '2028' ? today : businessDate('2028-01-10')
  expect(runPeriod({ cycle, fromDate: businessDate(from), dueDate: businessDate(to) }, then)).toEqual({
    from,
    to,
  })
})

it.each([
  ['in the middle of a month', '2026-12-15', '2026-12-31', '1日'],
  ['more than a year ahead', '2027-12-01', '2027-12-31', '提前一年'],
  ['on a day that is none', '2026-13-01', '2026-12-31', '2026-13-01'],
  ['with a due date that is none', '2026-12-01', '2026-02-30', '2026-02-30'],
  ['overdue at once', '2026-12-01', '2026-11-22', '不能早于今天'],
  ['due a year after its end', '2026-12-01', '2028-01-01', '太晚'],
  ['of long ago but due in a year and a half', '2020-01-01', '2028-06-01', '太晚'],
])('refuses a run %s', (_, from, due, sentence) => {
  const run = () => runPeriod({ cycle: 'monthly', fromDate: asked(from), dueDate: asked(due) }, today)
  expect(run).toThrow(
    expect.objectContaining({ code: 'bad-input', message: expect.stringContaining(sentence) }),
  )
})
