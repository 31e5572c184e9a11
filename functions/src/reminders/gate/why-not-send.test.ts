import { addDays, type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import { type NoticeKind, noticeKinds, type WhyNotSend } from '@anjiao/shared/notice-life'
import { type WhyNotPress, whyNotPress } from '@anjiao/shared/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SendFacts, type SubjectFacts, whyNotSend } from './why-not-send.ts'

const today = businessDate('2026-03-10')
const daysAgo = (days: number): BusinessDate => addDays(today, -days)

const facts = ({
  home,
  ...over
}: Partial<Omit<SendFacts, 'home'>> & { home?: Partial<SendFacts['home']> }): SendFacts => ({
  kind: 'reminder',
  source: 'running',
  tooLate: false,
  opened: false,
  subject: { about: 'charges', charges: [null], beforeDue: false },
  today,
  hour: 10,
  ...over,
  home: {
    transferred: false,
    stop: null,
    complaintOpen: false,
    contractEnded: false,
    asked: [],
    remindedOn: null,
    fromHour: 9,
    toHour: 20,
    ...home,
  },
})

const charges = (charges: (WhyNotPress | null)[], beforeDue = false): Partial<SendFacts> => ({
  subject: { about: 'charges', charges, beforeDue },
})

describe('a reminder goes', () => {
  it.each<[string, Parameters<typeof facts>[0]]>([
    ['to a home that owes something we may press for', {}],
    ['where one charge is held and another is not', charges(['plan', null])],
    ['before its day, where it is about what is not due yet', charges(['not_due'], true)],
    ['seven days after the last one', { home: { remindedOn: daysAgo(7), asked: [daysAgo(7)] } }],
    [
      'as the fourth in 30 days',
      { home: { asked: [daysAgo(29), daysAgo(20), daysAgo(10)], remindedOn: daysAgo(10) } },
    ],
    ['at the last minute of the hours that the home wishes', { hour: 19 }],
    ['to a home that wishes late hours', { hour: 21, home: { toHour: 22 } }],
  ])('%s', (_, over) => {
    expect(whyNotSend(facts(over))).toBeNull()
  })
})

describe('a reminder does not go', () => {
  it.each<[WhyNotSend, string, Parameters<typeof facts>[0]]>([
    ['stopped', 'when its campaign was stopped, or its rule switched off', { source: 'stopped' }],
    ['paused', 'while its campaign is paused', { source: 'paused' }],
    ['opened', 'to who has read it already', { opened: true }],
    ['too_late', 'when it would say what is no longer so', { tooLate: true }],
    ['deceased', 'to an owner who has died', { home: { stop: 'deceased' } }],
    ['do_not_contact', 'to who has a lawyer', { home: { stop: 'represented' } }],
    ['transferred', 'to a home that was sold', { home: { transferred: true } }],
    ['contract_ended', 'when the company no longer serves the community', { home: { contractEnded: true } }],
    ['complaint_open', 'while a complaint about a reminder waits', { home: { complaintOpen: true } }],
    ['nothing_open', 'to who has paid', charges(['settled', 'cancelled'])],
    ['nothing_open', 'about nothing', charges([])],
    [
      'held',
      'about what is in a plan, a deferral, relief or dispute',
      charges(['plan', 'settled', 'dispute']),
    ],
    ['nothing_due', 'before its day', charges(['not_due', 'plan'])],
    ['paying', 'to who is paying at this moment, even if other charges are open', charges(['paying', null])],
    ['too_soon', 'six days after the last one', { home: { remindedOn: daysAgo(6), asked: [daysAgo(6)] } }],
    ['too_many', 'as the fifth in 30 days', { home: { asked: [29, 22, 15, 8].map(daysAgo) } }],
    ['hour', 'before nine', { hour: 8 }],
    ['hour', 'from eight in the evening on', { hour: 20 }],
    ['hour', 'outside the hard hours, whatever the home wishes', { hour: 22, home: { toHour: 24 } }],
  ])('%s: %s', (why, _, over) => {
    expect(whyNotSend(facts(over))).toBe(why)
  })
})

describe('others than reminders', () => {
  const so = (about: 'payment' | 'answer', isSo = true): SubjectFacts => ({ about, isSo })
  const all = { stop: 'deceased', transferred: true, complaintOpen: true, contractEnded: true } as const

  it('who has paid hears of it at once, at any hour and whatever else is noted', () => {
    const receipt = { kind: 'receipt', subject: so('payment'), hour: 3, home: all } as const
    expect(whyNotSend(facts(receipt))).toBeNull()
  })

  it('who asked for something hears the answer, at a decent hour', () => {
    const answer = {
      kind: 'answer',
      subject: so('answer'),
      home: { ...all, asked: [1, 2, 3, 4].map(daysAgo) },
    } as const
    expect(whyNotSend(facts(answer))).toBeNull()
    expect(whyNotSend(facts({ ...answer, hour: 22 }))).toBe('hour')
  })

  it('an instalment is told of however soon after a reminder, as one of the four in 30 days, and not where nobody is to be asked', () => {
    const subject = { about: 'instalment', isSo: true, paying: false } as const
    const instalment = { kind: 'instalment', subject } as const
    expect(whyNotSend(facts({ ...instalment, home: { remindedOn: today, asked: [today] } }))).toBeNull()
    expect(whyNotSend(facts({ ...instalment, home: { asked: [1, 2, 3, 4].map(daysAgo) } }))).toBe('too_many')
    expect(whyNotSend(facts({ ...instalment, home: { stop: 'asked' } }))).toBe('do_not_contact')
    expect(whyNotSend(facts({ ...instalment, subject: { ...subject, isSo: false } }))).toBe('not_so')
    expect(whyNotSend(facts({ ...instalment, subject: { ...subject, paying: true } }))).toBe('paying')
  })

  it('a new bill counts as asking, and comes however soon after a reminder', () => {
    const bill = { kind: 'bill', ...charges(['not_due'], true) } as const
    expect(whyNotSend(facts({ ...bill, home: { remindedOn: today, asked: [today] } }))).toBeNull()
    expect(whyNotSend(facts({ ...bill, home: { asked: [1, 2, 3, 4].map(daysAgo) } }))).toBe('too_many')
  })
})

describe('whatever the state of the world', () => {
  const whys = Object.keys(whyNotPress).filter((why): why is WhyNotPress => why in whyNotPress)
  const kinds = Object.keys(noticeKinds).filter((kind): kind is NoticeKind => kind in noticeKinds)
  const someDay = fc.integer({ min: 0, max: 60 }).map(daysAgo)
  const home = fc.record({
    transferred: fc.boolean(),
    stop: fc.constantFrom(null, null, null, 'deceased' as const, 'asked' as const),
    complaintOpen: fc.boolean(),
    contractEnded: fc.boolean(),
    asked: fc.array(someDay, { maxLength: 6 }),
    remindedOn: fc.option(someDay),
    fromHour: fc.integer({ min: 8, max: 12 }),
    toHour: fc.integer({ min: 13, max: 22 }),
  })
  const world = fc.constantFrom(...kinds).chain((kind) => {
    const { about } = noticeKinds[kind]
    const subject =
      about === 'charges'
        ? fc.record({
            about: fc.constant(about),
            charges: fc.array(fc.constantFrom(null, ...whys), { maxLength: 4 }),
            beforeDue: fc.boolean(),
          })
        : about === 'instalment' || about === 'debit'
          ? fc.record({ about: fc.constant(about), isSo: fc.boolean(), paying: fc.boolean() })
          : fc.record({ about: fc.constant(about), isSo: fc.boolean() })
    return fc.record({
      kind: fc.constant(kind),
      source: fc.constantFrom('running' as const, 'paused' as const, 'stopped' as const),
      tooLate: fc.boolean(),
      opened: fc.boolean(),
      home,
      subject,
      today: fc.constant(today),
      hour: fc.integer({ min: 0, max: 23 }),
    })
  })

  /** The rules one by one, each as a sentence of its own, without any order among them. */
  function mayGo({ kind, source, tooLate, opened, home: it, subject, hour }: SendFacts): boolean {
    const rules: boolean[] = [source === 'running', !tooLate, !opened]
    const isAsking = kind === 'bill' || kind === 'reminder' || kind === 'instalment'
    if (isAsking) rules.push(!it.transferred, it.stop === null, !it.complaintOpen, !it.contractEnded)
    if (kind !== 'receipt') rules.push(hour >= 8, hour < 22, hour >= it.fromHour, hour < it.toHour)
    if (isAsking) rules.push(it.asked.filter((day) => day > '2026-02-08').length < 4)
    if (kind === 'reminder') rules.push(it.remindedOn === null || it.remindedOn <= '2026-03-03')
    if (subject.about === 'charges') {
      const { beforeDue } = subject
      rules.push(!subject.charges.includes('paying'))
      rules.push(subject.charges.some((why) => why === null || (why === 'not_due' && beforeDue)))
    } else rules.push(subject.isSo, !('paying' in subject && subject.paying))
    return rules.every(Boolean)
  }

  it('a message goes when every rule lets it, and never otherwise', () => {
    fc.assert(
      fc.property(world, (facts) => {
        expect(whyNotSend(facts) === null).toBe(mayGo(facts))
      }),
      { numRuns: 5_000 },
    )
  })
})
