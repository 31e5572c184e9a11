import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import { type DeliveryState, type NoticeKind, noticeKinds } from '@anjiao/shared/notice-life'
import type { HoldMatter, WhyNotPress } from '@anjiao/shared/vocabulary'
import fc from 'fast-check'
import type { SendFacts } from '../why-not-send.ts'

/** A home, what the company knows of it, and a message to it whose turn has come. Days count from today, before it below zero. */
export interface ModelHome {
  readonly charges: readonly ModelCharge[]
  /** An order of WeChat; `picks` says for which charges by their place, of none for what is due. */
  readonly attempt: {
    readonly state: 'created' | 'prepaid' | 'paid' | 'closed'
    readonly endsInMinutes: number
    readonly picks: readonly number[]
  } | null
  readonly stop: SendFacts['home']['stop']
  readonly hours: { readonly from: number; readonly to: number } | null
  readonly leftOn: number | null
  readonly complaint: 'none' | 'waits' | 'answered'
  readonly earlier: readonly ModelMessage[]
  readonly reader: 'owner' | 'family' | 'tenant' | 'nobody'
  readonly credits: number
  readonly source: ModelSource
  readonly asksFor: readonly number[]
  readonly minutesLeft: number
  readonly opened: boolean
  /** The message went out already, on another channel. */
  readonly wentOut: boolean
}

export interface ModelCharge {
  readonly due: number
  readonly paid: '' | '40.00' | '100.00'
  readonly cancelled: boolean
  readonly hold: {
    readonly matter: HoldMatter
    readonly granted: boolean
    readonly from: number
    readonly to: number | null
  } | null
}

/** A message that a home got before, or was to get: when it passed the gate, and when somebody took it on its way. */
export interface ModelMessage {
  readonly kind: NoticeKind
  readonly state: DeliveryState
  readonly gated: number
  readonly onItsWay: number
}

export interface ModelContract {
  readonly from: number
  readonly lasts: number | null
}

/** What messages come from: of campaigns by their state, of rules whether they are on, what they say and how early. */
export const sources = {
  running: { campaign: 'running', stands: 'running', kind: 'reminder', beforeDue: false },
  done: { campaign: 'done', stands: 'running', kind: 'reminder', beforeDue: false },
  paused: { campaign: 'paused', stands: 'paused', kind: 'reminder', beforeDue: false },
  halted: { campaign: 'stopped', stands: 'stopped', kind: 'reminder', beforeDue: false },
  overdue: { rule: 'overdue_7', stands: 'running', kind: 'reminder', beforeDue: false },
  early: { rule: 'due_in_7', stands: 'running', kind: 'reminder', beforeDue: true },
  off: { rule: 'due_today', stands: 'stopped', kind: 'reminder', beforeDue: true },
  bill: { rule: 'bill_published', stands: 'running', kind: 'bill', beforeDue: true },
} as const
export type ModelSource = keyof typeof sources

const mostly = <const T, const U>(usual: U, other: fc.Arbitrary<T>): fc.Arbitrary<T | U> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 8 }, { arbitrary: other, weight: 2 })

const days = (min: number, max: number) => fc.integer({ min, max })

const anyCharge: fc.Arbitrary<ModelCharge> = fc.record({
  due: mostly(-20, days(-1, 2)),
  paid: mostly('', fc.constantFrom('40.00', '100.00')),
  cancelled: mostly(false, fc.boolean()),
  hold: mostly(
    null,
    fc
      .record({
        matter: fc.constantFrom('plan', 'deferral', 'relief', 'dispute'),
        granted: fc.boolean(),
        from: days(-5, 1),
        lasts: fc.option(days(0, 5)),
      })
      .map(({ lasts, ...hold }) => ({ ...hold, to: lasts === null ? null : hold.from + lasts })),
  ),
})

const anyMessage: fc.Arbitrary<ModelMessage> = fc
  .record({
    kind: fc.constantFrom('bill', 'reminder', 'reminder', 'instalment', 'receipt', 'answer'),
    state: fc.constantFrom(
      'sending',
      'sent',
      'delivered',
      'unknown',
      'failed',
      'left_out',
      'unreachable',
      'stopped',
    ),
    gated: fc.oneof(days(-8, 0), days(-32, 0)),
    later: mostly(0, days(0, 9)),
  })
  .map(({ later, ...message }) => ({ ...message, onItsWay: Math.min(0, message.gated + later) }))

export const anyHome: fc.Arbitrary<ModelHome> = fc
  .record({
    charges: fc.array(anyCharge, { minLength: 1, maxLength: 3 }),
    attempt: mostly(
      null,
      fc.record({
        state: fc.constantFrom('created', 'prepaid', 'paid', 'closed'),
        endsInMinutes: fc.constantFrom(-1, 0, 1),
        picks: fc.subarray([0, 1, 2]),
      }),
    ),
    stop: mostly(null, fc.constantFrom('deceased', 'asked', 'represented', 'other')),
    hours: mostly(null, fc.record({ from: days(8, 11), to: days(12, 22) })),
    leftOn: mostly(null, days(-1, 1)),
    complaint: mostly('none', fc.constantFrom('waits', 'answered')),
    earlier: fc.oneof(fc.constant([]), fc.array(anyMessage, { maxLength: 6 })),
    reader: mostly('owner', fc.constantFrom('family', 'tenant', 'nobody')),
    credits: mostly(1, days(0, 2)),
    source: fc.constantFrom(...sourceNames()),
    asksFor: fc.subarray([0, 1, 2], { minLength: 1 }),
    minutesLeft: mostly(60, fc.constantFrom(-1, 0)),
    opened: mostly(false, fc.boolean()),
    wentOut: mostly(false, fc.boolean()),
  })
  .map((home) => ({ ...home, asksFor: home.asksFor.filter((at) => at === 0 || at < home.charges.length) }))
  .filter(({ asksFor }) => asksFor.length > 0)

function sourceNames(): ModelSource[] {
  return Object.keys(sources).filter((name): name is ModelSource => name in sources)
}

/** None, or one after another, for two do not run at once. */
export const anyContracts: fc.Arbitrary<readonly ModelContract[]> = fc
  .tuple(
    fc.array(fc.record({ from: fc.constant(-400), lasts: days(396, 400) }), { maxLength: 1 }),
    fc.array(fc.record({ from: days(-1, 1), lasts: fc.option(days(0, 2)) }), { maxLength: 1 }),
  )
  .map(([[former], [latter]]): ModelContract[] => {
    const ended = former && latter && former.from + former.lasts >= latter.from ? undefined : former
    return [ended, latter].filter((contract) => contract !== undefined)
  })

/** What the gate is to know, by a plain reading of a home. */
export function factsOf(
  home: ModelHome,
  contracts: readonly ModelContract[],
  { today, hour }: { today: BusinessDate; hour: number },
): SendFacts {
  const { kind, stands, beforeDue } = sources[home.source]
  const begun = contracts.filter(({ from }) => from <= 0)
  const asked = home.earlier
    .filter(({ state }) => ['sending', 'sent', 'delivered', 'unknown'].includes(state))
    .filter((message) => noticeKinds[message.kind].counts)
    .map((message) => ({ kind: message.kind, day: outOn(message) }))
    .filter(({ day }) => day >= -30)
  const reminded = asked.filter((each) => each.kind === 'reminder').map(({ day }) => day)
  return {
    kind,
    source: stands,
    tooLate: home.minutesLeft < 0,
    opened: home.opened,
    home: {
      stop: home.stop,
      transferred: home.leftOn !== null && home.leftOn < 0,
      complaintOpen: home.complaint === 'waits',
      contractEnded: begun.length > 0 && begun.every(({ from, lasts }) => lasts !== null && from + lasts < 0),
      asked: asked.map(({ day }) => addDays(today, day)).toSorted(),
      remindedOn: reminded.length > 0 ? addDays(today, Math.max(...reminded)) : null,
      fromHour: home.hours?.from ?? 9,
      toHour: home.hours?.to ?? 20,
    },
    subject: { about: 'charges', charges: home.asksFor.map((at) => whyOf(home, at)), beforeDue },
    today,
    hour,
  }
}

/** A message is on its way from the day on which it was handed over, and may be from the day on which it was let through. */
const outOn = ({ state, gated, onItsWay }: ModelMessage): number => (state === 'sending' ? gated : onItsWay)

function whyOf({ charges, attempt }: ModelHome, at: number): WhyNotPress | null {
  const charge = charges[at]
  if (!charge) throw new Error(`no charge ${at}`)
  const { due, paid, cancelled, hold } = charge
  if (cancelled) return 'cancelled'
  if (paid === '100.00') return 'settled'
  if (hold && hold.from <= 0 && (hold.to === null || hold.to >= 0)) {
    if (hold.matter === 'dispute') return 'dispute'
    return hold.granted ? hold.matter : `${hold.matter}_review`
  }
  if (attempt && isOpen(attempt.state) && attempt.endsInMinutes > 0) {
    const picked = attempt.picks.filter((each) => each < charges.length)
    if (picked.length === 0 || picked.includes(at)) return 'paying'
  }
  return due >= 0 ? 'not_due' : null
}

const isOpen = (state: string): boolean => state === 'created' || state === 'prepaid'
