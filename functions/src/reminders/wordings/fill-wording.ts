import type { FieldContent, NewWording } from '@anjiao/shared/contract/wordings'
import { lintProblem } from '@anjiao/shared/forbidden-words'
import type { Channel } from '@anjiao/shared/notice-life'
import {
  cutTo,
  type FieldText,
  type Fitted,
  fieldType,
  fitField,
  plainText,
  type TemplateField,
} from '@anjiao/shared/template-fields'
import { type WordingTexts, wordingValues } from '@anjiao/shared/wording-values'
import { maskedRoom } from './masked-room.ts'
import { waysToWrite } from './value-in-field.ts'

/** A wording, with WeChat's template where it needs one. */
export interface Fillable extends Pick<NewWording, 'channel' | 'templateId' | 'fields' | 'text'> {
  readonly template: { readonly fields: readonly TemplateField[] } | null
}

/** What is wrong with a part of a wording: a field by its key, or `text`, `templateId`. */
export interface WordingProblem {
  readonly field: string
  readonly problem: string
}

/** Exactly what a provider or a printer is given, or why it cannot be. */
export type Filled =
  | {
      readonly kind: 'subscription'
      readonly templateId: string
      readonly data: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'sms'
      readonly templateId: string
      readonly params: readonly string[]
      readonly text: string
    }
  | { readonly kind: 'letter'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'problem'; readonly problems: readonly WordingProblem[] }

/** Code points of an SMS with its values in it. 腾讯云短信 "正文模板", read 2026-11. */
export const smsMost = 500
/** Code points of one value in an SMS: what the stricter providers grant. */
const smsValueMost = 20
const letterValueMost = 200

/** Puts values into a wording. Nothing comes out that its channel would refuse, or that must not be said there. Pure. */
export function fillWording(wording: Fillable, values: WordingTexts): Filled {
  const { read, text, problems } = readWording(wording, values)
  if (problems.length > 0) return { kind: 'problem', problems }
  const { templateId } = wording
  switch (wording.channel) {
    case 'subscription':
      return { kind: 'subscription', templateId, data: Object.fromEntries(read) }
    case 'sms':
      return { kind: 'sms', templateId, params: read.map(([, value]) => value), text }
    case 'letter':
      return { kind: 'letter', paragraphs: paragraphsOf(text) }
  }
}

/** How far a wording reads with some values: its fields as far as they fit, its text, and what is wrong. Pure. */
export function readWording(wording: Fillable, values: WordingTexts) {
  const fields =
    wording.channel === 'subscription' ? (wording.template?.fields ?? []) : placeholders(wording.text)
  const said = wording.channel === 'letter' ? values : onLockScreen(values)
  const fitted = fields.map((field) => ({ key: field.key, ...fill(wording, field, said) }))
  const read = fitted.flatMap((each): [string, string][] => ('text' in each ? [[each.key, each.text]] : []))
  const texts = new Map(read)
  const text = wording.text.replace(placeholder, (whole, key: string) => texts.get(key) ?? whole)
  const problems: WordingProblem[] = fitted.flatMap((each) =>
    'problem' in each ? [{ field: each.key, problem: each.problem }] : [],
  )
  if (wording.channel === 'subscription' && fields.length === 0)
    problems.push({ field: 'templateId', problem: '没有这个模板，请先同步模板' })
  const wrong = wording.channel === 'subscription' ? undefined : wrongText(wording.channel, text)
  if (wrong !== undefined) problems.push({ field: 'text', problem: wrong })
  return { read, text, problems }
}

const placeholder = /\{(\w{1,32})\}/g

/** What stands in braces in a text, each once, in order of its number. */
export const placeholders = (text: string): TemplateField[] =>
  [...new Set([...text.matchAll(placeholder)].map(([, key = '']) => key))]
    .toSorted((a, b) => Number(a) - Number(b))
    .map((key) => ({ key, label: '', options: [] }))

export const paragraphsOf = (text: string): string[] => text.split(/\n+/).map(plainText).filter(Boolean)

/** The first way of writing what belongs into a field that fits it, and that may be said. */
function fill(wording: Fillable, { key }: TemplateField, values: WordingTexts): Fitted {
  const content = wording.fields[key]
  if (!content) return { problem: '还没有内容' }
  const lockScreen = wording.channel !== 'letter'
  const ways = waysOf(content, values, wording.channel === 'subscription' ? fieldType(key) : 'text')
  const tried = ways.map((way): Fitted => {
    const fitted = fit(wording, key, way)
    const wrong = 'text' in fitted ? lintProblem(fitted.text, { lockScreen }) : undefined
    return wrong === undefined ? fitted : { problem: wrong }
  })
  return tried.find((each) => 'text' in each) ?? tried[0] ?? { problem: `没有“${nameOf(content)}”` }
}

/** A letter is sealed; a locked phone is seen by others, who must not learn which home is written to (law: 民法典 1032). */
const onLockScreen = ({ room, ...values }: WordingTexts): WordingTexts => ({
  ...values,
  ...(room !== undefined && { room: maskedRoom(room) }),
})

function waysOf(content: FieldContent, values: WordingTexts, type: string): FieldText[] {
  if ('text' in content) return [{ text: content.text }]
  const text = values[content.value]
  return text === undefined || text.trim() === '' ? [] : waysToWrite(content.value, text, type)
}

const nameOf = (content: FieldContent) => ('value' in content ? wordingValues[content.value] : content.text)

function fit({ channel, template }: Fillable, key: string, way: FieldText): Fitted {
  if (channel === 'subscription') return fitField(key, way, template ?? { fields: [] })
  const most = channel === 'sms' ? smsValueMost : letterValueMost
  // A brace or quote in a value is taken for a part of the template by some providers.
  const text = cutTo(most, plainText(way.text.replace(/[{}'"【】]/g, '')), way.mayBeCut ?? false)
  if (text === undefined) return { problem: `最多 ${most} 个字` }
  return text === '' ? { problem: '内容是空的' } : { text }
}

function wrongText(channel: Exclude<Channel, 'subscription'>, text: string): string | undefined {
  if (channel === 'sms' && Array.from(text).length > smsMost) return `短信最多 ${smsMost} 个字`
  return lintProblem(text, { lockScreen: channel === 'sms' })
}
