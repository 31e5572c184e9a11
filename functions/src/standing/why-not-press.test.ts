import { businessDate } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import { type ShownHold, shownHolds } from '@anjiao/shared/vocabulary'
import { expect, it } from 'vitest'
import { type ChargeFacts, whyNotPress } from './why-not-press.ts'

const today = businessDate('2026-03-10')
const late: ChargeFacts = {
  dueDate: businessDate('2026-03-09'),
  openFen: fen(1),
  cancelled: false,
  hold: null,
  paying: false,
}

it('we may press for what is open and was due, when nothing stays it', () => {
  expect(whyNotPress(late, today)).toBeNull()
})

it('on the day on which something is due, it is not late', () => {
  expect(whyNotPress({ ...late, dueDate: today }, today)).toBe('not_due')
})

const everyHold = (Object.keys(shownHolds) as ShownHold[]).flatMap((matter) => [
  { matter, granted: true },
  { matter, granted: false },
])

it('a dispute is said as one, what is not told as paused, what was promised by its name, what is asked for as waiting for our answer', () => {
  expect(everyHold.map((hold) => whyNotPress({ ...late, hold }, today))).toEqual([
    'plan',
    'plan_review',
    'deferral',
    'deferral_review',
    'relief',
    'relief_review',
    'dispute',
    'dispute',
    'paused',
    'paused',
  ])
})

/** In the order in which they are said, but for what holds it. */
const order = ['cancelled', 'settled', 'held', 'paying', 'not_due'] as const
type Reason = (typeof order)[number]

/** Every reason there is, without an order. */
function reasons({ dueDate, openFen, cancelled, hold, paying }: ChargeFacts): Set<Reason> {
  const found = new Set<Reason>()
  if (cancelled) found.add('cancelled')
  if (openFen === 0) found.add('settled')
  if (paying) found.add('paying')
  if (dueDate >= today) found.add('not_due')
  if (hold) found.add('held')
  return found
}

it('of everything that can be the case at once, the first reason in the order is the answer, and none only when there is none', () => {
  let cases = 0
  for (const hold of [null, ...everyHold]) {
    for (const cancelled of [true, false]) {
      for (const openFen of [fen(0), fen(1)]) {
        for (const paying of [true, false]) {
          for (const dueDate of ['2026-03-09', '2026-03-10', '2026-03-11'].map(businessDate)) {
            const facts = { dueDate, openFen, cancelled, hold, paying }
            const all = reasons(facts)
            const first = order.find((reason) => all.has(reason)) ?? null
            expect(whyNotPress(facts, today)).toBe(
              first === 'held' ? whyNotPress({ ...late, hold }, today) : first,
            )
            cases++
          }
        }
      }
    }
  }
  expect(cases).toBe(264)
})
