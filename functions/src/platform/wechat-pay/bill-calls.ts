import type { ClockedPay } from './clocked-pay.ts'
import { wechatPayHost } from './config.ts'
import type { Open } from './download.ts'
import type { SigningClient } from './signed-calls.ts'
import type { Send } from './transport.ts'

const bills = `${wechatPayHost}/v3/bill`

/**
 * The calls about bills, of a direct merchant, or of one sub-merchant under its provider. The library has them too, but
 * hands no answer on unread, and a bill is too large to be held. 微信支付 APIv3 "申请交易账单", "申请资金账单", "下载账单", read 2026-11.
 */
export function billCalls(
  pay: ClockedPay,
  send: Send,
  open: Open,
  subMchid?: string,
): Pick<SigningClient, 'tradeBill' | 'fundFlowBill' | 'openBill'> {
  const ask = (path: string, query: Record<string, string>) => {
    const packed = new URLSearchParams({ ...query, tar_type: 'GZIP' }).toString()
    return send(pay.signed('GET', `${bills}/${path}?${packed}`))
  }
  return {
    tradeBill: (date) =>
      ask('tradebill', { bill_date: date, bill_type: 'ALL', ...(subMchid && { sub_mchid: subMchid }) }),
    ...(subMchid === undefined && {
      fundFlowBill: (date: string) => ask('fundflowbill', { bill_date: date, account_type: 'BASIC' }),
    }),
    openBill: (url) => open(url, pay.signed('GET', url).headers),
  }
}
