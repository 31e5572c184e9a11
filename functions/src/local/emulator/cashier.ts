import { fen, formatYuan } from '@anjiao/shared/money'
import { Check } from 'typebox/value'
import type { Answer, Exchange } from './exchange.ts'
import type { Order } from './order.ts'
import { type Html, html, sheet, sorry } from './page.ts'
import { PayStep, payOnPhone, refusalOf } from './phone.ts'
import type { RefundState } from './refund.ts'
import { pickedPerson, redirect, wayBack } from './way-back.ts'
import type { World } from './world.ts'

const title = '微信支付（本机模拟）'
const paramNames = ['appId', 'timeStamp', 'nonceStr', 'package', 'signType', 'paySign'] as const

/**
 * `/__cashier`: the payment sheet for pages that run in an ordinary browser. It is opened with the prepay id, what
 * `wx.requestPayment` would get, and `back`; it returns there with `result=ok|cancel|fail`, a hint that proves nothing.
 */
export function createCashier(world: World) {
  return ({ method, query, body, headers }: Exchange): Answer => {
    const form = method === 'POST' ? new URLSearchParams(body.toString('utf8')) : query
    const order = world.orders.byPrepayId(form.get('prepay_id') ?? '')
    const picked = pickedPerson(world.people, headers.cookie)
    const openid = form.get('openid') ?? picked?.openid ?? order?.openid ?? ''
    return method === 'POST' ? pay(world, form, openid) : show(world, form, order, openid)
  }
}

function show(world: World, form: URLSearchParams, order: Order | undefined, openid: string): Answer {
  const back = form.get('back')
  if (!wayBack(back, {})) return sorry(title, '缺少返回地址，或返回地址不在本机。', undefined)
  const refusal = refusalOf(order, openid, world.clock.now().getTime())
  if (order?.paid) return showPaid(world, order, back ?? '')
  if (!order || refusal) {
    return sorry(
      title,
      `${refusal ?? '订单不存在'}。`,
      wayBack(back, { result: 'fail', reason: refusal ?? '' }),
    )
  }
  const payer = world.people.byOpenid(openid)
  return sheet(
    title,
    html`<h1>支付给 ${world.merchantName}</h1>
<p class="amount">¥${formatYuan(fen(order.amountFen))}</p>
<p class="what">${order.description}</p>
<dl>
<div><dt>付款人</dt><dd>${payer?.name ?? '微信用户'}</dd></div>
<div><dt>付款方式</dt><dd>零钱</dd></div>
<div><dt>商户单号</dt><dd>${order.outTradeNo}</dd></div>
</dl>
<form method="post" action="/__cashier">
${hidden({ prepay_id: order.prepay.id, openid, back: back ?? '' })}
${hidden(Object.fromEntries(paramNames.map((name) => [name, form.get(name) ?? ''])))}
<button class="main" name="outcome" value="ok">确认支付</button>
<div class="row">
<button name="outcome" value="cancel">取消</button>
<button name="outcome" value="wrong_password">密码输错</button>
<button name="outcome" value="insufficient">余额不足</button>
</div>
</form>
<p class="note">这是本机上的模拟收银台，不会动用真实资金。</p>`,
  )
}

/** What the payer finds of it in WeChat afterwards (账单详情): paid, and what came back. */
function showPaid({ merchantName, refunds }: World, order: Order, back: string): Answer {
  return sheet(
    title,
    html`<h1>${merchantName}</h1>
<p class="amount">¥${formatYuan(fen(order.amountFen))}</p>
<p class="what">${order.description}</p>
<p class="sorry">该订单已支付。</p>
<dl>
<div><dt>商户单号</dt><dd>${order.outTradeNo}</dd></div>
${refunds
  .of(order.outTradeNo)
  .map(
    ({ amountFen, state, reason = '' }) =>
      html`<div><dt>退款 ¥${formatYuan(fen(amountFen))}</dt><dd>${refundWords[state]}${reason && `（${reason}）`}</dd></div>`,
  )}
</dl>
<a class="button" href="${wayBack(back, { result: 'fail', reason: '该订单已支付' }) ?? ''}">返回</a>`,
  )
}

const refundWords: Readonly<Record<RefundState, string>> = {
  PROCESSING: '退款中',
  SUCCESS: '已退回支付用户零钱',
  ABNORMAL: '退款异常',
  CLOSED: '退款关闭',
}

const hidden = (fields: Readonly<Record<string, string>>): Html[] =>
  Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)

function pay(world: World, form: URLSearchParams, openid: string): Answer {
  const step = {
    prepay_id: form.get('prepay_id') ?? '',
    openid,
    outcome: form.get('outcome'),
    payParams: Object.fromEntries(paramNames.map((name) => [name, form.get(name) ?? ''])),
  }
  if (!Check(PayStep, step)) return sorry(title, '没有看懂这一步操作，请返回重试。', undefined)
  const { result, reason } = payOnPhone(world, step)
  const location = wayBack(form.get('back'), { result, ...(reason !== undefined && { reason }) })
  return location ? redirect(location) : sorry(title, '缺少返回地址，或返回地址不在本机。', undefined)
}
