import { createDecipheriv, createPublicKey, createSecretKey, createVerify } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Merchant } from '../harness/merchant.ts'

/** What a notice says of a payment, as far as anybody must know to book it. */
export interface BarePayment {
  readonly eventId: string
  readonly outTradeNo: string
  readonly transactionId: string
  readonly totalFen: number
}

interface BareNotice {
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** The shortest reader of a notice: verify, decrypt, parse. Checks no time, no shape, no other key. */
export function bareReader(merchant: Merchant): (notice: BareNotice) => BarePayment {
  const key = createPublicKey(merchant.publicKey.publicKeyPem)
  // Handed over as bytes, every message would have it wrapped anew, which takes longer than to decrypt.
  const apiV3Key = createSecretKey(merchant.apiV3Key, 'utf8')
  return ({ headers, body }) => {
    const header = (name: string) => String(headers[`wechatpay-${name}`])
    const genuine = createVerify('RSA-SHA256')
      .update(`${header('timestamp')}\n${header('nonce')}\n`)
      .update(body)
      .update('\n')
      .verify(key, header('signature'), 'base64')
    if (!genuine) throw new Error('not genuine')
    const { id, resource } = JSON.parse(body.toString())
    const sealed = Buffer.from(resource.ciphertext, 'base64')
    const decipher = createDecipheriv('aes-256-gcm', apiV3Key, resource.nonce)
    decipher.setAuthTag(sealed.subarray(-16)).setAAD(Buffer.from(resource.associated_data))
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    const { out_trade_no, transaction_id, amount } = JSON.parse(plain.toString())
    return {
      eventId: id,
      outTradeNo: out_trade_no,
      transactionId: transaction_id,
      totalFen: amount.total,
    }
  }
}
