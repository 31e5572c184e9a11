import type { Emulator } from '../index.ts'
import { signatureHeaders } from '../signer.ts'
import type { Received } from './notice-receiver.ts'

/** Any bytes, signed as WeChat would sign them: for messages that WeChat itself never sends. */
export function signedBody({ wechatPrivateKeys, clock }: Emulator, body: Buffer): Received {
  const [[serial, privateKeyPem] = ['', '']] = wechatPrivateKeys
  const headers = signatureHeaders(serial, privateKeyPem, body, clock.now())
  return {
    body,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  }
}
