import {
  askToSubscribe,
  changeSettings,
  type SettingsStep,
  type SubscribeResult,
  type SubscribeStep,
} from './ask-to-subscribe.ts'
import type { Arrival, Pushed, PushFault, PushSettings } from './pusher.ts'
import type { SentMessage } from './sent-messages.ts'
import type { SmsPhone, SmsRefusal, SmsTemplate, TakenSms } from './sms-carrier.ts'
import type { Template } from './template-list.ts'
import type { TextWords } from './text-words.ts'
import type { World } from './world.ts'

/** The part of the control that is about messages and texts: subscription, push, SMS, what may be written. */
export interface MessageControl {
  /** A person before the dialog about subscription messages. An openid nobody has yet becomes a person. */
  subscribe(step: SubscribeStep): SubscribeResult
  changeSettings(step: SettingsStep): void
  /** How many messages of a template somebody may still get. */
  quota(asked: { readonly openid: string; readonly templateId: string }): number
  templates(): readonly Template[]
  setTemplates(templates: readonly Template[]): void
  /** The receipts: every message that was taken, in order; of one person, one template. */
  messages(of?: { readonly openid?: string; readonly templateId?: string }): readonly SentMessage[]
  /** How many calls of subscribe/send WeChat takes on a day of Shanghai. */
  dailyLimit(calls: number): void
  /** Where messages are pushed to, and how. */
  setPush(settings: PushSettings): void
  /** Tries the push address, as the console does. */
  tryPushAddress(): Promise<boolean>
  pushFault(fault: PushFault): void
  failArrival(arrival: Arrival): void
  /** The last thousand pushes. */
  pushes(): readonly Pushed[]
  sms(of?: { readonly phone?: string }): readonly TakenSms[]
  setSmsTemplates(templates: readonly SmsTemplate[]): void
  setSmsPhone(phone: SmsPhone): void
  refuseSms(refusal: SmsRefusal): void
  /** By which words texts are judged. */
  setTextWords(words: TextWords): void
}

export function createMessageControl(world: World): MessageControl {
  const { messages, people, pusher, sms, subscriptions, templates, texts } = world
  return {
    subscribe: (step) => {
      const { openid } = step
      if (!people.byOpenid(openid)) people.add({ name: openid, phone: '13800000000', openid })
      return askToSubscribe(world, step)
    },
    changeSettings: (step) => changeSettings(world, step),
    quota: ({ openid, templateId }) => subscriptions.of(openid, templateId).left,
    templates: () => templates.all(),
    setTemplates: (chosen) => templates.set(chosen),
    messages: ({ openid, templateId } = {}) => {
      const theirs = openid === undefined ? messages.all() : messages.of(openid)
      return templateId === undefined ? theirs : theirs.filter((each) => each.templateId === templateId)
    },
    dailyLimit: (calls) => messages.limit(calls),
    setPush: (settings) => pusher.set(settings),
    tryPushAddress: () => pusher.tryAddress(),
    pushFault: (fault) => pusher.failNext(fault),
    failArrival: (arrival) => pusher.failArrival(arrival),
    pushes: () => pusher.all(),
    sms: ({ phone } = {}) =>
      phone === undefined ? sms.all() : sms.all().filter((each) => each.phone === phone),
    setSmsTemplates: (approved) => sms.setTemplates(approved),
    setSmsPhone: (phone) => sms.setPhone(phone),
    refuseSms: (refusal) => sms.refuseNext(refusal),
    setTextWords: (words) => texts.set(words),
  }
}
