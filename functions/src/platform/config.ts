import { type SmsConfig, smsHost } from './sms/index.ts'
import type { S3Config } from './storage/s3-storage.ts'
import { type Merchant, requireWechatHost } from './wechat-pay/index.ts'

/** Everything a deployed function is told from outside. Read once, at the start, from the environment. */
export interface Config {
  readonly mode: 'production' | 'local'
  readonly databaseUrl: string
  /** Off behind a pooler that cannot keep prepared statements. */
  readonly preparedStatements: boolean
  /** Where WeChat reaches this deployment: https, without a path. */
  readonly publicUrl: string
  readonly sessionSecret: string
  readonly miniProgram: { readonly appid: string; readonly secret: string }
  /** 消息推送: the token, and 43 characters of EncodingAESKey, from the mini-program's console. */
  readonly messagePush: { readonly token: string; readonly aesKey: string }
  /** 腾讯云短信; null: nobody is reached by SMS. */
  readonly sms: Omit<SmsConfig, 'clock'> | null
  readonly merchants: readonly NamedMerchant[]
  /** Serial → PEM: WeChat Pay's public key (`PUB_KEY_ID_…`) and platform certificates, side by side. */
  readonly verificationKeys: ReadonlyMap<string, string>
  readonly wechatPayUrl: string
  readonly wechatApiUrl: string
  /** The private bucket that files lie in. */
  readonly storage: S3Config
  /** 32 bytes that seal every file before it reaches the bucket. Lost, no file opens again. */
  readonly sealingKey: Uint8Array
  /** Who looks at uploads before they are kept (content-check.ts); null where nobody shall, or on one machine. */
  readonly contentCheckUrl: string | null
  readonly peoplePageUrl: string | null
  readonly cashierUrl: string | null
  readonly subscribePageUrl: string | null
}

/** A merchant, with what WeChat signs for it where that is not what it signs with for the others. */
export type NamedMerchant = Merchant & { readonly verificationKeys?: Readonly<Record<string, string>> }

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the configuration. Throws one error that names every variable that is missing or wrong, and refuses in
 * production anything that stands in for WeChat. The README lists the variables.
 */
export function readConfig(environment: Environment): Config {
  const wrong: string[] = []
  const text = (name: string): string => {
    const value = environment[name]
    if (!value) wrong.push(`${name} is missing`)
    return value ?? ''
  }
  const json = <T>(name: string, fits: (value: unknown) => value is T, empty: T): T => {
    try {
      const value: unknown = JSON.parse(text(name) || 'null')
      if (fits(value)) return value
    } catch {
      // Said below, without the value: it holds keys.
    }
    wrong.push(`${name} is not what the README describes`)
    return empty
  }
  const mode = environment.ANJIAO_MODE === 'local' ? 'local' : 'production'
  const config: Config = {
    mode,
    databaseUrl: text('DATABASE_URL'),
    preparedStatements: environment.DATABASE_PREPARED_STATEMENTS !== 'off',
    publicUrl: text('PUBLIC_URL'),
    sessionSecret: text('SESSION_SECRET'),
    miniProgram: { appid: text('WECHAT_APPID'), secret: text('WECHAT_APP_SECRET') },
    messagePush: { token: text('WECHAT_PUSH_TOKEN'), aesKey: text('WECHAT_PUSH_AES_KEY') },
    sms: smsOf(environment, text),
    merchants: json('WECHATPAY_MERCHANTS', areMerchants, []),
    verificationKeys: new Map(Object.entries(json('WECHATPAY_VERIFICATION_KEYS', isTextMap, {}))),
    wechatPayUrl: environment.WECHATPAY_URL ?? 'https://api.mch.weixin.qq.com',
    wechatApiUrl: environment.WECHAT_API_URL ?? 'https://api.weixin.qq.com',
    storage: {
      url: text('STORAGE_URL'),
      region: text('STORAGE_REGION'),
      accessKeyId: text('STORAGE_ACCESS_KEY_ID'),
      secretAccessKey: text('STORAGE_SECRET_ACCESS_KEY'),
    },
    sealingKey: Buffer.from(text('STORAGE_SEALING_KEY'), 'base64'),
    contentCheckUrl: contentCheckOf(environment, mode, text),
    peoplePageUrl: environment.LOCAL_PEOPLE_PAGE_URL ?? null,
    cashierUrl: environment.LOCAL_CASHIER_URL ?? null,
    subscribePageUrl: environment.LOCAL_SUBSCRIBE_PAGE_URL ?? null,
  }
  if (config.sessionSecret.length < 32) wrong.push('SESSION_SECRET is shorter than 32 characters')
  if (environment.STORAGE_SEALING_KEY && config.sealingKey.length !== 32)
    wrong.push('STORAGE_SEALING_KEY is not 32 bytes in base64')
  if (environment.WECHAT_PUSH_AES_KEY && !/^[A-Za-z0-9+/]{43}$/.test(config.messagePush.aesKey))
    wrong.push('WECHAT_PUSH_AES_KEY is not 43 characters of base64')
  if (config.storage.url) wrong.push(...addressFaults('STORAGE_URL', config.storage.url, mode))
  if (config.contentCheckUrl) wrong.push(...addressFaults('CONTENT_CHECK_URL', config.contentCheckUrl, mode))
  if (mode === 'production') wrong.push(...standInsOf(config))
  if (wrong.length > 0) throw new Error(`The configuration is not complete:\n- ${wrong.join('\n- ')}`)
  return config
}

/** That nobody looks at uploads is said (`off`), and does not come of a variable that was forgotten. */
function contentCheckOf(
  { CONTENT_CHECK_URL }: Environment,
  mode: Config['mode'],
  required: (name: string) => string,
): string | null {
  if (CONTENT_CHECK_URL === 'off') return null
  return (mode === 'production' ? required('CONTENT_CHECK_URL') : CONTENT_CHECK_URL) || null
}

/** All of it, or none: that a deployment has no SMS is no mistake. */
function smsOf(environment: Environment, required: (name: string) => string): Config['sms'] {
  const names = ['SMS_SECRET_ID', 'SMS_SECRET_KEY', 'SMS_SDK_APP_ID', 'SMS_SIGN_NAME']
  if (names.every((name) => !environment[name])) return null
  return {
    secretId: required('SMS_SECRET_ID'),
    secretKey: required('SMS_SECRET_KEY'),
    sdkAppId: required('SMS_SDK_APP_ID'),
    signName: required('SMS_SIGN_NAME'),
    region: environment.SMS_REGION ?? 'ap-guangzhou',
    baseUrl: environment.SMS_URL ?? smsHost,
  }
}

/** What may stand in for WeChat on one machine only. */
function standInsOf(config: Config): string[] {
  const found: string[] = []
  for (const url of [config.wechatPayUrl, config.wechatApiUrl]) {
    try {
      requireWechatHost(url)
    } catch {
      found.push(`${url} is not WeChat`)
    }
  }
  if (config.sms && config.sms.baseUrl !== smsHost) found.push('SMS_URL is for a local system')
  if (config.peoplePageUrl || config.cashierUrl || config.subscribePageUrl)
    found.push('LOCAL_PEOPLE_PAGE_URL, LOCAL_CASHIER_URL and LOCAL_SUBSCRIBE_PAGE_URL are for a local system')
  if (!config.publicUrl.startsWith('https://')) found.push('PUBLIC_URL must begin with https://')
  return found
}

/** Files travel to these addresses: in production only over https. Said without the address, which may hold a key. */
function addressFaults(name: string, value: string, mode: Config['mode']): string[] {
  if (!URL.canParse(value)) return [`${name} is not an address`]
  const { protocol, search, hash } = new URL(value)
  const found: string[] = []
  if (protocol !== 'https:' && (mode === 'production' || protocol !== 'http:'))
    found.push(`${name} must begin with https://`)
  if (name === 'STORAGE_URL' && (search || hash)) found.push(`${name} must end with the bucket`)
  return found
}

function areMerchants(value: unknown): value is NamedMerchant[] {
  const keys = ['privateKeyPem', 'merchantSerial', 'apiV3Key']
  const direct = ['mchid', 'appid', ...keys]
  const partner = ['spMchid', 'spAppid', 'subMchid', ...keys]
  const fits = ({ verificationKeys = {}, ...each }: Record<string, unknown>): boolean =>
    isTextMap(verificationKeys) &&
    isTextMap(each) &&
    ('spMchid' in each ? partner : direct).every((name) => each[name])
  return Array.isArray(value) && value.every((each) => isObject(each) && fits(each))
}

const isTextMap = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every((each) => typeof each === 'string')

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
