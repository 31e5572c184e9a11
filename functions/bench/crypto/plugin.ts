import type { KeyLike } from 'node:crypto'
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'
import type { SignedNotice } from '../../src/local/emulator/notice.ts'
import type { Merchant } from '../harness/merchant.ts'
import type { BarePayment } from './bare.ts'

/**
 * Reads notices with the tools of `wechatpay-axios-plugin`, which has no reader of its own. It takes WeChat's keys as
 * PEM text, and so does its verification; `parsed` hands it a key that was parsed beforehand instead.
 */
export function pluginReader(
  merchant: Merchant,
  { parsed }: { readonly parsed: boolean },
): (notice: SignedNotice) => BarePayment {
  const pem = merchant.publicKey.publicKeyPem
  const key: KeyLike = parsed ? Rsa.from(pem, Rsa.KEY_TYPE_PUBLIC) : pem
  return ({ headers, body }) => {
    const text = body.toString('utf8')
    const message = Formatter.response(
      headers['wechatpay-timestamp'] ?? '',
      headers['wechatpay-nonce'] ?? '',
      text,
    )
    if (!Rsa.verify(message, headers['wechatpay-signature'] ?? '', key)) throw new Error('not genuine')
    const { id, resource } = JSON.parse(text)
    const { out_trade_no, transaction_id, amount } = JSON.parse(
      Aes.AesGcm.decrypt(resource.ciphertext, merchant.apiV3Key, resource.nonce, resource.associated_data),
    )
    return { eventId: id, outTradeNo: out_trade_no, transactionId: transaction_id, totalFen: amount.total }
  }
}
