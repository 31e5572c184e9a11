import type { DeliveryId, NoticeWordingId, PersonId } from '@anjiao/shared/ids'
import type { Channel, WhyNotSend } from '@anjiao/shared/notice-life'
import type { Ctx } from '../../platform/context.ts'
import { reserveCredits } from '../credits/reserve-credits.ts'
import type { GateAnswer } from '../gate/ask-the-gate.ts'
import { type Recipient, recipients } from '../gate/recipients.ts'
import { type WordingInForce, wordingsInForce } from '../wordings/wordings-in-force.ts'
import { type FilledWhole, wordsFor } from './words-for.ts'

type Go = Extract<GateAnswer, { kind: 'go' }>

/** Exactly what a provider is given. */
export type SentMessage =
  | {
      readonly channel: 'subscription'
      readonly templateId: string
      readonly page: string
      readonly data: Readonly<Record<string, string>>
    }
  | { readonly channel: 'sms'; readonly templateId: string; readonly params: readonly string[] }

/** A message that may go, and somebody whom it reaches. */
export interface Reached {
  readonly deliveryId: DeliveryId
  readonly tries: number
  readonly wordingId: NoticeWordingId
  readonly personId: PersonId | null
  /** The openid or phone. */
  readonly to: string
  readonly sent: SentMessage
}

export interface Unreachable {
  readonly deliveryId: DeliveryId
  readonly why: WhyNotSend
}

/**
 * Finds for messages that may go, on channels that are not closed, who is to get them, in which words, and, where WeChat asks for it, by which
 * consent.
 */
export async function reach(
  ctx: Ctx,
  appid: string,
  goes: readonly Go[],
  closed: readonly Channel[],
): Promise<{ reached: readonly Reached[]; unreachable: readonly Unreachable[] }> {
  if (goes.length === 0) return { reached: [], unreachable: [] }
  const wordings = await wordingsInForce(ctx)
  const people = await recipients(
    ctx,
    appid,
    goes.map(({ at }) => at.householdId),
  )
  const worded = goes.map((go) =>
    closed.includes(go.at.channel)
      ? ({ deliveryId: go.at.deliveryId, why: 'not_set_up' } as const)
      : inWords(ctx, go, wordings, people.get(go.at.householdId) ?? []),
  )
  const consents = new Map(
    (await reserveCredits(ctx, appid, worded.flatMap(wantsConsent))).map(({ deliveryId, openid }) => [
      deliveryId,
      openid,
    ]),
  )
  const ends = worded.map((each) => withConsent(each, consents))
  return {
    reached: ends.filter((end) => 'sent' in end),
    unreachable: ends.filter((end) => 'why' in end),
  }
}

/** A message in its words, before it is known who has agreed to it. */
interface Worded extends Omit<Reached, 'personId' | 'to'> {
  readonly phone: string | null
  readonly people: readonly Recipient[]
}

function inWords(
  ctx: Ctx,
  { at, home, told }: Go,
  wordings: readonly WordingInForce[],
  people: readonly Recipient[],
): Worded | Unreachable {
  const { deliveryId, tries } = at
  const worded = wordsFor(ctx, { ...at, home, told }, wordings)
  if ('why' in worded) return { deliveryId, why: worded.why }
  const sent = sentOf(ctx, at, worded.filled)
  const able = at.ownerOnly ? people.filter(({ relation }) => relation === 'owner') : people
  return { deliveryId, tries, wordingId: worded.wording.id, sent, phone: home.phone, people: able }
}

function sentOf(ctx: Ctx, at: Go['at'], filled: FilledWhole): SentMessage {
  switch (filled.kind) {
    case 'subscription':
      return {
        channel: 'subscription',
        templateId: filled.templateId,
        page: pageOf(ctx, at),
        data: filled.data,
      }
    case 'sms':
      return { channel: 'sms', templateId: filled.templateId, params: filled.params }
    case 'letter':
      throw new Error('a letter is printed, and not sent')
  }
}

/** Where a message leads: the notice itself, in the mini-program. */
const pageOf = ({ community }: Ctx, { householdId, noticeId }: Go['at']): string =>
  `packages/owner/notice/index?community=${community}&household=${householdId}&notice=${noticeId}`

const wantsConsent = (each: Worded | Unreachable) =>
  'sent' in each && each.sent.channel === 'subscription' && each.people.length > 0
    ? [
        {
          deliveryId: each.deliveryId,
          openids: each.people.map(({ openid }) => openid),
          templateId: each.sent.templateId,
        },
      ]
    : []

function withConsent(
  each: Worded | Unreachable,
  consents: ReadonlyMap<DeliveryId, string>,
): Reached | Unreachable {
  if ('why' in each) return each
  const { phone, people, ...message } = each
  const { deliveryId } = each
  if (message.sent.channel === 'sms')
    return phone === null ? { deliveryId, why: 'nobody' } : { ...message, personId: null, to: phone }
  const openid = consents.get(deliveryId)
  if (openid === undefined) return { deliveryId, why: people.length > 0 ? 'no_credit' : 'nobody' }
  const personId = people.find((person) => person.openid === openid)?.personId ?? null
  return { ...message, personId, to: openid }
}
