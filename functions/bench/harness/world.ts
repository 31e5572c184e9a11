import { createWorld } from '../../src/handlers/world.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { World } from '../../src/platform/context.ts'
import { silentLog } from '../../src/platform/log.ts'
import { benchClock, type Merchant } from './merchant.ts'

/** The environment of a deployed function, for the bench's database and merchant; WeChat and the store are never called. */
export function environmentOf(appUrl: string, merchant: Merchant): Record<string, string> {
  const { mchid, appid, secret, apiV3Key, merchant: own, publicKey, push } = merchant
  return {
    ANJIAO_MODE: 'local',
    DATABASE_URL: appUrl,
    PUBLIC_URL: 'http://127.0.0.1:1',
    SESSION_SECRET: 'a secret that only this bench knows, 32 bytes',
    WECHAT_APPID: appid,
    WECHAT_APP_SECRET: secret,
    WECHAT_PUSH_TOKEN: push.token,
    WECHAT_PUSH_AES_KEY: push.aesKey,
    WECHATPAY_MERCHANTS: JSON.stringify([
      { mchid, appid, apiV3Key, privateKeyPem: own.privateKeyPem, merchantSerial: own.serial },
    ]),
    WECHATPAY_VERIFICATION_KEYS: JSON.stringify({ [publicKey.id]: publicKey.publicKeyPem }),
    WECHATPAY_URL: 'http://127.0.0.1:1',
    WECHAT_API_URL: 'http://127.0.0.1:1',
    STORAGE_URL: 'http://127.0.0.1:1/bucket',
    STORAGE_REGION: 'local',
    STORAGE_ACCESS_KEY_ID: 'bench',
    STORAGE_SECRET_ACCESS_KEY: 'bench',
    STORAGE_SEALING_KEY: Buffer.alloc(32).toString('base64'),
  }
}

/** The world of a deployed function on one of the bench's databases, at the bench's one moment. */
export const benchWorld = (environment: Record<string, string>, connections: number): World =>
  createWorld(readConfig(environment), { clock: benchClock, connections, log: silentLog })
