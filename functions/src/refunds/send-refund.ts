import type { CommunityId, RefundId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import { inCommunity, type World } from '../platform/context.ts'
import type { RefundResult, TakenRefund, WechatPay } from '../platform/wechat-pay/index.ts'
import { nextAskAt } from './next-ask.ts'
import { postGivenBack } from './post-refund.ts'
import { lockRefundOfHome, type StoredRefund, stateAfter } from './stored-refund.ts'
import { takeRefundFact } from './take-refund-fact.ts'

const task = 'refund-sweep'
const actor = { kind: 'system', task } as const

/** What WeChat refuses for good, as far as its words can be told apart. */
const final = new Set<RefundResult['kind']>([
  'other-values',
  'more-than-is-left',
  'too-old',
  'payer-gone',
  'unknown-order',
  'rejected',
])

/** WeChat's refusals are not signed: one alone is not believed. */
const refusalsNeeded = 2

type Waiting = Pick<StoredRefund, 'id' | 'state' | 'outRefundNo' | 'amountFen' | 'reason' | 'tries'> & {
  readonly transactionId: string
  readonly mchid: string
  /** The whole of the payment. */
  readonly totalFen: Fen
}

/**
 * Brings a refund on with WeChat: asks for it, always under the same number and with the same values, or asks how it stands.
 * Whatever is unclear is asked again later; only what WeChat refuses twice and does not know of by query has failed, and goes
 * back to the home. One that waits for nothing is left alone. 微信支付 APIv3 "申请退款", read 2026-11.
 */
export async function sendRefund(world: World, community: CommunityId, id: RefundId): Promise<void> {
  const refund = await waiting(world, community, id)
  if (!refund) return
  try {
    const wechat = world.wechatPay(refund.mchid)
    if (refund.state === 'owed') await ask(world, community, refund, wechat)
    else await query(world, community, refund, wechat)
  } catch (error) {
    await stand(world, community, refund, 'our-fault')
    throw error
  }
}

const waiting = (world: World, community: CommunityId, id: RefundId): Promise<Waiting | undefined> =>
  inCommunity(
    world,
    community,
    actor,
    ({ tx }) => tx.maybe<Waiting>`
      select r.id, r.state, r.out_refund_no, r.amount_fen, r.reason, r.tries, r.transaction_id, r.mchid, p.amount_fen as total_fen
        from refund r join payment p on (p.community_id, p.id) = (r.community_id, r.payment_id)
       where (r.community_id, r.id) = (${community}, ${id}) and r.route = 'wechat' and r.state in ('owed', 'sent', 'abnormal')`,
  )

async function ask(world: World, community: CommunityId, refund: Waiting, wechat: WechatPay): Promise<void> {
  const { outRefundNo, transactionId, amountFen, totalFen, reason } = refund
  const result = await wechat.refund({ outRefundNo, transactionId, amountFen, totalFen, reason })
  if (result.kind === 'ok') return take(world, community, refund, result.refund)
  world.log.info('WeChat did not take a refund', { refundId: refund.id, kind: result.kind })
  if (!final.has(result.kind)) return stand(world, community, refund, result.kind)
  const known = await wechat.queryRefund(outRefundNo)
  if (known.kind === 'ok') return take(world, community, refund, known.refund)
  if (known.kind !== 'unknown-refund' || refund.tries + 1 < refusalsNeeded)
    return stand(world, community, refund, result.kind)
  await fail(world, community, refund, result.kind)
}

async function query(
  world: World,
  community: CommunityId,
  refund: Waiting,
  wechat: WechatPay,
): Promise<void> {
  const known = await wechat.queryRefund(refund.outRefundNo)
  if (known.kind === 'ok') await take(world, community, refund, known.refund)
  else await stand(world, community, refund, known.kind)
}

async function take(
  world: World,
  community: CommunityId,
  refund: Waiting,
  record: TakenRefund,
): Promise<void> {
  const taken = await inCommunity(world, community, actor, (ctx) =>
    takeRefundFact(ctx, { ...record, mchid: refund.mchid }),
  )
  if (taken.kind === 'other-values')
    world.log.error('a refund of our number has other values', new Error(taken.kind), { refundId: refund.id })
  if (taken.kind !== 'moved') await stand(world, community, refund, taken.kind)
}

/** Stays as it is, and is tried again later. */
async function stand(world: World, community: CommunityId, refund: Waiting, why: string): Promise<void> {
  await inCommunity(
    world,
    community,
    actor,
    ({ tx, now }) => tx.run`
      update refund set tries = tries + 1, stands_because = ${why === 'already' ? null : why}, next_try_at = ${nextAskAt(now, refund.tries)}
       where (community_id, id) = (${community}, ${refund.id}) and state = ${refund.state}`,
  )
}

async function fail(world: World, community: CommunityId, { id }: Waiting, why: string): Promise<void> {
  await inCommunity(world, community, actor, async (ctx) => {
    const refund = await lockRefundOfHome(ctx, id)
    if (refund.state !== 'owed') return
    await postGivenBack(ctx, refund)
    await ctx.tx.run`
      update refund set state = ${stateAfter(refund.state, 'fail')}, stands_because = ${why}, next_try_at = null
       where (community_id, id) = (${community}, ${id})`
  })
  world.log.error('WeChat refuses a refund for good', new Error(why), { refundId: id })
}
