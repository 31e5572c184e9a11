import type { BusinessDate } from '@anjiao/shared/calendar'
import { checkedBytes } from './checked-bytes.ts'
import { wechatPayHost } from './config.ts'
import { asObject, asText } from './json-shape.ts'
import { type CallFailure, saysCode, unknownOutcome } from './outcomes.ts'
import type { SigningClient } from './signed-calls.ts'

/** 交易账单 of all trades, or 资金账单 of the basic account (基本账户), of one day in Beijing. */
export interface BillWanted {
  readonly date: BusinessDate
  readonly kind: 'trade' | 'fund-flow'
}

/**
 * - `ready`: the file has begun to arrive. Its bytes are unpacked, and end without an error only when their SHA-1 is
 *   the one that WeChat announced; otherwise they throw `BillInterrupted`.
 * - `no-statement`: nothing moved on that day, or the day is not over.
 * - `not-offered`: the fund flow of a sub-merchant, whose account its service provider does not see.
 * - `being-made`: bills are made from nine the next morning, and safe from ten. Ask again half an hour later.
 */
export type BillAnswer =
  | { readonly kind: 'ready'; readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly kind: 'no-statement' | 'not-offered' | 'being-made' }
  | CallFailure

/** 申请交易账单, 申请资金账单, 下载账单. Where the file lies is good for five minutes, so that it is fetched at once. */
export async function fetchBill(client: SigningClient, { date, kind }: BillWanted): Promise<BillAnswer> {
  const reply = await (kind === 'trade' ? client.tradeBill(date) : client.fundFlowBill?.(date))
  if (!reply) return { kind: 'not-offered' }
  if (reply.kind !== 'answer') {
    if (saysCode(reply, 'NO_STATEMENT_EXIST')) return { kind: 'no-statement' }
    return saysCode(reply, 'STATEMENT_CREATING') ? { kind: 'being-made' } : reply
  }
  const answer = asObject(reply.json)
  const sha1 = asText(answer?.hash_value, 64)
  const url = downloadUrl(answer?.download_url)
  if (answer?.hash_type !== 'SHA1' || !sha1 || !url) {
    return unknownOutcome('unreadable-answer', reply.requestId)
  }
  const opened = await client.openBill(url)
  return opened.kind === 'opened' ? { kind: 'ready', bytes: checkedBytes(opened.bytes, sha1) } : opened
}

/** Our Authorization goes nowhere but to WeChat: its own address, which WeChat's sample writes after a space. */
function downloadUrl(value: unknown): string | undefined {
  const text = asText(value, 2048)?.trim()
  if (!text || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.origin === wechatPayHost ? url.href : undefined
}
