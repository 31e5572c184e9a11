import type { SignedNotice } from '../../src/local/emulator/notice.ts'
import { createNotificationReader } from '../../src/platform/wechat-pay/index.ts'
import { alternate, median } from '../harness/alternate.ts'
import { atLeast, type Comparison, compare } from '../harness/comparison.ts'
import { benchClock, type Merchant, signedNotices } from '../harness/merchant.ts'
import type { Bench, Scenario } from '../harness/scenario.ts'
import { shortCount } from '../harness/sizes.ts'
import { type BarePayment, bareReader } from './bare.ts'
import { pluginReader } from './plugin.ts'

/** P3. A notice from its bytes to a checked payment, beside the same by hand and with another library. */
export const crypto: Scenario = { id: 'P3', name: 'crypto', run }

type Reader = (notice: SignedNotice) => BarePayment

async function run({ sizes, merchant: theMerchant, say }: Bench): Promise<Comparison[]> {
  const merchant = await theMerchant()
  say(`signing ${sizes.messages} notices`)
  const orders = Array.from({ length: sizes.messages }, (_, at) => ({
    outTradeNo: `AJ1-${String(at).padStart(20, '0')}`,
    amountFen: 100 + at,
    openid: `openid-${at}`,
  }))
  const notices = await signedNotices(merchant, orders)
  const readers = [
    bareReader(merchant),
    ourReader(merchant),
    pluginReader(merchant, { parsed: false }),
    pluginReader(merchant, { parsed: true }),
  ]
  const rates = await alternate(readers.map((read) => async () => perSecond(read, notices)))
  const [bare = 0, ours = 0, plugin = 0, pluginParsed = 0] = rates.map(median)

  const figures = { id: 'P3', size: shortCount(sizes.messages), system: ours, unit: 'notices/s' }
  return [
    compare({
      ...figures,
      what: 'read a payment notice; floor: bare node:crypto',
      floor: bare,
      aim: atLeast(0.9),
    }),
    compare({
      ...figures,
      what: 'read a payment notice; floor: wechatpay-axios-plugin',
      floor: plugin,
      aim: atLeast(4),
    }),
    compare({
      ...figures,
      what: 'read a payment notice; floor: wechatpay-axios-plugin, key parsed once',
      floor: pluginParsed,
      aim: null,
    }),
  ]
}

function ourReader(merchant: Merchant): Reader {
  const { publicKey } = merchant
  const read = createNotificationReader({
    merchant,
    verificationKeys: new Map([[publicKey.id, publicKey.publicKeyPem]]),
    clock: benchClock,
  })
  return ({ headers, body }) => {
    const notice = read(headers, body)
    if (notice.kind !== 'paid') throw new Error(`read as ${notice.kind}`)
    const { outTradeNo, transactionId, amountFen } = notice.order
    return { eventId: notice.eventId, outTradeNo, transactionId, totalFen: amountFen }
  }
}

/** Reads all notices; throws when a fen was lost on the way. */
function perSecond(read: Reader, notices: readonly SignedNotice[]): number {
  const start = performance.now()
  let fen = 0
  for (const notice of notices) fen += read(notice).totalFen
  const seconds = (performance.now() - start) / 1_000
  const count = notices.length
  if (fen !== count * 100 + (count * (count - 1)) / 2) throw new Error('the amounts read are not those sent')
  return count / seconds
}
