import Type, { type Static } from 'typebox'
import type { Answer, Exchange } from './exchange.ts'
import { errcodeAnswer, good, parse, tokenFault } from './open-platform-answer.ts'
import { fieldFault } from './template-fields.ts'
import { fieldsOf, type Template } from './template-list.ts'
import type { World } from './world.ts'

const SendBody = Type.Object({
  touser: Type.String(),
  template_id: Type.String(),
  page: Type.Optional(Type.String()),
  data: Type.Record(Type.String(), Type.Object({ value: Type.Optional(Type.Unknown()) })),
  miniprogram_state: Type.Optional(Type.Enum(['developer', 'trial', 'formal'])),
  lang: Type.Optional(Type.Enum(['zh_CN', 'en_US', 'zh_HK', 'zh_TW'])),
})
type SendBody = Static<typeof SendBody>

/** Pages that this mini-program has published, by what all their paths look like. */
const publishedPage = /^(?:pages|packages)(?:\/[\w-]+)+(?:\?[^\s]*)?$/

/** 发送订阅消息 (subscribe/send). */
export function sendSubscribe(world: World, exchange: Exchange): Answer {
  const fault = tokenFault(world, exchange)
  if (fault) return fault
  if (!world.messages.count()) return errcodeAnswer(45009, 'reach max api daily quota limit')
  const asked = parse(SendBody, exchange.body)
  if (!asked) return errcodeAnswer(47001, 'data format error')
  return refusalToSend(world, asked) ?? take(world, asked)
}

function refusalToSend(world: World, asked: SendBody): Answer | undefined {
  const { people, subscriptions, templates } = world
  const { touser, template_id, page } = asked
  if (!people.byOpenid(touser)) return errcodeAnswer(40003, 'invalid openid')
  const template = templates.byId(template_id)
  if (!template) return errcodeAnswer(40037, 'invalid template_id')
  const misfit = misfitIn(template, asked.data)
  if (misfit) return errcodeAnswer(47003, `argument invalid! ${misfit}`)
  if (page && !publishedPage.test(page)) return errcodeAnswer(41030, 'invalid page')
  const { banned, left } = subscriptions.of(touser, template_id)
  if (banned) return errcodeAnswer(43107, 'user is banned')
  if (left === 0 || !subscriptions.mainSwitch(touser))
    return errcodeAnswer(43101, 'user refuse to accept the msg')
  return undefined
}

function misfitIn(template: Template, data: SendBody['data']): string | undefined {
  const fields = fieldsOf(template)
  for (const field of fields) {
    const fault = fieldFault(field, data[field.key]?.value)
    if (fault) return `data.${field.key}.value ${fault === 'empty' ? 'is empty' : 'invalid'}`
  }
  const unknown = Object.keys(data).find((key) => fields.every((field) => field.key !== key))
  return unknown === undefined ? undefined : `data.${unknown}.value invalid`
}

/** The id is a number that JSON writes and JavaScript cannot hold. */
function take({ messages, pusher, subscriptions }: World, asked: SendBody): Answer {
  const { touser: openid, template_id: templateId, page = '', data, miniprogram_state, lang } = asked
  const subscription = subscriptions.of(openid, templateId)
  subscriptions.put({ ...subscription, left: subscription.left - 1 })
  const { msgId } = messages.take({
    openid,
    templateId,
    page,
    data: Object.fromEntries(Object.entries(data).map(([key, { value }]) => [key, String(value)])),
    miniprogramState: miniprogram_state,
    lang,
  })
  pusher.push({ kind: 'sent', openid, templateId, msgId })
  return good(`{"errcode":0,"errmsg":"ok","msgid":${msgId}}`)
}

/** 获取已有模板列表 (gettemplate). */
export const templateList = (world: World, exchange: Exchange): Answer =>
  tokenFault(world, exchange) ?? good({ errcode: 0, errmsg: 'ok', data: world.templates.all() })

const QuotaBody = Type.Object({ cgi_path: Type.String() })

/** 查询API调用额度 (quota/get), for the one interface that we count. */
export function sendQuota(world: World, exchange: Exchange): Answer {
  const fault = tokenFault(world, exchange)
  if (fault) return fault
  const asked = parse(QuotaBody, exchange.body)
  if (!asked) return errcodeAnswer(47001, 'data format error')
  if (!asked.cgi_path.startsWith('/')) return errcodeAnswer(76003, 'invalid cgi_path')
  if (asked.cgi_path !== '/cgi-bin/message/subscribe/send')
    return errcodeAnswer(76021, 'cgi_path not found, please check')
  const { limit, used } = world.messages.today()
  const quota = { daily_limit: limit, used, remain: limit - used }
  return good({ errcode: 0, errmsg: 'ok', quota, rate_limit: { call_count: 10_000, refresh_second: 60 } })
}
