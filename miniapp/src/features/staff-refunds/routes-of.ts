import { addDays, type BusinessDate, businessDateAt } from '@anjiao/shared/calendar'
import type { RefundablePayment } from '@anjiao/shared/contract/refunds'
import { type RefundRoute, wechatRefundDays } from '@anjiao/shared/refund-life'

/** Why money does not go back to WeChat. */
export type WhyNotWechat = 'other-method' | 'too-old'

export function whyNotWechat(
  { method, paidAt }: Pick<RefundablePayment, 'method' | 'paidAt'>,
  today: BusinessDate,
): WhyNotWechat | undefined {
  if (method !== 'wechat') return 'other-method'
  return addDays(businessDateAt(new Date(paidAt)), wechatRefundDays) < today ? 'too-old' : undefined
}

/** By which ways a payment may go back, the most usual first; what is paid out at the counter is handled there. */
export const routesOf = (
  payment: Pick<RefundablePayment, 'method' | 'paidAt'>,
  today: BusinessDate,
): readonly RefundRoute[] => (whyNotWechat(payment, today) ? ['advance'] : ['wechat', 'advance'])
