import { randomInt } from 'node:crypto'
import Type, { type Static } from 'typebox'
import type { Clock } from '../../platform/clock.ts'
import { createCountdown } from './countdown.ts'

/** 短信正文模板, approved in the console. */
export const SmsTemplate = Type.Object({
  id: Type.String({ pattern: '^\\d{1,12}$' }),
  /** With {1}, {2}, … */
  text: Type.String({ minLength: 1, maxLength: 500 }),
})
export type SmsTemplate = Static<typeof SmsTemplate>

/** What is the matter with a number: its owner wants nothing, or the phone is off. */
export const SmsPhone = Type.Object({
  phone: Type.String({ pattern: '^1[0-9]{10}$' }),
  state: Type.Enum(['reachable', 'blacklisted', 'off']),
})
export type SmsPhone = Static<typeof SmsPhone>

/** What the next messages are answered, instead of being taken: a code of SendStatusSet. */
export const SmsRefusal = Type.Object({
  code: Type.String({ minLength: 1 }),
  times: Type.Optional(Type.Integer({ minimum: 1 })),
})
export type SmsRefusal = Static<typeof SmsRefusal>

/** A message that was taken to be carried. */
export interface TakenSms {
  readonly serialNo: string
  readonly phone: string
  readonly templateId: string
  readonly params: readonly string[]
  readonly text: string
  readonly sessionContext: string
  readonly fee: number
  readonly atMs: number
  readonly arrives: boolean
}

export interface SmsCarrier {
  readonly signName: string
  template(id: string): SmsTemplate | undefined
  setTemplates(templates: readonly SmsTemplate[]): void
  setPhone(phone: SmsPhone): void
  refuseNext(refusal: SmsRefusal): void
  /** Takes a message, or says by which code not. */
  take(message: Omit<TakenSms, 'serialNo' | 'fee' | 'atMs' | 'arrives'>): TakenSms | string
  /** Messages to a number whose report has come in. */
  reportsOf(phone: string, fromMs: number): readonly TakenSms[]
  all(): readonly TakenSms[]
  reset(): void
}

/** When the carrier's report comes in. */
export const reportAfterMs = 3_000

/** 短信发送频率限制 as an account has it by default: of one number. */
const limits = [
  { withinMs: 30_000, most: 1, code: 'LimitExceeded.PhoneNumberThirtySecondLimit' },
  { withinMs: 3_600_000, most: 5, code: 'LimitExceeded.PhoneNumberOneHourLimit' },
  { withinMs: 86_400_000, most: 10, code: 'LimitExceeded.PhoneNumberDailyLimit' },
] as const

/** What an account of ours would have had approved. */
const sampleTemplates: readonly SmsTemplate[] = [
  {
    id: '2100001',
    text: '您好，{1}{2}有新的账单待查看，共{3}元。明细在小程序“安缴”里，也可以问物业前台，电话{4}。',
  },
  {
    id: '2100002',
    text: '您好，{1}{2}有账单待查看，共{3}元。一次缴不了的可以分期，有疑问请打{4}。已经缴了的，请不用理会。',
  },
  { id: '2100003', text: '您好，{1}{2}的分期{3}待查看，共{4}元，日期{5}。有变动请打{6}。' },
  { id: '2100004', text: '您好，{1}{2}缴来的{3}元已收到，谢谢您。凭证在小程序“安缴”里。' },
  { id: '2100005', text: '您好，您申请的{1}：{2}。详情在小程序“安缴”里，也可以打{3}。' },
  {
    id: '2100006',
    text: '您好，{1}{2}按您的授权，{3}从尾号{4}的账户代扣{5}元。不想扣，请在小程序“安缴”里点“停止代扣”，或打{6}。',
  },
]

export function createSmsCarrier(clock: Clock, signName: string): SmsCarrier {
  const taken: TakenSms[] = []
  const byPhone = new Map<string, TakenSms[]>()
  const phones = new Map<string, SmsPhone['state']>()
  const refusals = createCountdown<SmsRefusal>()
  let templates = sampleTemplates

  const refusalOf = (phone: string, nowMs: number): string | undefined => {
    const refused = refusals.take()
    if (refused) return refused.code
    if (phones.get(phone) === 'blacklisted') return 'FailedOperation.PhoneNumberInBlacklist'
    const before = byPhone.get(phone) ?? []
    const broken = limits.find(
      ({ withinMs, most }) => before.filter(({ atMs }) => nowMs - atMs < withinMs).length >= most,
    )
    return broken?.code
  }
  return {
    signName,
    template: (id) => templates.find((each) => each.id === id),
    setTemplates: (approved) => {
      templates = approved
    },
    setPhone: ({ phone, state }) => {
      phones.set(phone, state)
    },
    refuseNext: (refusal) => refusals.add(refusal),
    take: (message) => {
      const { phone, text } = message
      const atMs = clock.now().getTime()
      const refused = refusalOf(phone, atMs)
      if (refused) return refused
      const sms: TakenSms = {
        ...message,
        serialNo: `5000:${Math.floor(atMs / 1_000)}${randomInt(1e9)}${taken.length}`,
        fee: feeOf(`【${signName}】${text}`),
        atMs,
        arrives: phones.get(phone) !== 'off',
      }
      taken.push(sms)
      byPhone.set(phone, [...(byPhone.get(phone) ?? []), sms])
      return sms
    },
    reportsOf: (phone, fromMs) => {
      const nowMs = clock.now().getTime()
      return (byPhone.get(phone) ?? []).filter(({ atMs }) => atMs >= fromMs && atMs + reportAfterMs <= nowMs)
    },
    all: () => taken,
    reset: () => refusals.reset(),
  }
}

/** 70 characters are one message; of a longer one each 67. */
function feeOf(text: string): number {
  const { length } = Array.from(text)
  return length <= 70 ? 1 : Math.ceil(length / 67)
}
