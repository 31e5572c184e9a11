import type { StartedPayment } from '@anjiao/shared/contract/payments'
import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'
import { asResident } from '../identity/index.ts'
import type { World } from '../platform/context.ts'
import type { PaymentAttemptRow } from '../platform/database-types.ts'
import type { Caller } from '../platform/http/routes.ts'
import { Refusal } from '../platform/refusal.ts'
import type { PayParams } from '../platform/wechat-pay/index.ts'
import { paymentOf } from './payment-view.ts'
import { queryPayment } from './query-payment.ts'

export interface AttemptOf {
  readonly communityId: CommunityId
  readonly householdId: HouseholdId
  readonly attemptId: number
}

type Attempt = Pick<
  PaymentAttemptRow,
  | 'id'
  | 'outTradeNo'
  | 'mchid'
  | 'appid'
  | 'openid'
  | 'amountFen'
  | 'description'
  | 'state'
  | 'prepayId'
  | 'expiresAt'
  | 'payerId'
>

/**
 * Orders a stored attempt from WeChat, or signs again what was ordered before. Every call sends the stored values and no
 * others, so that WeChat takes a retry for the same order. Only who started it may pay it (下单账号与支付账号 must agree):
 * the others of the home are refused as `not-your-payment`. An attempt that is over is refused as `payment-over`.
 */
export async function orderFromWechat(world: World, caller: Caller, of: AttemptOf): Promise<StartedPayment> {
  const attempt = await asResident(
    world,
    caller,
    of,
    (ctx) =>
      ctx.tx.maybe<Attempt>`
      select id, out_trade_no, mchid, appid, openid, amount_fen, description, state, prepay_id, expires_at, payer_id
        from payment_attempt
       where (community_id, household_id, id) = (${of.communityId}, ${of.householdId}, ${of.attemptId})`,
  )
  if (!attempt) throw new Refusal('not-found')
  if (attempt.payerId !== caller.personId) throw new Refusal('not-your-payment')
  const over =
    attempt.state === 'paid' || attempt.state === 'closed' || attempt.expiresAt <= world.clock.now()
  if (over) throw new Refusal('payment-over')

  const payParams = attempt.prepayId
    ? await world.wechatPay(attempt.mchid).payParams(attempt.prepayId)
    : await prepay(world, caller, of, attempt)
  const view = await asResident(world, caller, of, (ctx, { householdId }) =>
    paymentOf(ctx, householdId, of.attemptId),
  )
  return { attempt: view, payParams: { ...payParams }, appId: attempt.appid }
}

async function prepay(world: World, caller: Caller, of: AttemptOf, attempt: Attempt): Promise<PayParams> {
  const result = await world.wechatPay(attempt.mchid).prepay(attempt)
  switch (result.kind) {
    case 'ok':
      await asResident(
        world,
        caller,
        of,
        ({ tx }) => tx.run`
        update payment_attempt set state = 'prepaid', prepay_id = ${result.prepayId}
         where (community_id, id) = (${of.communityId}, ${attempt.id}) and state = 'created'`,
      )
      return result.payParams
    case 'already-paid':
    case 'order-closed':
      await queryPayment(world, of.communityId, attempt.id)
      throw new Refusal('payment-over')
    case 'unknown-outcome':
    case 'accepted':
    case 'rate-limited':
      // The order may exist. The sweep will ask; a retry sends the same order again.
      throw new Refusal('wechat-unavailable')
    case 'number-used':
    case 'rejected':
    case 'config':
      world.log.error('WeChat refused an order', new Error(result.kind), {
        outTradeNo: attempt.outTradeNo,
        ...('code' in result && { code: result.code, wechatRequestId: result.requestId }),
      })
      throw new Refusal('wechat-refused')
  }
}
