import { createPublicKey } from 'node:crypto'
import Pay from 'wechatpay-node-v3'
import type { Clock } from '../clock.ts'
import type { Merchant } from './config.ts'
import { newNonce } from './nonce.ts'
import type { Outgoing } from './transport.ts'

/** Who signs: the merchant itself, or its service provider. */
export interface Signer {
  readonly mchid: string
  readonly appid: string
}

/** `wechatpay-node-v3`, told the time by our clock: its own `new Date()` would not follow a test or an emulator. */
export class ClockedPay extends Pay {
  readonly #clock: Clock

  constructor(
    { mchid, appid }: Signer,
    { privateKeyPem, merchantSerial }: Pick<Merchant, 'privateKeyPem' | 'merchantSerial'>,
    clock: Clock,
  ) {
    super({
      appid,
      mchid,
      serial_no: merchantSerial.toUpperCase(),
      privateKey: Buffer.from(privateKeyPem),
      // Only read for a serial, which we give; but the library insists on having one.
      publicKey: Buffer.from(createPublicKey(privateKeyPem).export({ type: 'spki', format: 'pem' })),
      userAgent: 'anjiao/0.1',
    })
    this.#clock = clock
  }

  /** A call that the library has no method for, signed as it signs its own. */
  signed(method: Outgoing['method'], url: string, body?: Record<string, unknown>): Outgoing {
    const authorization = this.buildAuthorization(method, url, body)
    if (!body) return { method, url, headers: this.getHeaders(authorization) }
    const headers = this.getHeaders(authorization, { 'Content-Type': 'application/json' })
    return { method, url, headers, body: JSON.stringify(body) }
  }

  protected override buildAuthorization(method: string, url: string, body?: Record<string, unknown>): string {
    const { pathname, search } = new URL(url)
    const nonce = newNonce()
    const timestamp = String(Math.floor(this.#clock.now().getTime() / 1000))
    const signature = this.getSignature(method, nonce, timestamp, pathname + search, body)
    return this.getAuthorization(nonce, timestamp, signature)
  }
}
