import { createPrivateKey, createPublicKey, type KeyObject, sign, verify, X509Certificate } from 'node:crypto'
import { type Merchant, type WechatPayConfig, wechatPayHost } from './config.ts'
import { isPublicKeyId, parseVerificationKeys } from './verification-keys.ts'
import { onThisMachine, requireWechatHost } from './wechat-hosts.ts'
import { isPartner } from './whose-money.ts'

/** One thing that is wrong with a configuration, in words that hold no secret. */
export interface ConfigProblem {
  readonly field: string
  readonly problem: string
}

/**
 * The self-test of a merchant's configuration, to be run at start: all problems at once, none when it may go live.
 * In production every address must be WeChat's own or https; an emulator is refused.
 */
export function checkWechatPayConfig(
  config: WechatPayConfig,
  { production }: { readonly production: boolean },
): ConfigProblem[] {
  const { merchant } = config
  return [
    ...checkIds(merchant),
    ...check('merchantSerial', () => {
      if (!/^[0-9A-Fa-f]{16,40}$/.test(merchant.merchantSerial)) throw new Error('is not a hex serial number')
      if (config.verificationKeys.has(merchant.merchantSerial)) {
        throw new Error("stands among WeChat's keys: the merchant's own certificate verifies nothing")
      }
    }),
    ...check('apiV3Key', () => {
      if (Buffer.byteLength(merchant.apiV3Key) !== 32) throw new Error('is not 32 bytes long')
    }),
    ...check('privateKeyPem', () => readPrivateKey(merchant.privateKeyPem)),
    ...check('certificatePem', () => checkCertificate(config)),
    ...check('verificationKeys', () => checkVerificationKeys(config)),
    ...check('notifyUrl', () => checkNotifyUrl(config.notifyUrl, production)),
    ...check('refundNotifyUrl', () => checkNotifyUrl(config.refundNotifyUrl, production)),
    ...check('baseUrl', () => {
      if (production) requireWechatHost(config.baseUrl ?? wechatPayHost)
    }),
  ]
}

function checkIds(merchant: Merchant): ConfigProblem[] {
  if (!isPartner(merchant)) {
    return [
      ...check('mchid', () => requireMchid(merchant.mchid)),
      ...check('appid', () => requireAppid(merchant.appid)),
    ]
  }
  const { spMchid, spAppid, subMchid, subAppid } = merchant
  return [
    ...check('spMchid', () => requireMchid(spMchid)),
    ...check('spAppid', () => requireAppid(spAppid)),
    ...check('subMchid', () => {
      requireMchid(subMchid)
      if (subMchid === spMchid) throw new Error('is the service provider itself')
    }),
    ...check('subAppid', () => subAppid === undefined || requireAppid(subAppid)),
  ]
}

function requireMchid(text: string): void {
  if (!/^\d{8,32}$/.test(text)) throw new Error('is not a merchant number')
}

function requireAppid(text: string): void {
  if (!/^wx[0-9a-z]{16}$/.test(text)) throw new Error('is not an AppID')
}

function check(field: string, rule: () => unknown): ConfigProblem[] {
  try {
    rule()
    return []
  } catch (error) {
    return [{ field, problem: error instanceof Error ? error.message : 'cannot be read' }]
  }
}

function readPrivateKey(pem: string): KeyObject {
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch {
    throw new Error('is not a readable private key')
  }
  if (key.asymmetricKeyType !== 'rsa') throw new Error('is not an RSA key')
  return key
}

function checkCertificate({ merchant, clock }: WechatPayConfig): void {
  if (merchant.certificatePem === undefined) return
  const certificate = new X509Certificate(merchant.certificatePem)
  if (certificate.serialNumber !== merchant.merchantSerial.toUpperCase()) {
    throw new Error('has another serial number than the one configured')
  }
  const probe = Buffer.from('signed with the key, verified with the certificate')
  const signature = sign('RSA-SHA256', probe, readPrivateKey(merchant.privateKeyPem))
  if (!verify('RSA-SHA256', probe, certificate.publicKey, signature)) {
    throw new Error('does not belong to the private key')
  }
  if (Date.parse(certificate.validTo) < clock.now().getTime()) throw new Error('has expired')
}

function checkVerificationKeys({ merchant, verificationKeys, clock }: WechatPayConfig): void {
  const keys = parseVerificationKeys(verificationKeys)
  const own = createPublicKey(merchant.privateKeyPem)
  for (const [serial, pem] of verificationKeys) {
    if (keys.bySerial.get(serial.toUpperCase())?.equals(own))
      throw new Error(`${serial} is the merchant's own key`)
    if (isPublicKeyId(serial)) continue
    const certificate = new X509Certificate(pem)
    if (certificate.serialNumber !== serial.toUpperCase()) {
      throw new Error(`${serial} holds the certificate ${certificate.serialNumber}`)
    }
    if (Date.parse(certificate.validTo) < clock.now().getTime()) throw new Error(`${serial} has expired`)
  }
}

function checkNotifyUrl(notifyUrl: string, production: boolean): void {
  const url = new URL(notifyUrl)
  const local = !production && url.protocol === 'http:' && onThisMachine(url)
  if (url.protocol !== 'https:' && !local) throw new Error('is not https')
  if (production && onThisMachine(url)) throw new Error('is not reachable from outside')
  if (notifyUrl.includes('?') || notifyUrl.includes('#')) throw new Error('carries a query or a fragment')
  if (notifyUrl.length > 255) throw new Error('is longer than 255 characters')
}
