import type { AskWithToken } from './access-token.ts'
import { lost } from './ask.ts'
import { failureOfErrcode, type MpFailure } from './outcomes.ts'

/** Whether WeChat holds this mini-program's money until shipping information is there (发货信息管理). */
export type MpTradeManaged = { readonly kind: 'ok'; readonly managed: boolean } | MpFailure

/** 小程序发货信息管理 "查询小程序是否已开通发货信息管理服务" (is_trade_managed), read 2026-11. */
export async function tradeManaged(askWithToken: AskWithToken, appid: string): Promise<MpTradeManaged> {
  const reply = await askWithToken({ path: '/wxa/sec/order/is_trade_managed', body: { appid } })
  if (reply.kind === 'no-token') return reply.failure
  if (reply.kind !== 'answer') return reply
  if (reply.errcode !== 0) return failureOfErrcode(reply.errcode, reply.json.errmsg)
  const { is_trade_managed: managed } = reply.json
  return typeof managed === 'boolean' ? { kind: 'ok', managed } : lost('unreadable-answer')
}
