import { type Static, Type } from 'typebox'
import { channels, noticeKinds } from '../notice-life.ts'
import { wordingValues } from '../wording-values.ts'
import type { EndpointTable } from './endpoint.ts'
import { CommunityParams, Instant, Line, NoticeWordingId, Nullable, OneOf } from './schemas.ts'

export { type WordingValue, wordingValues } from '../wording-values.ts'

/** A value, or a fixed text of our own. */
export const FieldContent = Type.Union([
  Type.Object({ value: OneOf(wordingValues) }),
  Type.Object({ text: Line(32) }),
])
export type FieldContent = Static<typeof FieldContent>

/** A subscription template as WeChat's registry has it. */
export const WechatTemplate = Type.Object({
  templateId: Type.String(),
  title: Type.String(),
  /** e.g. `thing1` 房屋信息. The name without its number is the type, and its limits. */
  fields: Type.Array(
    Type.Object({ key: Type.String(), label: Type.String(), options: Type.Array(Type.String()) }),
  ),
  syncedAt: Instant,
  /** It was there, and is no more. */
  gone: Type.Boolean(),
})
export type WechatTemplate = Static<typeof WechatTemplate>

/** What a notice of one kind says on one channel. */
export const NewWording = Type.Object({
  kind: OneOf(noticeKinds),
  channel: OneOf(channels),
  /** Of WeChat or of the SMS provider; empty for letters. */
  templateId: Type.String({ maxLength: 64 }),
  /** Content of each field, by its key: `thing1`, or `1`, `2` of an SMS. */
  fields: Type.Record(Type.String({ pattern: '^\\w{1,32}$' }), FieldContent),
  /** SMS: the approved text with {1}, {2}; letter: its body, in paragraphs. Empty for a subscription message. */
  text: Type.String({ maxLength: 2000 }),
})
export type NewWording = Static<typeof NewWording>

export const Wording = Type.Object({
  id: NoticeWordingId,
  ...NewWording.properties,
  publishedAs: Type.String(),
  publishedAt: Instant,
  /** WeChat or the SMS provider does not take its template: for a while nothing of it goes out, then it is tried again. */
  paused: Type.Boolean(),
})
export type Wording = Static<typeof Wording>

/** How a wording reads, filled with an example; what does not fit, and what must not be said. */
export const WordingTrial = Type.Object({
  reads: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
  problems: Type.Array(Type.Object({ field: Type.String(), problem: Type.String() })),
})
export type WordingTrial = Static<typeof WordingTrial>

export const wordingsApi = {
  'GET /v1/staff/communities/:communityId/wechat-templates': {
    params: CommunityParams,
    reply: Type.Array(WechatTemplate),
    summary: 'Subscription templates of the mini-program, as last read from WeChat',
  },
  'POST /v1/staff/communities/:communityId/wechat-templates/sync': {
    params: CommunityParams,
    reply: Type.Array(WechatTemplate),
    summary: 'Read the templates from WeChat again',
  },
  'GET /v1/staff/communities/:communityId/wordings': {
    params: CommunityParams,
    reply: Type.Array(Wording),
    summary: 'The wording in force of each kind of notice on each channel',
  },
  'POST /v1/staff/communities/:communityId/wordings/try': {
    params: CommunityParams,
    body: NewWording,
    reply: WordingTrial,
    unstored: true,
    summary: 'How a wording would read; writes nothing',
  },
  'POST /v1/staff/communities/:communityId/wordings': {
    params: CommunityParams,
    body: Type.Object({ wording: NewWording, replaces: Nullable(NoticeWordingId) }),
    reply: Type.Array(Wording),
    summary: 'Put a wording in force, in place of the one that was',
  },
} as const satisfies EndpointTable
