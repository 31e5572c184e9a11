import { createPublicKey, createVerify } from 'node:crypto'
import Type, { type Static } from 'typebox'
import { type Order, tradeState } from './order.ts'
import { prepayIsFresh } from './prepay.ts'
import type { World } from './world.ts'

const outcomes = ['ok', 'cancel', 'wrong_password', 'insufficient', 'delayed'] as const

/** What `wx.requestPayment` was given. Left out, the phone takes the prepay id for granted. */
const PayParams = Type.Object({
  appId: Type.Optional(Type.String()),
  timeStamp: Type.String(),
  nonceStr: Type.String(),
  package: Type.String(),
  signType: Type.String(),
  paySign: Type.String(),
})

/** A person before WeChat's payment sheet. `delayed`: the bank takes its time, the phone already says it went well. */
export const PayStep = Type.Object({
  prepay_id: Type.String(),
  openid: Type.String(),
  outcome: Type.Enum(outcomes),
  payParams: Type.Optional(PayParams),
  delayMs: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Paid by a coupon of WeChat's own; the merchant still gets the whole amount. */
  couponFen: Type.Optional(Type.Integer({ minimum: 0 })),
})
export type PayStep = Static<typeof PayStep>

/** What the phone tells the page. `ok` proves nothing: only the server's query or notice does. */
export interface PhoneResult {
  readonly result: 'ok' | 'cancel' | 'fail'
  readonly errMsg: string
  readonly reason?: string
}

const fail = (reason: string): PhoneResult => ({
  result: 'fail',
  errMsg: `requestPayment:fail ${reason}`,
  reason,
})
const ok: PhoneResult = { result: 'ok', errMsg: 'requestPayment:ok' }
const defaultDelayMs = 30_000

/** Pays, or does not, after the checks the WeChat client itself makes. 小程序调起支付. */
export function payOnPhone(world: World, step: PayStep): PhoneResult {
  const { clock, keys, orders } = world
  const order = orders.byPrepayId(step.prepay_id)
  const signFault = step.payParams && payParamsFault(world, step.prepay_id, step.payParams)
  if (signFault) return fail(signFault)
  const refusal = refusalOf(order, step.openid, clock.now().getTime())
  if (!order || refusal) return fail(refusal ?? '订单不存在')
  if (order.appid !== keys.appid) return fail('appid不匹配')

  switch (step.outcome) {
    case 'cancel':
      return { result: 'cancel', errMsg: 'requestPayment:fail cancel' }
    case 'wrong_password':
      return fail('支付密码错误')
    case 'insufficient':
      return fail('余额不足')
    case 'delayed':
      clock.at(clock.now().getTime() + (step.delayMs ?? defaultDelayMs), async () =>
        settle(world, order, step),
      )
      return ok
    case 'ok':
      settle(world, order, step)
      return ok
  }
}

/** An order closed while the bank was thinking is not paid any more. */
function settle({ orders, notifier }: World, order: Order, { couponFen = 0 }: PayStep): void {
  const paid = orders.pay(order.outTradeNo, Math.min(couponFen, order.amountFen))
  if (paid) notifier.announce(paid)
}

/** Why the cashier does not open for this person, or undefined. */
export function refusalOf(order: Order | undefined, openid: string, nowMs: number): string | undefined {
  if (!order) return '订单不存在'
  const state = tradeState(order, nowMs)
  if (state === 'CLOSED' || !prepayIsFresh(order, nowMs)) return '该订单已失效'
  if (state !== 'NOTPAY') return '该订单已支付'
  return order.openid === openid ? undefined : '下单账号与支付账号不一致'
}

function payParamsFault(
  { keys }: World,
  prepayId: string,
  params: Static<typeof PayParams>,
): string | undefined {
  if (params.appId !== undefined && params.appId !== keys.appid) return 'appid不匹配'
  if (params.signType !== 'RSA' || !/^\d{10}$/.test(params.timeStamp) || params.nonceStr.length > 32) {
    return '支付参数有误'
  }
  if (params.package !== `prepay_id=${prepayId}`) return '支付参数有误'
  const message = `${keys.appid}\n${params.timeStamp}\n${params.nonceStr}\n${params.package}\n`
  const genuine = createVerify('sha256WithRSAEncryption')
    .update(message)
    .verify(createPublicKey(keys.merchant.certificatePem), params.paySign, 'base64')
  return genuine ? undefined : '支付验证签名失败'
}
