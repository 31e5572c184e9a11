import type { Session } from '@anjiao/shared/contract/identity'
import type { PersonCtx, World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { randomToken } from '../../platform/random.ts'
import { accessTokenSeconds, signAccessToken } from './access-token.ts'
import { hashToken, refreshTokenEnd } from './refresh-token.ts'

/** A session as the transaction leaves it; the access token is signed afterwards. */
export interface OpenedSession {
  readonly caller: Caller
  readonly refreshToken: string
}

/** Begins a session of a person under a WeChat account: a new family of refresh tokens. */
export async function openSession(
  { tx, now, random }: PersonCtx,
  { personId, appid, openid }: Omit<Caller, 'family'>,
): Promise<OpenedSession> {
  const refreshToken = randomToken(random, 32)
  const { family } = await tx.one<{ family: string }>`
    with opened as (
      insert into session (person_id, appid, openid, started_at) values (${personId}, ${appid}, ${openid}, ${now})
      returning family
    )
    insert into refresh_token (token_hash, family, expires_at)
    select ${hashToken(refreshToken)}, family, ${refreshTokenEnd(now)} from opened
    returning family`
  return { caller: { personId, appid, openid, family }, refreshToken }
}

/** What the client gets to keep. */
export async function sessionReply(world: World, { caller, refreshToken }: OpenedSession): Promise<Session> {
  return {
    accessToken: await signAccessToken(world, caller),
    refreshToken,
    expiresInSeconds: accessTokenSeconds,
  }
}
