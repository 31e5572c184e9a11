import { type Static, Type } from 'typebox'
import { noticeKinds } from '../notice-life.ts'
import type { EndpointTable } from './endpoint.ts'
import { CommunityParams, Instant, Nullable, OneOf } from './schemas.ts'

/** When a phone may be asked whether messages are welcome: right after something that makes one useful. */
export const askMoments = {
  paid: '缴费后',
  bill: '看账单后',
  plan: '签分期后',
  debit: '同意代扣后',
  settings: '在设置里',
} as const

/** What the phone answered about one template, in WeChat's own words. */
export const subscriptionAnswers = {
  accept: '同意',
  reject: '不同意',
  ban: '已被关闭',
  filter: '同名模板，没有显示',
} as const

const TemplateId = Type.String({ minLength: 1, maxLength: 64, pattern: '^[\\w-]+$' })

/** One kind of message, and how many more of it somebody has agreed to. */
export const Subscription = Type.Object({
  kind: OneOf(noticeKinds),
  templateId: TemplateId,
  /** One accept is one message (一次性订阅). */
  left: Type.Integer(),
  lastAskedAt: Nullable(Instant),
})
export type Subscription = Static<typeof Subscription>

/** Who can be reached by WeChat, of one building. */
export const Reach = Type.Object({
  building: Type.String(),
  homes: Type.Integer(),
  bound: Type.Integer(),
  withCredit: Type.Integer(),
  credits: Type.Integer(),
})
export type Reach = Static<typeof Reach>

export const subscriptionsApi = {
  'GET /v1/communities/:communityId/subscriptions': {
    params: CommunityParams,
    query: Type.Object({ moment: OneOf(askMoments) }),
    /** The templates to ask about at this moment, the scarcest first, at most three; and how many are left of each. */
    reply: Type.Object({ ask: Type.Array(TemplateId), subscriptions: Type.Array(Subscription) }),
    summary: 'Which messages a phone should be asked about now',
  },
  'POST /v1/communities/:communityId/subscriptions': {
    params: CommunityParams,
    body: Type.Object({
      answers: Type.Array(Type.Object({ templateId: TemplateId, answer: OneOf(subscriptionAnswers) }), {
        minItems: 1,
        maxItems: 5,
      }),
    }),
    reply: Type.Array(Subscription),
    summary: 'What the phone answered; one accept is one message',
  },
  'GET /v1/staff/communities/:communityId/reach': {
    params: CommunityParams,
    reply: Type.Array(Reach),
    summary: 'Who can be reached by WeChat, by building',
  },
} as const satisfies EndpointTable
