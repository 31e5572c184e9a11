import { systemClock } from '../../platform/clock.ts'
import type { World } from '../../platform/context.ts'
import { openDatabase } from '../../platform/database.ts'
import { logTo } from '../../platform/log.ts'
import { systemRandom } from '../../platform/random.ts'
import { openLocalDatabase } from '../open-database.ts'

/** The world of a command: the database, no WeChat and no store. */
export async function commandWorld(): Promise<{ world: World; readonly close: () => Promise<void> }> {
  const { appUrl, close } = await openLocalDatabase()
  const database = openDatabase({ url: appUrl, connections: 2 })
  const withoutWechat = () => {
    throw new Error('commands do not talk to WeChat')
  }
  const withoutFiles = () => Promise.reject(new Error('commands touch no files'))
  const withoutKey = () => {
    throw new Error('commands have no key to what is sealed')
  }
  return {
    world: {
      database,
      clock: systemClock,
      random: systemRandom,
      log: logTo((line) => process.stderr.write(`${line}\n`)),
      wechatMp: {
        sessionOf: withoutWechat,
        phoneOf: withoutWechat,
        sendSubscribe: withoutWechat,
        templates: withoutWechat,
        sendQuota: withoutWechat,
        isTradeManaged: withoutWechat,
        uploadShipping: withoutWechat,
        textCheck: withoutWechat,
      },
      messagePush: { echo: withoutWechat, read: withoutWechat },
      sms: null,
      wechatPay: withoutWechat,
      storage: { presignUpload: withoutFiles, put: withoutFiles, get: withoutFiles, remove: withoutFiles },
      sealedStorage: { put: withoutFiles, get: withoutFiles, remove: withoutFiles },
      sealedText: { seal: withoutKey, open: withoutKey },
      contentCheck: { check: withoutFiles },
      documents: { setPaper: withoutFiles, setLetters: withoutFiles },
      settings: {
        appid: '',
        publicUrl: '',
        sessionSecret: '',
        peoplePageUrl: null,
        cashierUrl: null,
        subscribePageUrl: null,
      },
    },
    close: async () => {
      await database.close()
      await close()
    },
  }
}
