import type { Clock } from '../platform/clock.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { createContentCheck } from '../platform/content-check.ts'
import type { World } from '../platform/context.ts'
import { openDatabase } from '../platform/database.ts'
import { documentsOpenedLater } from '../platform/documents/documents.ts'
import { logTo } from '../platform/log.ts'
import { createMessagePush } from '../platform/message-push/index.ts'
import { systemRandom } from '../platform/random.ts'
import { createSms } from '../platform/sms/index.ts'
import { sealedIn } from '../platform/storage/sealed-storage.ts'
import { sealedTextWith } from '../platform/storage/sealed-text.ts'
import { openedLater } from '../platform/storage/storage.ts'
import { createWechatMp } from '../platform/wechat-mp/index.ts'
import {
  bookedUnder,
  checkWechatPayConfig,
  createWechatPay,
  type WechatPay,
} from '../platform/wechat-pay/index.ts'

/** Where WeChat sends a merchant's payment notices; its refund notices go to `…/refund` below. */
export const notifyPath = '/wechatpay/notify/'
export const refundNotices = '/refund'
/** Where it pushes what the mini-program is to know. */
export const eventsPath = '/wechat/events'

export interface WorldOptions {
  readonly clock?: Clock
  /** Connections to the database; a cloud function serves one request at a time. */
  readonly connections?: number
  readonly log?: World['log']
}

/** Wires a deployed function's world from its configuration. Opens nothing until it is used. */
export function createWorld(config: Config, options: WorldOptions = {}): World {
  const {
    clock = systemClock,
    connections = 2,
    log = logTo((line) => process.stdout.write(`${line}\n`)),
  } = options
  const merchants = new Map<string, WechatPay>()

  function open(mchid: string): WechatPay {
    const merchant = config.merchants.find((each) => bookedUnder(each) === mchid)
    if (!merchant) throw new Error(`no keys for merchant ${mchid}`)
    const verificationKeys = merchant.verificationKeys
      ? new Map(Object.entries(merchant.verificationKeys))
      : config.verificationKeys
    const baseUrl = config.wechatPayUrl
    const notifyUrl = `${config.publicUrl}${notifyPath}${mchid}`
    const refundNotifyUrl = `${notifyUrl}${refundNotices}`
    const wechatPayConfig = { merchant, verificationKeys, notifyUrl, refundNotifyUrl, baseUrl, clock }
    const problems = checkWechatPayConfig(wechatPayConfig, { production: config.mode === 'production' })
    if (problems.length > 0) {
      const said = problems.map(({ field, problem }) => `${field} ${problem}`).join('; ')
      throw new Error(`the configuration of merchant ${mchid} cannot work: ${said}`)
    }
    return createWechatPay(wechatPayConfig)
  }

  function wechatPay(mchid: string): WechatPay {
    const port = merchants.get(mchid) ?? open(mchid)
    merchants.set(mchid, port)
    return port
  }

  // Most functions touch no file, and need not load what signs for the store.
  const storage = openedLater(async () => {
    const { createS3Storage } = await import('../platform/storage/s3-storage.ts')
    return createS3Storage(config.storage, { clock })
  })

  return {
    database: openDatabase({
      url: config.databaseUrl,
      connections,
      preparedStatements: config.preparedStatements,
    }),
    clock,
    random: systemRandom,
    log,
    wechatMp: createWechatMp({ ...config.miniProgram, baseUrl: config.wechatApiUrl, clock }),
    messagePush: createMessagePush({ appid: config.miniProgram.appid, ...config.messagePush, clock }),
    sms: config.sms && createSms({ ...config.sms, clock }),
    wechatPay,
    storage,
    sealedStorage: sealedIn(storage, config.sealingKey, systemRandom),
    sealedText: sealedTextWith(config.sealingKey, systemRandom),
    contentCheck: createContentCheck({ url: config.contentCheckUrl, log }),
    documents: documentsOpenedLater(),
    settings: {
      appid: config.miniProgram.appid,
      publicUrl: config.publicUrl,
      sessionSecret: config.sessionSecret,
      peoplePageUrl: config.peoplePageUrl,
      cashierUrl: config.cashierUrl,
      subscribePageUrl: config.subscribePageUrl,
    },
  }
}
