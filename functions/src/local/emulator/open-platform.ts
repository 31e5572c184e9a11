import { randomBytes } from 'node:crypto'
import Type from 'typebox'
import type { Answer, Exchange } from './exchange.ts'
import { errcodeAnswer, good, parse, tokenFault } from './open-platform-answer.ts'
import type { Person } from './people.ts'
import { isTradeManaged, uploadShippingInfo } from './shipping-interfaces.ts'
import { sendQuota, sendSubscribe, templateList } from './subscribe-interfaces.ts'
import { textCheck } from './text-check.ts'
import type { World } from './world.ts'

type Interface = (world: World, exchange: Exchange) => Answer

const interfaces: ReadonlyMap<string, Interface> = new Map([
  ['GET /sns/jscode2session', codeToSession],
  ['POST /cgi-bin/stable_token', stableToken],
  ['POST /wxa/business/getuserphonenumber', phoneNumber],
  ['POST /cgi-bin/message/subscribe/send', sendSubscribe],
  ['GET /wxaapi/newtmpl/gettemplate', templateList],
  ['POST /cgi-bin/openapi/quota/get', sendQuota],
  ['POST /wxa/sec/order/is_trade_managed', isTradeManaged],
  ['POST /wxa/sec/order/upload_shipping_info', uploadShippingInfo],
  ['POST /wxa/msg_sec_check', textCheck],
])

export const isOpenPlatform = (path: string): boolean => /^\/(sns|cgi-bin|wxa|wxaapi)\//.test(path)

export function answerMiniProgram(world: World, exchange: Exchange): Answer {
  const answer = interfaces.get(`${exchange.method} ${exchange.path}`)
  return answer ? answer(world, exchange) : { status: 404 }
}

/** 小程序登录. Answers as text/plain, as the real one does. */
function codeToSession({ keys, codes }: World, { query }: Exchange): Answer {
  if (query.get('appid') !== keys.appid) return errcodeAnswer(40013, 'invalid appid')
  if (query.get('secret') !== keys.secret) return errcodeAnswer(40125, 'invalid appsecret')
  if (query.get('grant_type') !== 'authorization_code') return errcodeAnswer(40002, 'invalid grant_type')
  const code = query.get('js_code')
  if (!code) return errcodeAnswer(41008, 'missing code')
  const person = codes.redeem('login', code)
  if (person === 'invalid') return errcodeAnswer(40029, 'invalid code')
  if (person === 'used') return errcodeAnswer(40163, 'code been used')
  return good({ openid: person.openid, session_key: randomBytes(16).toString('base64') }, 'text/plain')
}

const TokenBody = Type.Object({
  grant_type: Type.Literal('client_credential'),
  appid: Type.String(),
  secret: Type.String(),
  force_refresh: Type.Optional(Type.Boolean()),
})

function stableToken({ keys, tokens }: World, { body }: Exchange): Answer {
  const asked = parse(TokenBody, body)
  if (!asked) return errcodeAnswer(47001, 'data format error')
  if (asked.appid !== keys.appid) return errcodeAnswer(40013, 'invalid appid')
  if (asked.secret !== keys.secret) return errcodeAnswer(40125, 'invalid appsecret')
  const { token, expiresInSeconds } = asked.force_refresh ? tokens.force() : tokens.current()
  return good({ access_token: token, expires_in: expiresInSeconds })
}

const PhoneBody = Type.Object({ code: Type.String(), openid: Type.Optional(Type.String()) })

/** 手机号快速验证. A used code reads as invalid; a login code does not fit here. */
function phoneNumber(world: World, exchange: Exchange): Answer {
  const { clock, keys, codes } = world
  const fault = tokenFault(world, exchange)
  if (fault) return fault
  const asked = parse(PhoneBody, exchange.body)
  if (!asked) return errcodeAnswer(47001, 'data format error')
  const person = codes.redeem('getPhoneNumber', asked.code)
  if (typeof person === 'string') return errcodeAnswer(40029, 'invalid code')
  const watermark = { timestamp: Math.floor(clock.now().getTime() / 1000), appid: keys.appid }
  return good({ errcode: 0, errmsg: 'ok', phone_info: { ...phoneInfo(person), watermark } })
}

const phoneInfo = ({ phone }: Person) => ({ phoneNumber: phone, purePhoneNumber: phone, countryCode: '86' })
