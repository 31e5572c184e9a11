import { asText, type JsonObject } from '../wechat-pay/json-shape.ts'
import { ask, lost, type MpReply, type Question } from './ask.ts'
import type { WechatMpConfig } from './config.ts'
import { failureOfErrcode, type MpFailure } from './outcomes.ts'

interface Token {
  readonly value: string
  readonly staleAtMs: number
}

/** Asks with the access token in the query, fetching or renewing it as needed. */
export type AskWithToken = (question: Question) => Promise<MpReply | NoToken>

/** The question itself was not asked: whatever it would have done is certainly not done. */
export interface NoToken {
  readonly kind: 'no-token'
  readonly failure: MpFailure
}

/** In its last five minutes a token's successor is already served. */
const renewBeforeMs = 300_000

/** Invalid credential, invalid access_token, access_token expired. */
const tokenRefused: ReadonlySet<number> = new Set([40001, 40014, 42001])

/**
 * Keeps one access token (stable_token, normal mode, so that instances share it without knowing of each other) until
 * shortly before it expires. Refused, it is fetched once more and the question asked once more. Several questions at
 * once fetch one token. 小程序 "获取稳定版接口调用凭据", read 2026-11.
 */
export function createTokenAsker(config: WechatMpConfig): AskWithToken {
  let kept: Token | undefined
  let fetching: Promise<Token | MpFailure> | undefined

  const tokenOtherThan = async (refused?: string): Promise<Token | MpFailure> => {
    const fresh = kept && config.clock.now().getTime() < kept.staleAtMs
    if (kept && fresh && kept.value !== refused) return kept
    fetching ??= fetchToken(config).finally(() => {
      fetching = undefined
    })
    const fetched = await fetching
    if ('value' in fetched) kept = fetched
    return fetched
  }

  const askWith = (token: Token, question: Question): Promise<MpReply> =>
    ask(config, { ...question, query: { ...question.query, access_token: token.value } })

  return async (question) => {
    const token = await tokenOtherThan()
    if (!('value' in token)) return { kind: 'no-token', failure: token }
    const reply = await askWith(token, question)
    if (reply.kind !== 'answer' || !tokenRefused.has(reply.errcode)) return reply
    const another = await tokenOtherThan(token.value)
    return 'value' in another ? askWith(another, question) : { kind: 'no-token', failure: another }
  }
}

async function fetchToken(config: WechatMpConfig): Promise<Token | MpFailure> {
  const askedAtMs = config.clock.now().getTime()
  const reply = await ask(config, {
    path: '/cgi-bin/stable_token',
    body: { grant_type: 'client_credential', appid: config.appid, secret: config.secret },
  })
  if (reply.kind !== 'answer') return reply
  if (reply.errcode !== 0) return failureOfErrcode(reply.errcode, reply.json.errmsg)
  return readToken(reply.json, askedAtMs) ?? lost('unreadable-answer')
}

function readToken({ access_token, expires_in }: JsonObject, askedAtMs: number): Token | undefined {
  const value = asText(access_token, 1024)
  if (!value || typeof expires_in !== 'number') return undefined
  return { value, staleAtMs: askedAtMs + expires_in * 1000 - renewBeforeMs }
}
