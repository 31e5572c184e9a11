import { businessDate } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import { type HoldMatter, holdMatters, type WhyNotPress } from '@anjiao/shared/vocabulary'
import { expect, it } from 'vitest'
import { type ChargeFacts, whyNotPress } from './why-not-press.ts'

const today = businessDate('2026-03-10')
const late: ChargeFacts = {
  dueDate: businessDate('2026-03-09'),
  openFen: fen(1),
  cancelled: false,
  holds: [],
  paying: false,
}

it('we may press for what is open and was due, when nothing stays it', () => {
  expect(whyNotPress(late, today)).toBeNull()
})

it('on the day on which something is due, it is not late', () => {
  expect(whyNotPress({ ...late, dueDate: today }, today)).toBe('not_due')
})

it('an open dispute is said before what was promised, that before what is asked for, that before a payment under way', () => {
  const all = { ...late, holds: everyHold, paying: true, dueDate: today }
  expect(whyNotPress(all, today)).toBe('dispute')
  const held = (...holds: ChargeFacts['holds']) => whyNotPress({ ...all, holds }, today)
  expect(held({ matter: 'plan', granted: false }, { matter: 'deferral', granted: true })).toBe('deferral')
  expect(held({ matter: 'relief', granted: false })).toBe('relief_review')
  expect(held()).toBe('paying')
})

const everyHold = (Object.keys(holdMatters) as HoldMatter[]).flatMap((matter) => [
  { matter, granted: true },
  { matter, granted: false },
])

const order: readonly WhyNotPress[] = [
  'cancelled',
  'settled',
  'dispute',
  'plan',
  'deferral',
  'relief',
  'plan_review',
  'deferral_review',
  'relief_review',
  'paying',
  'not_due',
]

/** Every reason there is, without an order. */
function reasons({ dueDate, openFen, cancelled, holds, paying }: ChargeFacts): Set<WhyNotPress> {
  const found = new Set<WhyNotPress>()
  if (cancelled) found.add('cancelled')
  if (openFen === 0) found.add('settled')
  if (paying) found.add('paying')
  if (dueDate >= today) found.add('not_due')
  for (const { matter, granted } of holds) {
    found.add(matter === 'dispute' || granted ? matter : `${matter}_review`)
  }
  return found
}

it('of everything that can be the case at once, the first reason in the order is the answer, and none only when there is none', () => {
  let cases = 0
  for (let chosen = 0; chosen < 2 ** everyHold.length; chosen++) {
    const holds = everyHold.filter((_, at) => chosen & (1 << at))
    for (const cancelled of [true, false]) {
      for (const openFen of [fen(0), fen(1)]) {
        for (const paying of [true, false]) {
          for (const dueDate of ['2026-03-09', '2026-03-10', '2026-03-11'].map(businessDate)) {
            const facts = { dueDate, openFen, cancelled, holds, paying }
            const all = reasons(facts)
            expect(whyNotPress(facts, today)).toBe(order.find((reason) => all.has(reason)) ?? null)
            cases++
          }
        }
      }
    }
  }
  expect(cases).toBe(6_144)
})
