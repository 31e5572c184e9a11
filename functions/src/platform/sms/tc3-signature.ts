import { createHash, createHmac } from 'node:crypto'

export interface Tc3Request {
  readonly secretId: string
  readonly secretKey: string
  /** `sms`: the host's first name. */
  readonly service: string
  /** With its port, where it has one. */
  readonly host: string
  readonly action: string
  readonly body: string
  readonly at: Date
}

export const tc3ContentType = 'application/json; charset=utf-8'

const signedHeaders = 'content-type;host;x-tc-action'

/** 签名方法 v3 (TC3-HMAC-SHA256): what goes into `Authorization`. 腾讯云 API "签名方法 v3", read 2026-11. */
export function tc3Authorization(request: Tc3Request): string {
  const { secretId, secretKey, service, host, action, body, at } = request
  const date = at.toISOString().slice(0, 10)
  const scope = `${date}/${service}/tc3_request`
  const canonical = [
    'POST',
    '/',
    '',
    `content-type:${tc3ContentType}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`,
    signedHeaders,
    sha256(body),
  ].join('\n')
  const text = `TC3-HMAC-SHA256\n${unixSeconds(at)}\n${scope}\n${sha256(canonical)}`
  const key = [date, service, 'tc3_request'].reduce<string | Buffer>(hmac, `TC3${secretKey}`)
  const signature = hmac(key, text).toString('hex')
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`
}

export const unixSeconds = (at: Date): number => Math.floor(at.getTime() / 1_000)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
