import { randomBytes } from 'node:crypto'
import Type, { type Static, type TSchema } from 'typebox'
import { Check } from 'typebox/value'
import type { Answer, Exchange } from './exchange.ts'
import type { Person } from './people.ts'
import type { World } from './world.ts'

/** 微信开放平台: errors come with HTTP 200, an errcode and a trace id. */
export const errcodeAnswer = (errcode: number, errmsg: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json; encoding=utf-8' },
  body: { errcode, errmsg: `${errmsg}, rid: ${rid()}` },
})

const rid = (): string => [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')

const good = (body: object, contentType = 'application/json; encoding=utf-8'): Answer => ({
  status: 200,
  headers: { 'content-type': contentType },
  body,
})

type Interface = (world: World, exchange: Exchange) => Answer

const interfaces: ReadonlyMap<string, Interface> = new Map([
  ['GET /sns/jscode2session', codeToSession],
  ['POST /cgi-bin/stable_token', stableToken],
  ['POST /wxa/business/getuserphonenumber', phoneNumber],
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
function phoneNumber({ clock, keys, codes, tokens }: World, { query, body }: Exchange): Answer {
  const refused = tokens.errcodeOf(query.get('access_token') ?? '')
  if (refused === 40001)
    return errcodeAnswer(refused, 'invalid credential, access_token is invalid or not latest')
  if (refused === 42001) return errcodeAnswer(refused, 'access_token expired')
  const asked = parse(PhoneBody, body)
  if (!asked) return errcodeAnswer(47001, 'data format error')
  const person = codes.redeem('getPhoneNumber', asked.code)
  if (typeof person === 'string') return errcodeAnswer(40029, 'invalid code')
  const watermark = { timestamp: Math.floor(clock.now().getTime() / 1000), appid: keys.appid }
  return good({ errcode: 0, errmsg: 'ok', phone_info: { ...phoneInfo(person), watermark } })
}

const phoneInfo = ({ phone }: Person) => ({ phoneNumber: phone, purePhoneNumber: phone, countryCode: '86' })

function parse<S extends TSchema>(schema: S, body: Buffer): Static<S> | undefined {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'))
    return Check(schema, json) ? json : undefined
  } catch {
    return undefined
  }
}
