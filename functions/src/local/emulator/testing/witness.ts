import { Wechatpay } from 'wechatpay-axios-plugin'
import type { Emulator } from '../index.ts'

/**
 * The other client: `wechatpay-axios-plugin`, which signs and verifies with its own code and its own clock. It throws
 * unless an answer's signature verifies.
 */
export function witnessOf(emulator: Emulator): Wechatpay {
  const { mchid, merchantSerial, privateKeyPem } = emulator.merchant
  return new Wechatpay({
    mchid,
    serial: merchantSerial,
    privateKey: privateKeyPem,
    certs: Object.fromEntries(emulator.verificationKeys),
    baseURL: emulator.url,
    timeout: 10_000,
  })
}

/** An order body as the documentation writes it. */
export const orderBody = (emulator: Emulator, outTradeNo: string, openid: string) => ({
  appid: emulator.merchant.appid,
  mchid: emulator.merchant.mchid,
  description: '阳光花园 3-1-502 物业费',
  out_trade_no: outTradeNo,
  notify_url: 'https://anjiao.example/wechatpay/notify',
  amount: { total: 415_800, currency: 'CNY' },
  payer: { openid },
})
