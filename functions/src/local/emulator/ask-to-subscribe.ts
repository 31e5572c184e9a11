import Type, { type Static } from 'typebox'
import type { Subscription } from './subscriptions.ts'
import type { World } from './world.ts'

const choices = ['accept', 'reject', 'ban'] as const
const Choice = Type.Enum(choices)
type Choice = Static<typeof Choice>

/** A person before WeChat's dialog about subscription messages. */
export const SubscribeStep = Type.Object({
  openid: Type.String({ minLength: 1, maxLength: 128 }),
  tmplIds: Type.Array(Type.String()),
  /** For all templates, or for each by its id; `accept` unless said otherwise. `ban`: WeChat has closed this template. */
  choice: Type.Optional(Type.Union([Choice, Type.Record(Type.String(), Choice)])),
  /** 总是保持以上选择，不再询问: the dialog does not appear any more. */
  always: Type.Optional(Type.Boolean()),
  mainSwitch: Type.Optional(Type.Boolean()),
})
export type SubscribeStep = Static<typeof SubscribeStep>

/** Somebody turns a template off, or on again, in the settings of WeChat. */
export const SettingsStep = Type.Object({
  openid: Type.String({ minLength: 1, maxLength: 128 }),
  templateId: Type.String(),
  receive: Type.Boolean(),
})
export type SettingsStep = Static<typeof SettingsStep>

/** What `wx.requestSubscribeMessage` tells the page: an answer by template id, or why there is none. */
export type SubscribeResult = Readonly<Record<string, string | number>>

const askedMax = 5

/** wx.requestSubscribeMessage, read 2026-11. */
export function askToSubscribe(world: World, step: SubscribeStep): SubscribeResult {
  const { openid, tmplIds, mainSwitch } = step
  if (mainSwitch !== undefined) world.subscriptions.setMainSwitch(openid, mainSwitch)
  const refused = refusalToAsk(world, openid, tmplIds)
  if (refused) return refused
  const withoutDialog = isAnswered(world, openid, tmplIds)

  const answers = new Map<string, 'accept' | 'reject' | 'ban' | 'filter'>()
  const titles = new Set<string>()
  for (const id of tmplIds) {
    const title = world.templates.byId(id)?.title ?? id
    answers.set(id, titles.has(title) ? 'filter' : answer(world, step, id))
    titles.add(title)
  }
  const told = [...answers].flatMap(([templateId, status]) =>
    status === 'accept' || status === 'reject' ? [{ templateId, status }] : [],
  )
  if (told.length > 0) world.pusher.push({ kind: 'popup', openid, answers: told, withoutDialog })
  return { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(answers) }
}

/** Whether everything asked about is answered already, so that no dialog appears. */
export const isAnswered = ({ subscriptions }: World, openid: string, tmplIds: readonly string[]): boolean =>
  tmplIds.every((id) => subscriptions.of(openid, id).kept !== undefined)

const failed = (errMsg: string, errCode: number): SubscribeResult => ({
  errMsg: `requestSubscribeMessage:fail ${errMsg}`,
  errCode,
})

/** Why the dialog does not appear at all. */
export function refusalToAsk(
  { subscriptions, templates }: World,
  openid: string,
  tmplIds: readonly string[],
): SubscribeResult | undefined {
  if (tmplIds.length === 0) return failed("TmplIds can't be empty", 10001)
  if (tmplIds.length > askedMax) return failed('Templates count out of max bounds', 20003)
  const asked = tmplIds.map((id) => templates.byId(id))
  if (asked.includes(undefined)) return failed('No template data return, verify the template id exist', 20001)
  if (new Set(asked.map((each) => each?.type)).size > 1) return failed('Templates type must be same', 20002)
  if (!subscriptions.mainSwitch(openid)) return failed('The main switch is switched off', 20004)
  return undefined
}

function answer(
  { subscriptions }: World,
  { openid, choice = 'accept', always }: SubscribeStep,
  id: string,
): Choice {
  const before = subscriptions.of(openid, id)
  const said = before.kept ?? (typeof choice === 'string' ? choice : (choice[id] ?? 'reject'))
  const after: Subscription = {
    openid,
    templateId: id,
    left: before.left + (said === 'accept' ? 1 : 0),
    ...(before.kept && { kept: before.kept }),
    ...(always && said !== 'ban' && { kept: said }),
    ...(said === 'ban' && { banned: true }),
  }
  subscriptions.put(after)
  return said
}

/** Turned off, what was accepted before is worth nothing any more. Only turning off is pushed. */
export function changeSettings({ pusher, subscriptions }: World, step: SettingsStep): void {
  const { openid, templateId, receive } = step
  const { left } = subscriptions.of(openid, templateId)
  subscriptions.put({ openid, templateId, left: receive ? left : 0, ...(!receive && { kept: 'reject' }) })
  if (!receive) pusher.push({ kind: 'change', openid, answers: [{ templateId, status: 'reject' }] })
}
