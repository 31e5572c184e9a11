import Type from 'typebox'
import { SettingsStep, SubscribeStep } from './ask-to-subscribe.ts'
import { done, type Route, shaped } from './control-route.ts'
import type { MessageControl } from './message-control.ts'
import { Arrival, PushFault, PushSettings } from './pusher.ts'
import { SmsPhone, SmsRefusal, SmsTemplate } from './sms-carrier.ts'
import { Template } from './template-list.ts'
import { TextWords } from './text-words.ts'

const OfWhom = Type.Object({
  openid: Type.Optional(Type.String()),
  templateId: Type.Optional(Type.String()),
})
const Quota = Type.Object({ openid: Type.String(), templateId: Type.String() })
const DailyLimit = Type.Object({ calls: Type.Integer({ minimum: 0 }) })
const OfPhone = Type.Object({ phone: Type.Optional(Type.String()) })

/** `/__ctl/**` for messages and texts: subscription, push, SMS, what may be written. */
export const messageRoutes = (control: MessageControl): [string, Route][] => [
  ['POST /__ctl/phone/subscribe', (input) => control.subscribe(shaped(SubscribeStep, input))],
  [
    'POST /__ctl/phone/subscription-settings',
    (input) => done(() => control.changeSettings(shaped(SettingsStep, input))),
  ],
  ['POST /__ctl/quota', (input) => ({ left: control.quota(shaped(Quota, input)) })],
  ['GET /__ctl/templates', () => control.templates()],
  ['POST /__ctl/templates', (input) => done(() => control.setTemplates(shaped(Type.Array(Template), input)))],
  ['POST /__ctl/messages', (input) => control.messages(shaped(OfWhom, input))],
  [
    'POST /__ctl/messages/daily-limit',
    (input) => done(() => control.dailyLimit(shaped(DailyLimit, input).calls)),
  ],
  ['POST /__ctl/messages/fail-arrival', (input) => done(() => control.failArrival(shaped(Arrival, input)))],
  ['POST /__ctl/push', (input) => done(() => control.setPush(shaped(PushSettings, input)))],
  ['POST /__ctl/push/try', async () => ({ taken: await control.tryPushAddress() })],
  ['POST /__ctl/push/fault', (input) => done(() => control.pushFault(shaped(PushFault, input)))],
  ['GET /__ctl/pushes', () => control.pushes()],
  ['POST /__ctl/sms', (input) => control.sms(shaped(OfPhone, input))],
  [
    'POST /__ctl/sms/templates',
    (input) => done(() => control.setSmsTemplates(shaped(Type.Array(SmsTemplate), input))),
  ],
  ['POST /__ctl/sms/phone', (input) => done(() => control.setSmsPhone(shaped(SmsPhone, input)))],
  ['POST /__ctl/sms/refuse', (input) => done(() => control.refuseSms(shaped(SmsRefusal, input)))],
  ['POST /__ctl/text-words', (input) => done(() => control.setTextWords(shaped(TextWords, input)))],
]
