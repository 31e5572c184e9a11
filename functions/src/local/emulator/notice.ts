import { randomUUID } from 'node:crypto'
import { requestId } from './exchange.ts'
import { shanghaiTime } from './order.ts'
import { seal } from './seal.ts'

/** What a payment notice says: an event of a constant id about a transaction. */
export interface NoticeContent {
  readonly eventId: string
  readonly createdAtMs: number
  readonly transaction: Readonly<Record<string, unknown>>
}

/** A notice as it goes over the wire. */
export interface SignedNotice {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export const newEventId = (): string => randomUUID()

/** 支付通知: the transaction sealed with the APIv3 key inside an event. */
export function noticeBody(apiV3Key: string, { eventId, createdAtMs, transaction }: NoticeContent): Buffer {
  const resource = seal(apiV3Key, JSON.stringify(transaction), 'transaction')
  return Buffer.from(
    JSON.stringify({
      id: eventId,
      create_time: shanghaiTime(createdAtMs),
      resource_type: 'encrypt-resource',
      event_type: 'TRANSACTION.SUCCESS',
      summary: '支付成功',
      resource: { original_type: 'transaction', ...resource },
    }),
  )
}

export const noticeHeaders = (signature: Readonly<Record<string, string>>): Record<string, string> => ({
  'content-type': 'application/json',
  accept: '*/*',
  'user-agent': 'Mozilla/4.0',
  'Request-ID': requestId(0),
  ...signature,
})
