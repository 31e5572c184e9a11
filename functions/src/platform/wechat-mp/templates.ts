import { asObject, asText, type JsonObject } from '../wechat-pay/json-shape.ts'
import type { AskWithToken } from './access-token.ts'
import { lost } from './ask.ts'
import { failureOfErrcode, type MpFailure } from './outcomes.ts'

/** 订阅消息模板, as it was chosen for this account in WeChat's console. */
export interface MpTemplate {
  readonly templateId: string
  readonly title: string
  readonly fields: readonly MpTemplateField[]
  /** One accept, one message (一次性订阅); otherwise a lasting one, which WeChat gives to few trades. */
  readonly once: boolean
}

/** The key without its number is the type, and so the limits: `thing1` takes 20 characters. */
export interface MpTemplateField {
  readonly key: string
  /** What stands before it in the message: 房屋信息. */
  readonly label: string
  /** The only values that an enum takes; empty for every other type. */
  readonly options: readonly string[]
}

export type MpTemplates = { readonly kind: 'ok'; readonly templates: readonly MpTemplate[] } | MpFailure

/** 小程序 "获取已有模板列表" (gettemplate), read 2026-11. A template that cannot be read could not be filled in either: it is left out. */
export async function templates(askWithToken: AskWithToken): Promise<MpTemplates> {
  const reply = await askWithToken({ path: '/wxaapi/newtmpl/gettemplate' })
  if (reply.kind === 'no-token') return reply.failure
  if (reply.kind !== 'answer') return reply
  if (reply.errcode !== 0) return failureOfErrcode(reply.errcode, reply.json.errmsg)
  if (!Array.isArray(reply.json.data)) return lost('unreadable-answer')
  return { kind: 'ok', templates: reply.json.data.flatMap((each) => readTemplate(asObject(each)) ?? []) }
}

function readTemplate(template: JsonObject | undefined): MpTemplate | undefined {
  const templateId = asText(template?.priTmplId, 64)
  const title = asText(template?.title, 64)
  const fields = readFields(asText(template?.content, 2_000), optionsByKey(template?.keywordEnumValueList))
  return templateId && title && fields ? { templateId, title, fields, once: template?.type === 2 } : undefined
}

/** `房屋信息:{{thing1.DATA}}\n待缴金额:{{amount2.DATA}}\n`; undefined when a line is no such field. */
function readFields(
  content: string | undefined,
  options: ReadonlyMap<string, readonly string[]>,
): MpTemplateField[] | undefined {
  const fields: MpTemplateField[] = []
  for (const line of content?.split('\n') ?? []) {
    if (line.trim() === '') continue
    const [, label, key] = /^\s*(.{1,40}?)\s*[:：]\s*\{\{\s*(\w{1,40})\.DATA\s*\}\}\s*$/.exec(line) ?? []
    if (!label || !key) return undefined
    fields.push({ key, label, options: options.get(key) ?? [] })
  }
  return fields.length > 0 ? fields : undefined
}

function optionsByKey(list: unknown): Map<string, readonly string[]> {
  const options = new Map<string, readonly string[]>()
  for (const each of Array.isArray(list) ? list : []) {
    const { keywordCode, enumValueList } = asObject(each) ?? {}
    if (typeof keywordCode !== 'string' || !Array.isArray(enumValueList)) continue
    options.set(
      keywordCode,
      enumValueList.filter((value) => typeof value === 'string'),
    )
  }
  return options
}
