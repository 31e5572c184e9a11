import { createPublicKey, createVerify } from 'node:crypto'
import { ApiError } from './api-error.ts'
import type { Exchange } from './exchange.ts'
import type { EmulatorKeys } from './keys.ts'

const windowSeconds = 300
const scheme = 'WECHATPAY2-SHA256-RSA2048'

/**
 * Checks a merchant's Authorization over the raw request, in WeChat's own order: format, timestamp, serial,
 * signature. Throws the error WeChat would answer. 微信支付 APIv3 "如何构造接口请求签名".
 */
export function requireMerchantSignature(keys: EmulatorKeys, exchange: Exchange, now: Date): void {
  const signed = readAuthorization(exchange)
  const ageSeconds = Math.abs(now.getTime() / 1000 - Number(signed.timestamp))
  if (!(ageSeconds <= windowSeconds)) {
    throw signError('Http头Authorization中的timestamp与发起请求的时间不得超过5分钟')
  }
  if (signed.serial !== keys.merchant.serial || signed.mchid !== keys.mchid) {
    throw signError('商户证书序列号有误。请使用签名私钥匹配的证书序列号')
  }
  const text = `${exchange.method}\n${exchange.target}\n${signed.timestamp}\n${signed.nonce}\n`
  const message = Buffer.concat([Buffer.from(text), exchange.body, Buffer.from('\n')])
  const genuine = createVerify('sha256WithRSAEncryption')
    .update(message)
    .verify(createPublicKey(keys.merchant.certificatePem), signed.signature, 'base64')
  if (!genuine) {
    throw signError('错误的签名，验签失败', {
      detail: { issue: 'sign not match' },
      field: 'signature',
      location: 'authorization',
      sign_information: {
        method: exchange.method,
        sign_message_length: message.length,
        truncated_sign_message: message.subarray(0, 100).toString(),
        url: exchange.target,
      },
    })
  }
}

interface Authorization {
  readonly mchid: string
  readonly serial: string
  readonly timestamp: string
  readonly nonce: string
  readonly signature: string
}

function readAuthorization({ headers, path }: Exchange): Authorization {
  const { authorization = '' } = headers
  const pairs = new Map(
    [...authorization.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
  const [mchid, serial, timestamp, nonce, signature] = [
    'mchid',
    'serial_no',
    'timestamp',
    'nonce_str',
    'signature',
  ].map((name) => pairs.get(name))
  if (!authorization.startsWith(`${scheme} `) || !mchid || !serial || !timestamp || !nonce || !signature) {
    // The order interfaces answer this one in their own words, and without a Request-ID.
    if (/^\/v3\/pay\/(partner\/)?transactions\//.test(path)) {
      throw new ApiError(401, 'SIGN_ERROR', '签名信息错误，验签失败')
    }
    throw signError('Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》')
  }
  return { mchid, serial, timestamp, nonce, signature }
}

const signError = (message: string, detail?: object): ApiError =>
  new ApiError(401, 'SIGN_ERROR', message, 268443699, detail)
