import type { BusinessDate } from '@anjiao/shared/calendar'
import type { RefundablePayment } from '@anjiao/shared/contract/refunds'
import { isTooOldForWechat, type RefundRoute } from '@anjiao/shared/refund-life'

/** Why money does not go back to WeChat. */
export type WhyNotWechat = 'other-method' | 'too-old'

export function whyNotWechat(
  { method, paidAt }: Pick<RefundablePayment, 'method' | 'paidAt'>,
  today: BusinessDate,
): WhyNotWechat | undefined {
  if (method !== 'wechat') return 'other-method'
  return isTooOldForWechat(new Date(paidAt), today) ? 'too-old' : undefined
}

/** By which ways a payment may go back, the most usual first: to where it came from, where that can be. */
export function routesOf(
  payment: Pick<RefundablePayment, 'method' | 'paidAt'>,
  today: BusinessDate,
): readonly RefundRoute[] {
  const paidOut: readonly RefundRoute[] =
    payment.method === 'cash' ? ['cash', 'transfer'] : ['transfer', 'cash']
  return whyNotWechat(payment, today) ? [...paidOut, 'advance'] : ['wechat', 'advance', ...paidOut]
}
