import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Exchange } from './exchange.ts'
import type { EmulatorKeys } from './keys.ts'

const shape =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/(\w+)\/tc3_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/

const expiryMs = 300_000

/** What is wrong with the signature of a call to 腾讯云, by its error code: "签名方法 v3" and "公共错误码", read 2026-11. */
export function tc3Fault(exchange: Exchange, { sms }: EmulatorKeys, nowMs: number): string | undefined {
  const { headers, body } = exchange
  const header = (name: string): string => {
    const value = headers[name]
    return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim()
  }
  const [, secretId, date, service, signedHeaders = '', signature = ''] =
    shape.exec(header('authorization')) ?? []
  if (!secretId || !date || !service) return 'AuthFailure.InvalidAuthorization'
  if (secretId !== sms.secretId) return 'AuthFailure.SecretIdNotFound'
  const timestamp = header('x-tc-timestamp')
  if (!/^\d{10}$/.test(timestamp)) return 'MissingParameter'
  if (Math.abs(nowMs - Number(timestamp) * 1_000) > expiryMs) return 'AuthFailure.SignatureExpire'
  const names = signedHeaders.split(';')
  const dayInUtc = new Date(Number(timestamp) * 1_000).toISOString().slice(0, 10)
  if (date !== dayInUtc || service !== 'sms') return 'AuthFailure.SignatureFailure'
  if (!names.includes('content-type') || !names.includes('host')) return 'AuthFailure.SignatureFailure'

  const lines = names.map((name) => `${name}:${header(name).toLowerCase()}\n`).join('')
  const hashed = createHash('sha256').update(body).digest('hex')
  const canonical = `POST\n/\n\n${lines}\n${signedHeaders}\n${hashed}`
  const scope = `${date}/${service}/tc3_request`
  const hashedCanonical = createHash('sha256').update(canonical).digest('hex')
  const text = `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${hashedCanonical}`
  let key = Buffer.from(`TC3${sms.secretKey}`)
  for (const part of [date, service, 'tc3_request', text])
    key = createHmac('sha256', key).update(part).digest()
  return timingSafeEqual(key, Buffer.from(signature, 'hex')) ? undefined : 'AuthFailure.SignatureFailure'
}
