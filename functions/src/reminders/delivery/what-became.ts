import { addDays, businessDateAt, startOfDay } from '@anjiao/shared/calendar'
import type { DeliveryOutcome, DeliveryState } from '@anjiao/shared/notice-life'
import type { CreditEnd } from '../credits/settle-credits.ts'

/** What a provider answered to one message. */
export type Answered =
  | { readonly kind: 'ok'; readonly providerId: string | null }
  /** Its reader wants none, or has agreed to no more. */
  | {
      readonly kind:
        | 'refused'
        | 'banned'
        | 'bad-recipient'
        | 'busy'
        | 'bad-template'
        | 'bad-content'
        | 'config'
    }
  | {
      readonly kind: 'limited'
      /** Ours, or that of one reader. */
      readonly whose: 'account' | 'reader'
      readonly until: 'minute' | 'hour' | 'day'
    }
  /** No connection stood: it was certainly not taken. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unknown-outcome' }

/** What is written down of a message that a provider was handed. */
export interface Became {
  readonly state: DeliveryState
  readonly outcome: DeliveryOutcome
  /** When it is tried again; null: it is not. */
  readonly again: Date | null
  /** What happens to the consent that it used; `kept`: that is not known either. */
  readonly credit: CreditEnd['outcome'] | 'kept'
  /** Whether this was one of the tries after which it is given up. */
  readonly counts: boolean
  /** Until when nothing more goes out on this channel, or of this template. */
  readonly pause: { readonly of: 'channel' | 'template'; readonly until: Date } | null
}

/** A message that may be tried again is tried so often, and then given up. */
export const triesMost = 5
/** More tries than this are not told apart: a person may have it sent again as often as they like. */
export const triesNoted = 20
const minutesOfConfig = 30
/** So long nothing goes out where nobody answers: outages last minutes. */
export const minutesWithoutAnswer = 5

/**
 * What an answer means for the message, its consent and its channel. What was not taken, and surely so, may be tried again or go
 * another way; what may have been taken never is. Pure.
 */
export function whatBecame(answered: Answered, tries: number, now: Date): Became {
  switch (answered.kind) {
    case 'ok':
      return { ...ended('accepted', 'spent'), state: 'sent' }
    case 'refused':
      return ended('refused', 'refused')
    case 'banned':
      return ended('banned', 'refused')
    case 'bad-recipient':
    case 'bad-content':
      return ended('invalid', 'returned')
    case 'unknown-outcome':
      return { ...ended('lost', 'kept'), state: 'unknown' }
    case 'unreachable':
      return allWait('no_connection', inMinutes(now, minutesWithoutAnswer))
    case 'busy':
      return later('limited', tries, inMinutes(now, 1))
    case 'limited': {
      const until = untilOf(answered.until, now)
      return answered.whose === 'account' ? allWait('limited', until) : later('limited', tries, until)
    }
    case 'bad-template':
    case 'config': {
      const until = inMinutes(now, minutesOfConfig)
      const pause = { of: answered.kind === 'config' ? 'channel' : 'template', until } as const
      return { ...later('config', tries, until), pause }
    }
  }
}

const ended = (outcome: DeliveryOutcome, credit: Became['credit']): Became => ({
  state: 'failed',
  outcome,
  again: null,
  credit,
  counts: true,
  pause: null,
})

const later = (outcome: DeliveryOutcome, tries: number, again: Date): Became =>
  tries + 1 < triesMost
    ? { ...ended(outcome, 'returned'), state: 'waiting', again }
    : ended(outcome, 'returned')

/** That nobody may send is not this message's fault: it waits as often as need be. */
const allWait = (outcome: DeliveryOutcome, until: Date): Became => ({
  ...ended(outcome, 'returned'),
  state: 'waiting',
  again: until,
  counts: false,
  pause: { of: 'channel', until },
})

function untilOf(until: 'minute' | 'hour' | 'day', now: Date): Date {
  if (until === 'day') return startOfDay(addDays(businessDateAt(now), 1))
  return inMinutes(now, until === 'hour' ? 60 : 1)
}

export const inMinutes = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)
