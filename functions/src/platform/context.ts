import { type BusinessDate, businessDateAt } from '@anjiao/shared/calendar'
import type { CommunityId, PersonId } from '@anjiao/shared/ids'
import type { Clock } from './clock.ts'
import type { ContentCheck } from './content-check.ts'
import type { Database, Tx } from './database.ts'
import type { MembershipRelation, StaffRole } from './database-types.ts'
import type { Documents } from './documents/documents.ts'
import type { Log } from './log.ts'
import type { MessagePush } from './message-push/index.ts'
import type { Random } from './random.ts'
import type { Sms } from './sms/index.ts'
import type { SealedStorage } from './storage/sealed-storage.ts'
import type { SealedText } from './storage/sealed-text.ts'
import type { Storage } from './storage/storage.ts'
import type { WechatMp } from './wechat-mp/index.ts'
import type { WechatPay } from './wechat-pay/index.ts'

/**
 * Who does something: a resident, by how they are linked to the home that they ask about; a member of staff in their
 * office; or the system by the name of its task.
 */
export type Actor =
  | { readonly kind: 'person'; readonly personId: PersonId; readonly relation?: MembershipRelation }
  | { readonly kind: 'staff'; readonly personId: PersonId; readonly roles: readonly StaffRole[] }
  | { readonly kind: 'system'; readonly task: string }

/** How the books and the audit log name an actor. */
export const actorName = (actor: Actor): string =>
  actor.kind === 'system' ? `system:${actor.task}` : `${actor.kind}:${actor.personId}`

/** All that a use case may know of the outside world: one transaction, the time, and who asks. */
export interface PersonCtx {
  readonly tx: Tx
  readonly now: Date
  readonly today: BusinessDate
  readonly random: Random
  readonly actor: Actor
}

/** The same, inside one community: the transaction sees no rows of another. */
export interface Ctx extends PersonCtx {
  readonly community: CommunityId
}

/** What a deployed function holds between requests. */
export interface World {
  readonly database: Database
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly wechatMp: WechatMp
  /** What WeChat tells of by itself: reads it, and knows it from what anybody else might send. */
  readonly messagePush: MessagePush
  /** Null where this deployment has no SMS account: nobody is reached by SMS then. */
  readonly sms: Sms | null
  /** The port of one merchant account (商户号); throws when this deployment has no keys for it. */
  wechatPay(mchid: string): WechatPay
  /** Where phones upload to. What lies there is as they sent it. */
  readonly storage: Storage
  /** The same store, for what is kept: sealed by ourselves. */
  readonly sealedStorage: SealedStorage
  /** Seals what in the database itself only we may read: account numbers. */
  readonly sealedText: SealedText
  readonly contentCheck: ContentCheck
  /** Sets papers as PDF. Only the function `documents` carries what it takes. */
  readonly documents: Documents
  readonly settings: Settings
}

export interface Settings {
  /** Of the mini-program that people sign in with. */
  readonly appid: string
  /** Where this deployment is reached from outside: https, without a path. */
  readonly publicUrl: string
  /** Signs access tokens; at least 32 bytes. */
  readonly sessionSecret: string
  /** Stand-ins for WeChat in a browser, on a local system only. */
  readonly peoplePageUrl: string | null
  readonly cashierUrl: string | null
  readonly subscribePageUrl: string | null
}

/** One use case, one transaction, in one community. */
export function inCommunity<T>(
  world: World,
  community: CommunityId,
  actor: Actor,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const person = actor.kind === 'system' ? {} : { person: actor.personId }
  return world.database.transaction({ community, ...person }, (tx) =>
    work({ ...given(world, actor, tx), community }),
  )
}

/** Does a use case and takes all of it back: what it answers is what it would answer. */
export async function rehearse<T>(
  world: World,
  community: CommunityId,
  actor: Actor,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  let rehearsed: { readonly result: T } | undefined
  try {
    await inCommunity(world, community, actor, async (ctx) => {
      rehearsed = { result: await work(ctx) }
      throw takenBack
    })
  } catch (error) {
    if (error !== takenBack) throw error
  }
  if (!rehearsed) throw new Error('a rehearsal ended without a result')
  return rehearsed.result
}

const takenBack = new Error('taken back')

/** Goes on inside a community in the same transaction: for a community that this very transaction makes. */
export async function enterCommunity(ctx: PersonCtx, community: CommunityId): Promise<Ctx> {
  await ctx.tx.run`select set_config('app.community', ${String(community)}, true)`
  return { ...ctx, community }
}

/** Goes on as about a person in the same transaction: what is theirs is seen, in any community. */
export async function enterPerson(ctx: PersonCtx, personId: PersonId): Promise<void> {
  await ctx.tx.run`select set_config('app.person', ${String(personId)}, true)`
}

/** One transaction about a person, who sees only what is theirs, in any community; and, by a phone just proven, what is registered with it. */
export function asPerson<T>(
  world: World,
  personId: PersonId,
  work: (ctx: PersonCtx) => Promise<T>,
  provenPhone?: string,
): Promise<T> {
  const scope = { person: personId, ...(provenPhone && { phone: provenPhone }) }
  return world.database.transaction(scope, (tx) => work(given(world, { kind: 'person', personId }, tx)))
}

/** One transaction before anyone is known (signing in), or across communities (lists of the system's own work). */
export function asSystem<T>(world: World, task: string, work: (ctx: PersonCtx) => Promise<T>): Promise<T> {
  return world.database.transaction({}, (tx) => work(given(world, { kind: 'system', task }, tx)))
}

function given(world: World, actor: Actor, tx: Tx): PersonCtx {
  const now = world.clock.now()
  return { tx, now, today: businessDateAt(now), random: world.random, actor }
}
