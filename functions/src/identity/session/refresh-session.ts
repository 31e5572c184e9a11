import type { Session } from '@anjiao/shared/contract/identity'
import type { PersonId } from '@anjiao/shared/ids'
import { asSystem, type PersonCtx, type World } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type OpenedSession, sessionReply } from './open-session.ts'
import { hashToken, refreshTokenEnd, successorOf } from './refresh-token.ts'

/** How long a used token may be shown again by somebody whose answer was lost. */
const lostAnswerMs = 30_000

type Refreshed =
  | { readonly kind: 'session'; readonly opened: OpenedSession }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'shown-again'; readonly personId: PersonId }

/**
 * Trades a refresh token for the next session of its family. Each token is used once (OAuth 2.0 Security BCP, RFC 9700
 * 4.14.2). Shown again within 30 seconds, before its successor was used, it is taken for a lost answer and gives the
 * same successor. Shown again in any other way it is in two hands, and nobody can say which is the owner's: the whole
 * family ends. A thief who is quicker than the 30 seconds gains little: thief and owner hold the same successor then,
 * and the next use of it by both gives them away. Refused as `not-signed-in`.
 */
export async function refreshSession(world: World, token: string): Promise<Session> {
  const refreshed = await asSystem(world, 'refresh-session', (ctx) =>
    rotate(ctx, token, successorOf(token, world.settings.sessionSecret)),
  )
  if (refreshed.kind === 'session') return sessionReply(world, refreshed.opened)
  if (refreshed.kind === 'shown-again')
    world.log.info('a used refresh token was shown again; its sessions ended', {
      personId: refreshed.personId,
    })
  throw new Refusal('not-signed-in')
}

/**
 * Answers rather than throws: the end of a family must outlast the refusal. The session is locked before its token, as
 * signing out locks them.
 */
async function rotate({ tx, now }: PersonCtx, token: string, successor: string): Promise<Refreshed> {
  const found = await tx.maybe<{
    family: string
    personId: PersonId
    appid: string
    openid: string
    expiresAt: Date
    usedAt: Date | null
  }>`
    select family, person_id, appid, openid, expires_at, used_at
      from session join refresh_token using (family)
     where token_hash = ${hashToken(token)} for update`
  if (!found || found.expiresAt <= now) return { kind: 'unknown' }
  const { family, personId, appid, openid, usedAt } = found
  const answerMayBeLost =
    usedAt === null || (now.getTime() - usedAt.getTime() <= lostAnswerMs && !(await isUsed(tx, successor)))
  if (!answerMayBeLost) {
    await tx.run`delete from session where family = ${family}`
    return { kind: 'shown-again', personId }
  }
  await tx.run`update refresh_token set used_at = ${now} where token_hash = ${hashToken(token)} and used_at is null`
  await tx.run`
    insert into refresh_token (token_hash, family, expires_at)
    values (${hashToken(successor)}, ${family}, ${refreshTokenEnd(now)}) on conflict do nothing`
  return { kind: 'session', opened: { caller: { personId, appid, openid, family }, refreshToken: successor } }
}

async function isUsed(tx: PersonCtx['tx'], token: string): Promise<boolean> {
  const found = await tx.maybe`
    select from refresh_token where token_hash = ${hashToken(token)} and used_at is not null`
  return found !== undefined
}
