import { addDays, type BusinessDate, daysBetween } from '@anjiao/shared/calendar'
import { type NoticeKind, noticeKinds, type WhyNotSend } from '@anjiao/shared/notice-life'
import { daysBetweenRequests, hardHours, requestsMost } from '@anjiao/shared/notice-limits'
import type { WhyNotPress } from '@anjiao/shared/vocabulary'

/** What decides whether a home may be written to now, whatever the notice says. */
export interface HomeFacts {
  /** Somebody else owns the room by now. */
  readonly transferred: boolean
  readonly stop: 'deceased' | 'asked' | 'represented' | 'other' | null
  readonly complaintOpen: boolean
  /** The company no longer serves the community (民法典 949). */
  readonly contractEnded: boolean
  /** Of each message that asked this home for money in the last 30 days, on whatever channel, its day; of other notices. */
  readonly asked: readonly BusinessDate[]
  /** The last such day on which it was reminded, which a new bill is not. */
  readonly remindedOn: BusinessDate | null
  /** Full hours of the day between which it wishes to hear from us. */
  readonly fromHour: number
  readonly toHour: number
}

/** What a notice is about, as it stands now. */
export type SubjectFacts =
  | {
      readonly about: 'charges'
      /** Of each charge it may ask for: why nobody may press for it, if so. */
      readonly charges: readonly (WhyNotPress | null)[]
      /** A bill, or a reminder before its day, asks for what is not due yet. */
      readonly beforeDue: boolean
    }
  /** Whether it is still as the notice says: the instalment is expected, the payment stands, the answer holds. */
  | { readonly about: 'payment' | 'answer'; readonly isSo: boolean }
  /** `paying`: somebody is about to pay what the plan or the debit is about. */
  | { readonly about: 'instalment' | 'debit'; readonly isSo: boolean; readonly paying: boolean }

export interface SendFacts {
  readonly kind: NoticeKind
  /** How the campaign or rule that it comes from stands. */
  readonly source: 'running' | 'paused' | 'stopped'
  /** Later than it would still say what is so. */
  readonly tooLate: boolean
  /** Read already, so that it need not be sent. */
  readonly opened: boolean
  readonly home: HomeFacts
  readonly subject: SubjectFacts
  readonly today: BusinessDate
  /** Of the day in Asia/Shanghai, 0 to 23. */
  readonly hour: number
}

/**
 * 能不能发. Why a notice is not sent to a home now; null: it may be, if somebody can be reached. Asked at the last second before
 * every send, on every channel. Of several reasons the first of: nobody wants it sent any more, or needs it; the home is not to be
 * asked at all; there is nothing to ask for; it was asked enough (own limits, 民法典 1033); it is a bad hour. Pure.
 */
export function whyNotSend(facts: SendFacts): WhyNotSend | null {
  if (facts.source === 'stopped') return 'stopped'
  if (facts.tooLate) return 'too_late'
  if (facts.opened) return 'opened'
  if (facts.source === 'paused') return 'paused'
  return (
    (asksForMoney(facts.kind) ? whyNotAsk(facts.home) : null) ??
    whyNotAbout(facts.subject) ??
    (noticeKinds[facts.kind].counts ? whyEnough(facts) : null) ??
    (noticeKinds[facts.kind].waitsForHour && !isDecentHour(facts.home, facts.hour) ? 'hour' : null)
  )
}

/** Whoever asked us, or has paid, hears of it in any case; whoever is asked for money may be protected from it. */
export const asksForMoney = (kind: NoticeKind): boolean => {
  const { about } = noticeKinds[kind]
  return about === 'charges' || about === 'instalment'
}

function whyNotAsk({ stop, transferred, contractEnded, complaintOpen }: HomeFacts): WhyNotSend | null {
  if (stop === 'deceased') return 'deceased'
  if (stop !== null) return 'do_not_contact'
  if (transferred) return 'transferred'
  if (contractEnded) return 'contract_ended'
  return complaintOpen ? 'complaint_open' : null
}

function whyNotAbout(subject: SubjectFacts): WhyNotSend | null {
  if (subject.about !== 'charges') {
    if (!subject.isSo) return 'not_so'
    return 'paying' in subject && subject.paying ? 'paying' : null
  }
  const { charges, beforeDue } = subject
  // Who is paying at this moment is left in peace, whatever else is open.
  if (charges.includes('paying')) return 'paying'
  if (charges.some((why) => mayAskFor(why, beforeDue))) return null
  if (charges.every((why) => why === 'settled' || why === 'cancelled')) return 'nothing_open'
  return charges.includes('not_due') ? 'nothing_due' : 'held'
}

/** Whether a notice may ask for a charge that may not be pressed for, or why: one before its day asks for what is not due. */
export const mayAskFor = (why: WhyNotPress | null, beforeDue: boolean): boolean =>
  why === null || (beforeDue && why === 'not_due')

function whyEnough({ kind, home, today }: SendFacts): WhyNotSend | null {
  if (home.asked.filter((day) => day > addDays(today, -30)).length >= requestsMost.in30Days) return 'too_many'
  const isSoon = home.remindedOn !== null && daysBetween(home.remindedOn, today) < daysBetweenRequests
  return kind === 'reminder' && isSoon ? 'too_soon' : null
}

/** Between the hours that the home wishes, and never outside the hard ones. */
export const isDecentHour = ({ fromHour, toHour }: Pick<HomeFacts, 'fromHour' | 'toHour'>, hour: number) =>
  hour >= Math.max(fromHour, hardHours.from) && hour < Math.min(toHour, hardHours.to)
