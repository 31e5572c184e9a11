import { quotaReservePercent } from '@anjiao/shared/notice-limits'
import { asSystem, type Ctx, type PersonCtx, type World } from '../../platform/context.ts'
import type { MpSendQuota } from '../../platform/wechat-mp/index.ts'

/** How many subscription messages a mini-program may still send today. Not known: as many as it likes, until it is refused. */
export interface SendQuota {
  /** Of any kind. */
  readonly left: number
  /** Of those that ask for something: some of the day's are kept for who waits for a receipt or an answer. */
  readonly leftToAsk: number
}

/** Pure. */
export const quotaOf = (dailyLimit: number, left: number): SendQuota => ({
  left: Math.max(0, left),
  leftToAsk: Math.max(0, left - Math.ceil((dailyLimit * quotaReservePercent) / 100)),
})

const unknown: SendQuota = { left: Number.POSITIVE_INFINITY, leftToAsk: Number.POSITIVE_INFINITY }

/** WeChat is asked this often, and not more: what goes out meanwhile is counted down. */
const secondsBetweenAsking = 60
/** While there are more left than all senders together may have in hand, none of them waits for another. */
const plenty = 5_000

/** `unread`: WeChat is to be asked. `being-read`: somebody is just asking it. */
export type QuotaToday = SendQuota | 'unread' | 'being-read'

interface Stored {
  readonly isOfToday: boolean
  readonly isFresh: boolean
  readonly dailyLimit: number | null
  readonly leftToday: number | null
}

/**
 * What may still be sent today, as far as it is known. Where that is little, it is locked until the transaction ends: senders then
 * go one after another, so that together they keep to it.
 */
export async function quotaToday(ctx: Ctx, account: string): Promise<QuotaToday> {
  const seen = await stored(ctx, account)
  if (!seen?.isFresh) return 'unread'
  if (!seen.isOfToday) return 'being-read'
  const quota = known(seen)
  if (quota.leftToAsk >= plenty) return quota
  await ctx.tx.run`select from send_quota where account = ${account} for update`
  const locked = await stored(ctx, account)
  return locked ? known(locked) : 'unread'
}

/** The same for whoever only looks: nothing is locked, and what is not known is undefined. */
export async function knownQuota(ctx: PersonCtx, account: string): Promise<SendQuota | undefined> {
  const seen = await stored(ctx, account)
  return seen?.isOfToday && seen.leftToday !== null ? known(seen) : undefined
}

const known = ({ dailyLimit, leftToday }: Stored): SendQuota =>
  dailyLimit === null || leftToday === null ? unknown : quotaOf(dailyLimit, leftToday)

/** Asked in the future: the clock was put back. */
const stored = ({ tx, now, today }: PersonCtx, account: string): Promise<Stored | undefined> =>
  tx.maybe<Stored>`
    select day is not distinct from ${today}::date as is_of_today, daily_limit, left_today,
           asked_at > ${now}::timestamptz - make_interval(secs => ${secondsBetweenAsking}) and asked_at <= ${now} as is_fresh
      from send_quota where account = ${account}`

/** Counts what this transaction sends. */
export async function countDown({ tx }: Ctx, account: string, messages: number): Promise<void> {
  if (messages === 0) return
  await tx.run`
    update send_quota set left_today = left_today - ${messages} where account = ${account} and left_today is not null`
}

/** Asks WeChat how many may still be sent today, at most once a minute, whoever asks. */
export async function readQuota(world: World): Promise<void> {
  const { appid } = world.settings
  if (!(await asSystem(world, 'deliver', (ctx) => mayAsk(ctx, appid)))) return
  const said = await world.wechatMp.sendQuota().catch((error: unknown): MpSendQuota => {
    world.log.error('the quota of messages could not be read', error)
    return { kind: 'unknown-outcome', why: 'network' }
  })
  await asSystem(world, 'deliver', (ctx) => keepReading(ctx, appid, said))
}

async function mayAsk({ tx, now }: PersonCtx, account: string): Promise<boolean> {
  const asks = await tx.run`
    insert into send_quota as q (account, asked_at) values (${account}, ${now})
    on conflict (account) do update set asked_at = ${now}
     where not (q.asked_at > ${now}::timestamptz - make_interval(secs => ${secondsBetweenAsking}) and q.asked_at <= ${now})`
  return asks === 1
}

/**
 * Of what WeChat says remains and what we have counted down the smaller holds: WeChat has not yet counted what is under way, and we
 * do not count what others send. Unless its day has begun anew, or the limit is another.
 */
async function keepReading({ tx, today }: PersonCtx, account: string, said: MpSendQuota): Promise<void> {
  if (said.kind !== 'ok') {
    await tx.run`
      update send_quota set day = ${today}, daily_limit = null, used = null, left_today = null
       where account = ${account} and day is distinct from ${today}`
    return
  }
  const { dailyLimit, used, remain } = said
  await tx.run`
    update send_quota
       set day = ${today}, daily_limit = ${dailyLimit}, used = ${used},
           left_today = case when day = ${today} and daily_limit = ${dailyLimit} and used <= ${used}
                             then least(left_today, ${remain}) else ${remain} end
     where account = ${account}`
}
