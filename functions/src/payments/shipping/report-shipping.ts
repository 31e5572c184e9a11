import type { PaymentId } from '@anjiao/shared/ids'
import { type Ctx, inCommunity, type World } from '../../platform/context.ts'
import type { ShippingReportState } from '../../platform/database-types.ts'
import { addJob, type Jobs } from '../../platform/jobs.ts'
import type { MpShipped } from '../../platform/wechat-mp/index.ts'
import { tradeManaged } from './trade-managed.ts'

/** Minutes after which WeChat is told again; a fresh payment may be unknown there for half an hour. Then once an hour. */
const minutes = [1, 2, 4, 8, 16]
const hourly = 60
/** Somebody is told when a payment is still not taken after these, and again when three days have gone by. */
const alarmAfter = minutes.length
const triesMost = minutes.length + 72

/** What an order is called of which we know nothing else. */
const anyFee = '物业缴费'

type Report = Jobs['shipping-report']

/** Has a payment reported as delivered, if it came by WeChat. */
export async function queueShippingOf(ctx: Ctx, paymentId: PaymentId): Promise<void> {
  const paid = await ctx.tx.maybe<Pick<Report, 'transactionId' | 'openid'>>`
    select p.external_id as transaction_id, a.openid
      from payment p join payment_attempt a on (a.community_id, a.id) = (p.community_id, p.attempt_id)
     where (p.community_id, p.id) = (${ctx.community}, ${paymentId}) and p.method = 'wechat'`
  if (paid) await addJob(ctx, 'shipping-report', { communityId: ctx.community, ...paid })
}

/**
 * Reports one payment as delivered: a service is there from the moment it is paid, and WeChat holds the money until it is told.
 * Money that waits in suspense is reported too. What is not taken is told again later, for three days; a repeat does no harm.
 * 小程序发货信息管理 "发货信息录入", read 2026-11.
 */
export async function reportShipping(world: World, report: Report): Promise<void> {
  const managed = await tradeManaged(world)
  if (managed === false) return
  const { description, state } = await inside(world, report, (ctx) => standing(ctx, report))
  if (state === 'reported' || state === 'refused') return
  const { transactionId, openid } = report
  const shipped = managed
    ? await world.wechatMp.uploadShipping({ transactionId, openid, description, at: world.clock.now() })
    : ({ kind: 'unavailable' } as const)
  if (shipped.kind === 'done' || shipped.kind === 'already') return settle(world, report, 'reported', null)
  if (shipped.kind === 'refused') return settle(world, report, 'refused', `errcode ${shipped.errcode}`)
  await tellAgain(world, report, shipped)
}

const inside = <T>(world: World, report: Report, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  inCommunity(world, report.communityId, { kind: 'system', task: 'shipping-report' }, work)

interface Standing {
  readonly description: string
  readonly state: ShippingReportState | null
}

const standing = ({ tx, community }: Ctx, { transactionId }: Report): Promise<Standing> =>
  tx.one<Standing>`
    select coalesce((
             select a.description from payment_attempt a
              where a.community_id = ${community} and a.id in (
                select attempt_id from payment where (community_id, method, external_id) = (${community}, 'wechat', ${transactionId})
                union all
                select attempt_id from suspense_item where (community_id, external_id) = (${community}, ${transactionId}))
              limit 1), ${anyFee}) as description,
           (select state from shipping_report where (community_id, transaction_id) = (${community}, ${transactionId})) as state`

async function settle(
  world: World,
  report: Report,
  state: ShippingReportState,
  because: string | null,
): Promise<void> {
  await inside(
    world,
    report,
    ({ tx, community, now }) => tx.run`
      insert into shipping_report as r (community_id, transaction_id, state, tries, stands_because, changed_at)
      values (${community}, ${report.transactionId}, ${state}, 1, ${because}, ${now})
      on conflict (community_id, transaction_id) do update
        set state = excluded.state, tries = r.tries + 1, stands_because = excluded.stands_because, changed_at = excluded.changed_at`,
  )
}

async function tellAgain(
  world: World,
  report: Report,
  shipped: Exclude<MpShipped, { kind: 'done' | 'already' | 'refused' }> | { readonly kind: 'unavailable' },
): Promise<void> {
  const { tries } = await inside(world, report, async (ctx) => {
    const { tx, community, now } = ctx
    const told = await tx.one<{ tries: number }>`
      insert into shipping_report as r (community_id, transaction_id, tries, stands_because, changed_at)
      values (${community}, ${report.transactionId}, 1, ${shipped.kind}, ${now})
      on conflict (community_id, transaction_id) do update
        set tries = r.tries + 1, stands_because = excluded.stands_because, changed_at = excluded.changed_at,
            state = case when r.tries + 1 >= ${triesMost} then 'given_up' else r.state end
      returning tries`
    const inMinutes = minutes[told.tries - 1] ?? hourly
    if (told.tries < triesMost)
      await addJob(ctx, 'shipping-report', report, new Date(now.getTime() + inMinutes * 60_000))
    return told
  })
  if (tries === alarmAfter + 1 || tries === triesMost || shipped.kind === 'config')
    world.log.error('WeChat does not take the shipping information of a payment', new Error(shipped.kind), {
      transactionId: report.transactionId,
      tries,
    })
}
