import { generateKeyPairSync, randomBytes } from 'node:crypto'
import Type, { type Static } from 'typebox'
import { type NoticeContent, noticeBody, noticeHeaders, type Plain, type SignedNotice } from './notice.ts'
import { signatureHeaders } from './signer.ts'
import type { World } from './world.ts'

/**
 * What may go wrong with the next sends of a notice. Each applies to one send, `times` sends in a row; the ladder of
 * retries goes on as if the merchant had not answered well, unless it did.
 * - on the way: `drop` (lost), `delay` (by `delayMs`), `duplicate` (`copies` at once), `reorder` (held back until some
 *   other notice has gone out, be it never)
 * - signature: `tamper` (body changed after signing), `stale` and `future` (by 301 s), `signtest` (WeChat's probe: the
 *   genuine notice follows at once), `serial` (signed under `serial`), `forged` (signed with a key of the forger's own),
 *   `missingHeaders`, `reencoded` (same JSON, other bytes)
 * - content, genuinely signed: `wrongKey` (sealed with another APIv3 key), `otherAmount` (`amountFen`), `otherMchid`,
 *   and of a payment `otherAppid`, `otherCurrency`
 *
 * `of` spares the notices of the other kind.
 */
const names = [
  'drop',
  'delay',
  'duplicate',
  'reorder',
  'tamper',
  'stale',
  'future',
  'signtest',
  'serial',
  'forged',
  'missingHeaders',
  'reencoded',
  'wrongKey',
  'otherAmount',
  'otherMchid',
  'otherAppid',
  'otherCurrency',
] as const

export const NoticeFault = Type.Object({
  fault: Type.Enum(names),
  of: Type.Optional(Type.Enum(['transaction', 'refund'])),
  times: Type.Optional(Type.Integer({ minimum: 1 })),
  copies: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  delayMs: Type.Optional(Type.Integer({ minimum: 0 })),
  serial: Type.Optional(Type.String()),
  amountFen: Type.Optional(Type.Integer({ minimum: 1 })),
})
export type NoticeFault = Static<typeof NoticeFault>

const skewMs = 301_000

/** The signed notice of what happened, spoiled as the fault says. */
export function writeNotice(
  { keys, signer, clock }: Pick<World, 'keys' | 'signer' | 'clock'>,
  content: NoticeContent,
  fault?: NoticeFault,
): SignedNotice {
  const now = clock.now()
  const key = fault?.fault === 'wrongKey' ? randomBytes(16).toString('hex') : keys.apiV3Key
  const body = noticeBody(
    key,
    'refund' in content
      ? { ...content, refund: spoiled(content.refund, fault) }
      : { ...content, transaction: spoiled(content.transaction, fault) },
  )
  const serial = signer.noticeSerial()
  const signedAt = (at: Date): SignedNotice => ({
    headers: noticeHeaders(signer.sign(serial, body, at)),
    body,
  })
  const genuine = signedAt(now)

  switch (fault?.fault) {
    case 'tamper':
      return { ...genuine, body: Buffer.from(body.toString().replace('"summary":"', '"summary":"未')) }
    case 'reencoded':
      return { ...genuine, body: Buffer.from(JSON.stringify(JSON.parse(body.toString()), undefined, 1)) }
    case 'stale':
      return signedAt(new Date(now.getTime() - skewMs))
    case 'future':
      return signedAt(new Date(now.getTime() + skewMs))
    case 'signtest':
      return probe(genuine)
    case 'serial':
      return {
        ...genuine,
        headers: { ...genuine.headers, 'Wechatpay-Serial': fault.serial ?? 'constructor' },
      }
    case 'forged':
      return { ...genuine, headers: noticeHeaders(signatureHeaders(serial, forgersKey(), body, now)) }
    case 'missingHeaders':
      return { ...genuine, headers: { 'content-type': 'application/json' } }
    default:
      return genuine
  }
}

/** 签名探测流量: a signature that must be refused. */
export const probe = (genuine: SignedNotice): SignedNotice => ({
  ...genuine,
  headers: {
    ...genuine.headers,
    'Wechatpay-Signature': `WECHATPAY/SIGNTEST/${genuine.headers['Wechatpay-Signature']}`,
  },
})

function spoiled(plain: Plain, fault?: NoticeFault): Plain {
  const { amount } = plain
  const isPartners = 'sub_mchid' in plain
  const withAmount = (change: object) => ({
    ...plain,
    amount: { ...(typeof amount === 'object' ? amount : {}), ...change },
  })
  switch (fault?.fault) {
    case 'otherAmount':
      return 'refund_id' in plain
        ? withAmount({ refund: fault.amountFen ?? 1, payer_refund: fault.amountFen ?? 1 })
        : withAmount({ total: fault.amountFen ?? 1, payer_total: fault.amountFen ?? 1 })
    case 'otherCurrency':
      return withAmount({ currency: 'USD', payer_currency: 'USD' })
    case 'otherMchid':
      return { ...plain, [isPartners ? 'sub_mchid' : 'mchid']: '1900000001' }
    case 'otherAppid':
      return { ...plain, appid: 'wx0000000000000000' }
    default:
      return plain
  }
}

let forger: string | undefined

function forgersKey(): string {
  forger ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
  return forger
}
