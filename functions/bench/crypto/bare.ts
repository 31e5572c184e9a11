import { createDecipheriv, createPublicKey, createVerify } from 'node:crypto'
import type { SignedNotice } from '../../src/local/emulator/notice.ts'
import type { Merchant } from '../harness/merchant.ts'

/** What a notice says of a payment, as far as anybody must know to book it. */
export interface BarePayment {
  readonly eventId: string
  readonly outTradeNo: string
  readonly transactionId: string
  readonly totalFen: number
}

/** The shortest reader of a notice: verify, decrypt, parse. Checks no time, no shape, no other key. */
export function bareReader(merchant: Merchant): (notice: SignedNotice) => BarePayment {
  const key = createPublicKey(merchant.publicKey.publicKeyPem)
  const apiV3Key = Buffer.from(merchant.apiV3Key)
  return ({ headers, body }) => {
    const genuine = createVerify('RSA-SHA256')
      .update(`${headers['Wechatpay-Timestamp']}\n${headers['Wechatpay-Nonce']}\n`)
      .update(body)
      .update('\n')
      .verify(key, headers['Wechatpay-Signature'] ?? '', 'base64')
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
