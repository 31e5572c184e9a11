import type { Emulator } from './emulator/index.ts'

export interface Local {
  readonly databaseUrl: string
  /** Where the pages and the functions are. */
  readonly address: string
  readonly sessionSecret: string
}

/** The environment of a deployment whose WeChat is the emulator: what `readConfig` reads, and what a bundle is given. */
export const emulatedEnvironment = (emulator: Emulator, { databaseUrl, address, sessionSecret }: Local) => ({
  ANJIAO_MODE: 'local',
  DATABASE_URL: databaseUrl,
  PUBLIC_URL: address,
  SESSION_SECRET: sessionSecret,
  WECHAT_APPID: emulator.miniProgram.appid,
  WECHAT_APP_SECRET: emulator.miniProgram.secret,
  WECHATPAY_MERCHANTS: JSON.stringify([emulator.merchant]),
  WECHATPAY_VERIFICATION_KEYS: JSON.stringify(Object.fromEntries(emulator.verificationKeys)),
  WECHATPAY_URL: emulator.url,
  WECHAT_API_URL: emulator.url,
  LOCAL_PEOPLE_PAGE_URL: emulator.peoplePageUrl,
  LOCAL_CASHIER_URL: emulator.cashierUrl,
})
