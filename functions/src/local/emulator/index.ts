import { createAccessTokens } from './access-tokens.ts'
import { createBillDesk } from './bill-desk.ts'
import { createCashier } from './cashier.ts'
import { type Control, createControl } from './control.ts'
import { createControlRoutes } from './control-routes.ts'
import { createFaults } from './faults.ts'
import { openJournal } from './journal.ts'
import { type EmulatorKeys, keysIn } from './keys.ts'
import { createNotifier, Notice } from './notifier.ts'
import { createOneTimeCodes } from './one-time-codes.ts'
import { Order } from './order.ts'
import { createOrderBook } from './order-book.ts'
import { createPeople, type NewPerson, Person } from './people.ts'
import { createPeopleChoice } from './people-choice.ts'
import { createPusher } from './pusher.ts'
import { Refund } from './refund.ts'
import { createRefundBook } from './refund-book.ts'
import { planRefund } from './refund-course.ts'
import { createSentMessages } from './sent-messages.ts'
import { type SideDoor, serve, urlOf } from './server.ts'
import { createShippingBook, Shipment } from './shipping-book.ts'
import { createSigner, publishedKeys, type SigningMode, signingKeys } from './signer.ts'
import { createSmsCarrier } from './sms-carrier.ts'
import { createSubscribeDialog } from './subscribe-dialog.ts'
import { createSubscriptions, MainSwitch, Subscription } from './subscriptions.ts'
import {
  createTemplateList,
  KeptTemplates,
  sampleTemplateIds,
  type sampleTemplates,
} from './template-list.ts'
import { createTextJudge } from './text-words.ts'
import { runningClock, type VirtualClock } from './virtual-clock.ts'
import type { World } from './world.ts'

export type { SubscribeResult, SubscribeStep } from './ask-to-subscribe.ts'
export type { BillMutation } from './bill-desk.ts'
export type { Control } from './control.ts'
export type { Fault } from './faults.ts'
export { type NoticeContent, noticeBody } from './notice.ts'
export type { NoticeFault } from './notice-faults.ts'
export { ladderSeconds, type Notice } from './notifier.ts'
export type { NewPerson, Person } from './people.ts'
export type { PayStep, PhoneResult } from './phone.ts'
export type { Pushed, PushFault, PushSettings } from './pusher.ts'
export type { Refund } from './refund.ts'
export type { SentMessage } from './sent-messages.ts'
export type { Shipment } from './shipping-book.ts'
export { type SigningMode, signatureHeaders } from './signer.ts'
export type { SmsTemplate, TakenSms } from './sms-carrier.ts'
export type { Template } from './template-list.ts'
export { frozenClock, runningClock, type VirtualClock } from './virtual-clock.ts'

export interface EmulatorOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** Keeps keys, people, orders and notices here, so that a restart goes on where it stopped. */
  readonly dir?: string
  /** Keys of another run; new ones, or those in the folder, unless given. */
  readonly keys?: EmulatorKeys
  /** What WeChat signs with; `pubkey` unless said otherwise. */
  readonly mode?: SigningMode
  /** Share of notices signed with the public key in `mixed` mode. */
  readonly publicKeyRatio?: number
  /** Real time plus an offset, unless a frozen clock is given. */
  readonly clock?: VirtualClock
  readonly people?: readonly NewPerson[]
  readonly merchantName?: string
  /** Where messages are pushed to (消息推送). */
  readonly pushUrl?: string
}

export interface Emulator {
  readonly url: string
  /** Both sides must go by this clock: signatures are good for five minutes of it. */
  readonly clock: VirtualClock
  /** What `createWechatPay` calls the merchant. */
  readonly merchant: {
    readonly mchid: string
    readonly appid: string
    readonly privateKeyPem: string
    readonly merchantSerial: string
    readonly apiV3Key: string
    readonly certificatePem: string
  }
  /** What it calls the sub-merchant, the merchant being its service provider: with the same keys, and the same people in its mini-program. */
  readonly partner: {
    readonly spMchid: string
    readonly spAppid: string
    readonly subMchid: string
    readonly subAppid: string
    readonly privateKeyPem: string
    readonly merchantSerial: string
    readonly apiV3Key: string
    readonly certificatePem: string
  }
  /** What WeChat's signatures are verified with, serial → PEM. */
  readonly verificationKeys: ReadonlyMap<string, string>
  /** What WeChat signs with, serial → PEM: for tests and benches that write notices of their own. */
  readonly wechatPrivateKeys: ReadonlyMap<string, string>
  /** What `createWechatMp` needs. */
  readonly miniProgram: { readonly appid: string; readonly secret: string }
  /** What `createMessagePush` needs. */
  readonly messagePush: { readonly token: string; readonly aesKey: string }
  /** What `createSms` needs. */
  readonly sms: {
    readonly secretId: string
    readonly secretKey: string
    readonly sdkAppId: string
    readonly signName: string
  }
  /** The subscription templates that this account has unless others are set. */
  readonly templateIds: Readonly<Record<keyof ReturnType<typeof sampleTemplates>, string>>
  /** Stands in for `wx.login` and the getPhoneNumber button in an ordinary browser. */
  readonly peoplePageUrl: string
  /** Stands in for `wx.requestPayment` in an ordinary browser. */
  readonly cashierUrl: string
  /** Stands in for `wx.requestSubscribeMessage` in an ordinary browser. */
  readonly subscribePageUrl: string
  readonly control: Control
  close(): Promise<void>
}

/**
 * Starts a WeChat of our own on this machine: JSAPI payment (of a direct merchant and of a service provider's), refunds, their
 * notices, bills, shipping information, login and phone number, subscription messages and what is pushed about them, the check of texts, and an SMS carrier (腾讯云短信), over real HTTP with real
 * signatures, as 微信支付 APIv3 and the open platform describe them (read 2026-11). It and our ports come from the same reading, so that
 * a second client, `wechatpay-axios-plugin`, is tested against it as well.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { mode = 'pubkey', clock = runningClock(), dir } = options
  const keys = options.keys ?? (await keysIn(dir, clock.now()))
  const { journal, kept } = openJournal(dir)
  const people = createPeople(keys.appid, journal, kept('person', Person))
  for (const person of options.people ?? []) people.add(person)

  const beforeNotifier = {
    mode,
    merchantName: options.merchantName ?? '安缴示例物业',
    keys,
    clock,
    signer: createSigner({ keys, mode, publicKeyRatio: options.publicKeyRatio ?? 0.5 }),
    orders: createOrderBook(clock, journal, kept('order', Order)),
    bills: createBillDesk(),
    refunds: createRefundBook(journal, kept('refund', Refund)),
    shipping: createShippingBook(journal, kept('shipment', Shipment)),
    people,
    codes: createOneTimeCodes(clock),
    tokens: createAccessTokens(clock),
    faults: createFaults(),
    templates: createTemplateList(keys.appid, journal, kept('templates', KeptTemplates)),
    subscriptions: createSubscriptions(
      journal,
      kept('subscription', Subscription),
      kept('main-switch', MainSwitch),
    ),
    messages: createSentMessages(clock),
    texts: createTextJudge(),
    pusher: createPusher({ keys, clock }),
    sms: createSmsCarrier(clock, options.merchantName ?? '安缴示例物业'),
  }
  if (options.pushUrl !== undefined) beforeNotifier.pusher.set({ url: options.pushUrl })
  const notifier = createNotifier(beforeNotifier, journal, kept('notice', Notice))
  const world: World = { ...beforeNotifier, notifier }
  for (const refund of world.refunds.all()) planRefund(world, refund)
  const control = createControl(world)
  const server = await serve(
    world,
    new Map<string, SideDoor>([
      ['/__ctl/', createControlRoutes(control, clock)],
      ['/__cashier', createCashier(world)],
      ['/__people', createPeopleChoice(world)],
      ['/__subscribe', createSubscribeDialog(world)],
    ]),
    options.port ?? 0,
  )
  const { merchant, mchid, appid, apiV3Key, secret, partner } = keys
  const merchantKeys = {
    apiV3Key,
    privateKeyPem: merchant.privateKeyPem,
    merchantSerial: merchant.serial,
    certificatePem: merchant.certificatePem,
  }
  const url = urlOf(server)
  return {
    url,
    peoplePageUrl: `${url}/__people`,
    cashierUrl: `${url}/__cashier`,
    subscribePageUrl: `${url}/__subscribe`,
    clock,
    merchant: { mchid, appid, ...merchantKeys },
    partner: { spMchid: mchid, ...partner, subAppid: appid, ...merchantKeys },
    verificationKeys: publishedKeys(keys, mode),
    wechatPrivateKeys: signingKeys(keys, mode),
    miniProgram: { appid, secret },
    messagePush: keys.push,
    sms: { ...keys.sms, signName: world.sms.signName },
    templateIds: sampleTemplateIds(appid),
    control,
    close: async () => {
      await clock.stop()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
    },
  }
}
