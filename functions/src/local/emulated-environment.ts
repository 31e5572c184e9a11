import type { Emulator } from './emulator/index.ts'
import type { LocalStorage } from './storage/index.ts'

export interface Local {
  readonly databaseUrl: string
  /** Where the pages and the functions are. */
  readonly address: string
  readonly sessionSecret: string
  /** 32 bytes in base64; what lies in the storage opens with no other. */
  readonly sealingKey: string
}

/** The environment of a deployment whose WeChat and storage are on this machine: what `readConfig` reads, and what a bundle is given. */
export const emulatedEnvironment = (
  emulator: Emulator,
  { config: bucket, contentCheckUrl }: LocalStorage,
  { databaseUrl, address, sessionSecret, sealingKey }: Local,
) => ({
  ANJIAO_MODE: 'local',
  DATABASE_URL: databaseUrl,
  PUBLIC_URL: address,
  SESSION_SECRET: sessionSecret,
  WECHAT_APPID: emulator.miniProgram.appid,
  WECHAT_APP_SECRET: emulator.miniProgram.secret,
  WECHAT_PUSH_TOKEN: emulator.messagePush.token,
  WECHAT_PUSH_AES_KEY: emulator.messagePush.aesKey,
  WECHATPAY_MERCHANTS: JSON.stringify([emulator.merchant, emulator.partner]),
  WECHATPAY_VERIFICATION_KEYS: JSON.stringify(Object.fromEntries(emulator.verificationKeys)),
  WECHATPAY_URL: emulator.url,
  WECHAT_API_URL: emulator.url,
  SMS_SECRET_ID: emulator.sms.secretId,
  SMS_SECRET_KEY: emulator.sms.secretKey,
  SMS_SDK_APP_ID: emulator.sms.sdkAppId,
  SMS_SIGN_NAME: emulator.sms.signName,
  SMS_URL: emulator.url,
  STORAGE_URL: bucket.url,
  STORAGE_REGION: bucket.region,
  STORAGE_ACCESS_KEY_ID: bucket.accessKeyId,
  STORAGE_SECRET_ACCESS_KEY: bucket.secretAccessKey,
  STORAGE_SEALING_KEY: sealingKey,
  CONTENT_CHECK_URL: contentCheckUrl,
  LOCAL_PEOPLE_PAGE_URL: emulator.peoplePageUrl,
  LOCAL_CASHIER_URL: emulator.cashierUrl,
  LOCAL_SUBSCRIBE_PAGE_URL: emulator.subscribePageUrl,
})
