import { type Static, Type } from 'typebox'
import { channels } from '../notice-life.ts'
import { usualHours } from '../notice-limits.ts'
import { reminderRules } from '../reminder-rules.ts'
import type { EndpointTable } from './endpoint.ts'
import { CommunityParams, OneOf } from './schemas.ts'

/** 自动提醒 of a community. */
export const RuleSetting = Type.Object({
  rule: OneOf(reminderRules),
  on: Type.Boolean(),
  channels: Type.Array(OneOf(channels), { minItems: 1, maxItems: 3, uniqueItems: true }),
  /** Of the usual hours, so that whoever wishes nothing else is reached on the day itself. */
  hour: Type.Integer({ minimum: usualHours.from, maximum: usualHours.to - 1 }),
})
export type RuleSetting = Static<typeof RuleSetting>

/** What is changed of a rule. What is not named stays as it is, also when a colleague has just changed it. */
export const RuleChange = Type.Object({
  rule: RuleSetting.properties.rule,
  on: Type.Optional(RuleSetting.properties.on),
  channels: Type.Optional(RuleSetting.properties.channels),
  hour: Type.Optional(RuleSetting.properties.hour),
})
export type RuleChange = Static<typeof RuleChange>

export const reminderRulesApi = {
  'GET /v1/staff/communities/:communityId/reminder-rules': {
    params: CommunityParams,
    reply: Type.Array(RuleSetting),
    summary: 'What is reminded of by itself',
  },
  'PUT /v1/staff/communities/:communityId/reminder-rules': {
    params: CommunityParams,
    body: RuleChange,
    reply: Type.Array(RuleSetting),
    summary: 'Switch one on or off, or change how it goes out',
  },
} as const satisfies EndpointTable
