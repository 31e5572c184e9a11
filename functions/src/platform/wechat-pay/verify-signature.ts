import { createVerify } from 'node:crypto'
import type { VerificationKeys } from './verification-keys.ts'

/** Why a message is not taken for WeChat's. `sign-test` is WeChat's own probe, meant to be refused: no reason for alarm. */
export type SignatureFault = 'unsigned' | 'stale' | 'sign-test' | 'unknown-serial' | 'bad-signature'

/** Looks a header up by its lower-case name. */
export type HeaderOf = (name: string) => string | undefined

const windowMs = 300_000
const probePrefix = 'WECHATPAY/SIGNTEST/'

/**
 * Says what is wrong with a signed answer or notice of WeChat Pay, or undefined when it is genuine and fresh.
 * Works on the bytes as they came; the cheap checks go first, and nothing is ever fetched.
 * 微信支付 APIv3 "如何验证签名", read 2026-11.
 */
export function signatureFault(
  keys: VerificationKeys,
  header: HeaderOf,
  rawBody: Uint8Array,
  now: Date,
): SignatureFault | undefined {
  const timestamp = header('wechatpay-timestamp')
  const nonce = header('wechatpay-nonce')
  const signature = header('wechatpay-signature')
  const serial = header('wechatpay-serial')
  if (!timestamp || !nonce || !signature || !serial) return 'unsigned'
  if (!/^\d{10}$/.test(timestamp)) return 'unsigned'
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > windowMs) return 'stale'
  if (signature.startsWith(probePrefix)) return 'sign-test'

  const key = keys.bySerial.get(serial.toUpperCase())
  if (!key) return 'unknown-serial'
  // Piece by piece: joining the bytes first measures no faster, and copies the body.
  const verify = createVerify('RSA-SHA256').update(`${timestamp}\n${nonce}\n`).update(rawBody).update('\n')
  return verify.verify(key, signature, 'base64') ? undefined : 'bad-signature'
}
