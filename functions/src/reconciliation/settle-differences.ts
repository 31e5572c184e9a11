import type { CommunityId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import { settlePaidOrder } from '../payments/index.ts'
import { type Ctx, inCommunity, type World } from '../platform/context.ts'
import type { BillDifferenceRow } from '../platform/database-types.ts'
import { takeRefundNotice } from '../refunds/index.ts'
import { resolve } from './resolve-difference.ts'

const task = 'reconciliation'
const actor = { kind: 'system', task } as const

/** Asked about in one go. More differences than this are a broken bill, not differences. */
const askedMost = 500

type Open = Pick<
  BillDifferenceRow,
  'id' | 'mchid' | 'day' | 'kind' | 'transactionId' | 'outTradeNo' | 'refundId'
>

/**
 * Resolves of the open differences of a community what can be resolved without a person: money that WeChat has and we do not is
 * asked about and booked; what a later bill brings is found there. Answers how many it resolved. What fails stays open.
 */
export async function settleDifferences(
  world: World,
  community: CommunityId,
  deadline: Date,
): Promise<number> {
  let resolved = 0
  for (const difference of await openIn(world, community)) {
    if (world.clock.now() >= deadline) break
    try {
      await ask(world, community, difference)
    } catch (error) {
      world.log.error('a difference could not be asked about', error, { differenceId: difference.id })
    }
    const how = await inCommunity(world, community, actor, (ctx) => explanationOf(ctx, difference))
    if (!how) continue
    await inCommunity(world, community, actor, (ctx) => resolve(ctx, difference.id, how))
    resolved += 1
  }
  return resolved
}

const openIn = (world: World, community: CommunityId): Promise<Open[]> =>
  inCommunity(
    world,
    community,
    actor,
    ({ tx }) => tx.rows<Open>`
      select id, mchid, day, kind, transaction_id, out_trade_no, refund_id from bill_difference
       where community_id = ${community} and state = 'open' order by id limit ${askedMost}`,
  )

/** Asks WeChat itself: a bill is a list, and only a query or a notice moves anything. */
async function ask(world: World, community: CommunityId, difference: Open): Promise<void> {
  if (difference.kind === 'missing_here') {
    const order = await world.wechatPay(difference.mchid).query(difference.outTradeNo)
    if (order.kind === 'success' || order.kind === 'refunded')
      await settlePaidOrder(world, { ...order, refunded: order.kind === 'refunded' }, task)
    return
  }
  if (difference.kind === 'refund_missing_here' || difference.kind === 'refund_state')
    await askForRefund(world, community, difference)
}

/**
 * A refund made in the merchant platform may be known to no query: then the bill is what tells of it, whose hash WeChat has
 * signed. The merchant's money is gone from when it was accepted, unless it failed.
 */
async function askForRefund(
  world: World,
  community: CommunityId,
  { mchid, transactionId, outTradeNo, refundId }: Open,
): Promise<void> {
  const line = await inCommunity(
    world,
    community,
    actor,
    ({ tx }) => tx.maybe<{
      outRefundNo: string
      refundStatus: string
      amountFen: Fen
      paidFen: Fen | null
      at: Date
    }>`
      select l.out_refund_no, l.refund_status, l.amount_fen, l.at,
             (select p.amount_fen from payment p
               where (p.community_id, p.method, p.external_id) = (l.community_id, 'wechat', l.transaction_id)) as paid_fen
        from bill_line l
       where (l.community_id, l.transaction_id, l.refund_id) = (${community}, ${transactionId}, ${refundId}) limit 1`,
  )
  if (!line) return
  const { outRefundNo, refundStatus, amountFen, at } = line
  const known = await world.wechatPay(mchid).queryRefund(outRefundNo)
  if (known.kind === 'ok') {
    await takeRefundNotice(world, { ...known.refund, mchid }, task)
    return
  }
  if (known.kind !== 'unknown-refund' || refundStatus === 'failed') return
  const fact = { refundId, outRefundNo, transactionId, outTradeNo, amountFen, mchid, currency: 'CNY' }
  await takeRefundNotice(
    world,
    {
      ...fact,
      totalFen: line.paidFen ?? amountFen,
      payerRefundFen: amountFen,
      state: 'SUCCESS',
      refundedAt: at,
    },
    task,
  )
}

/** Why a difference is none any more; undefined while it is one. */
async function explanationOf({ tx, community }: Ctx, difference: Open): Promise<string | undefined> {
  const { kind, transactionId, refundId, mchid, day } = difference
  if (kind === 'missing_here') {
    const { here } = await tx.one<{ here: boolean }>`
      select exists (select from payment where (community_id, method, external_id) = (${community}, 'wechat', ${transactionId}))
          or exists (select from suspense_item where (community_id, external_id, account) = (${community}, ${transactionId}, 'wechat')) as here`
    return here ? '已向微信查单，补记入账' : undefined
  }
  if (kind === 'refund_missing_here') {
    const { here } = await tx.one<{ here: boolean }>`
      select exists (select from refund where (community_id, wechat_refund_id) = (${community}, ${refundId})) as here`
    return here ? '已向微信查询退款，补记入账' : undefined
  }
  if (kind === 'refund_state') {
    const { same } = await tx.one<{ same: boolean }>`
      select exists (
        select from refund r join bill_line l on (l.community_id, l.refund_id) = (r.community_id, r.wechat_refund_id)
         where (r.community_id, r.wechat_refund_id) = (${community}, ${refundId})
           and (r.state = 'failed') = (l.refund_status = 'failed')) as same`
    return same ? '已向微信查询退款，更正入账' : undefined
  }
  if (kind !== 'missing_there' && kind !== 'refund_missing_there') return undefined
  const { there } = await tx.one<{ there: boolean }>`
    select exists (
      select from bill_line l join bill b on b.id = l.bill_id
       where (l.community_id, l.transaction_id) = (${community}, ${transactionId}) and b.mchid = ${mchid} and b.state = 'taken'
         and b.day between ${day}::date - 1 and ${day}::date + 1
         and case when ${kind === 'missing_there'} then l.kind = 'paid' else l.refund_id = ${refundId} end) as there`
  return there ? '在相邻一天的账单里' : undefined
}
