import { randomBytes } from 'node:crypto'
import type { Static, TSchema } from 'typebox'
import { Check } from 'typebox/value'
import type { Answer, Exchange } from './exchange.ts'
import type { World } from './world.ts'

/** 微信开放平台: errors come with HTTP 200, an errcode and a trace id. */
export const errcodeAnswer = (errcode: number, errmsg: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json; encoding=utf-8' },
  body: { errcode, errmsg: `${errmsg}, rid: ${traceId()}` },
})

export const traceId = (): string => [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')

/** A good answer; given as text where JSON of ours could not hold its numbers. */
export const good = (body: object | string, contentType = 'application/json; encoding=utf-8'): Answer => ({
  status: 200,
  headers: { 'content-type': contentType },
  body,
})

/** What is wrong with the access token in the query, if anything. */
export function tokenFault({ tokens }: World, { query }: Exchange): Answer | undefined {
  const refused = tokens.errcodeOf(query.get('access_token') ?? '')
  if (refused === 40001)
    return errcodeAnswer(refused, 'invalid credential, access_token is invalid or not latest')
  return refused === 42001 ? errcodeAnswer(refused, 'access_token expired') : undefined
}

export function parse<S extends TSchema>(schema: S, body: Buffer): Static<S> | undefined {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'))
    return Check(schema, json) ? json : undefined
  } catch {
    return undefined
  }
}
