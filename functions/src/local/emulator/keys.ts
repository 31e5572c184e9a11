import { createHash, generateKeyPair, type KeyObject, randomBytes, randomInt } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Type, { type Static } from 'typebox'
import { Parse } from 'typebox/value'
import { selfSignedCertificate } from './self-signed-certificate.ts'

const Certified = Type.Object({
  privateKeyPem: Type.String(),
  certificatePem: Type.String(),
  serial: Type.String(),
})

/** Everything the merchant platform and the mini-program's console would hand out, and WeChat's own private keys. */
const EmulatorKeys = Type.Object({
  mchid: Type.String(),
  appid: Type.String(),
  /** AppSecret. */
  secret: Type.String(),
  apiV3Key: Type.String(),
  /** 商户 API 证书. */
  merchant: Certified,
  /** 微信支付平台证书. */
  platform: Certified,
  /** 微信支付公钥, by its id. */
  publicKey: Type.Object({
    privateKeyPem: Type.String(),
    publicKeyPem: Type.String(),
    id: Type.String(),
  }),
  /** 服务商: the merchant above is one too, with an application of its own and one sub-merchant. */
  partner: Type.Object({ spAppid: Type.String(), subMchid: Type.String() }),
  /** 消息推送: 令牌 and EncodingAESKey. */
  push: Type.Object({ token: Type.String(), aesKey: Type.String() }),
  /** 腾讯云短信. */
  sms: Type.Object({ secretId: Type.String(), secretKey: Type.String(), sdkAppId: Type.String() }),
})
export type EmulatorKeys = Static<typeof EmulatorKeys>

/** Keys kept in a folder, made at the first start; without a folder, keys for this run only. */
export async function keysIn(dir: string | undefined, now: Date): Promise<EmulatorKeys> {
  if (dir === undefined) return makeKeys(now)
  const file = join(dir, 'keys.json')
  const kept: Partial<EmulatorKeys> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  // A folder of an older emulator lacks what has come since.
  const keys = { ...(kept.mchid ? laterKeys() : await makeKeys(now)), ...kept }
  mkdirSync(dir, { recursive: true })
  writeFileSync(file, JSON.stringify(keys, undefined, 2), { mode: 0o600 })
  return Parse(EmulatorKeys, keys)
}

const laterKeys = (): Pick<EmulatorKeys, 'partner' | 'push' | 'sms'> => ({
  partner: { spAppid: `wx${randomBytes(8).toString('hex')}`, subMchid: `16${digits(8)}` },
  push: {
    token: randomBytes(12).toString('hex'),
    aesKey: randomBytes(32).toString('base64').slice(0, 43),
  },
  sms: {
    secretId: `AKID${randomBytes(16).toString('hex')}`,
    secretKey: randomBytes(16).toString('hex'),
    sdkAppId: `14${digits(8)}`,
  },
})

async function makeKeys(now: Date): Promise<EmulatorKeys> {
  const [merchant, platform, wechat] = await Promise.all([newPair(), newPair(), newPair()])
  return {
    mchid: `19${digits(8)}`,
    appid: `wx${randomBytes(8).toString('hex')}`,
    secret: randomBytes(16).toString('hex'),
    apiV3Key: randomBytes(16).toString('hex'),
    merchant: certified('emulated merchant', merchant, now),
    platform: certified('emulated Tenpay.com', platform, now),
    publicKey: {
      privateKeyPem: privatePem(wechat),
      publicKeyPem: wechat.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      id: `PUB_KEY_ID_01${digits(26)}`,
    },
    ...laterKeys(),
  }
}

interface Pair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

const newPair = (): Promise<Pair> => promisify(generateKeyPair)('rsa', { modulusLength: 2048 })

const privatePem = (pair: Pair): string => pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

function certified(name: string, pair: Pair, now: Date): Static<typeof Certified> {
  const serial = `5${randomBytes(20).toString('hex').slice(1)}`.toUpperCase()
  const day = 86_400_000
  const period = { from: new Date(now.getTime() - day), to: new Date(now.getTime() + 5 * 365 * day) }
  return {
    serial,
    privateKeyPem: privatePem(pair),
    certificatePem: selfSignedCertificate({ name, serial, ...pair, ...period }),
  }
}

export const digits = (count: number): string =>
  Array.from({ length: count }, () => String(randomInt(10))).join('')

/** An openid of ours for a person: the same at every start with the same appid. */
export const openidOf = (appid: string, person: string): string =>
  `o${createHash('sha256').update(`${appid}|${person}`).digest('base64url').slice(0, 27)}`
