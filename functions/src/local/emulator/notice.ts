import { randomUUID } from 'node:crypto'
import { requestId } from './exchange.ts'
import { shanghaiTime } from './order.ts'
import { seal } from './seal.ts'

/** What a notice says: an event of a constant id about a transaction or a refund. */
export type NoticeContent = { readonly eventId: string; readonly createdAtMs: number } & (
  | { readonly transaction: Plain }
  | { readonly refund: Plain }
)

/** What is sealed inside. */
export type Plain = Readonly<Record<string, unknown>>

/** A notice as it goes over the wire. */
export interface SignedNotice {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export const newEventId = (): string => randomUUID()

/** 支付通知, 退款结果通知: what happened, sealed with the APIv3 key inside an event. */
export function noticeBody(apiV3Key: string, content: NoticeContent): Buffer {
  const [about, plain] =
    'refund' in content
      ? (['refund', content.refund] as const)
      : (['transaction', content.transaction] as const)
  return Buffer.from(
    JSON.stringify({
      id: content.eventId,
      create_time: shanghaiTime(content.createdAtMs),
      resource_type: 'encrypt-resource',
      ...(about === 'refund'
        ? refundEvent(plain)
        : { event_type: 'TRANSACTION.SUCCESS', summary: '支付成功' }),
      resource: { original_type: about, ...seal(apiV3Key, JSON.stringify(plain), about) },
    }),
  )
}

const refundSummaries = new Map<unknown, string>([
  ['SUCCESS', '退款成功'],
  ['ABNORMAL', '退款异常'],
  ['CLOSED', '退款关闭'],
])

const refundEvent = ({ refund_status: status }: Plain) => ({
  event_type: `REFUND.${String(status)}`,
  summary: refundSummaries.get(status),
})

export const noticeHeaders = (signature: Readonly<Record<string, string>>): Record<string, string> => ({
  'content-type': 'application/json',
  accept: '*/*',
  'user-agent': 'Mozilla/4.0',
  'Request-ID': requestId(0),
  ...signature,
})
