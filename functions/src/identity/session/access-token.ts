import { createSecretKey } from 'node:crypto'
import type { PersonId } from '@anjiao/shared/ids'
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Short, because a token that was given out cannot be called back: after signing out it works until it expires. */
export const accessTokenSeconds = 900

const algorithm = 'HS256'
const issuer = 'anjiao'

/** A signed token (JWT, RFC 7519) that says who its bearer is. What they may do is looked up for each request. */
export function signAccessToken({ clock, settings }: World, caller: Caller): Promise<string> {
  const { personId, appid, openid, family } = caller
  const now = clock.now()
  return new SignJWT({ appid, openid, family })
    .setProtectedHeader({ alg: algorithm })
    .setIssuer(issuer)
    .setSubject(String(personId))
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + accessTokenSeconds * 1_000))
    .sign(keyOf(settings.sessionSecret))
}

/** Reads who sent a request from its Authorization header. Refuses as `not-signed-in` whatever we did not sign, or no longer stands. */
export function authenticate({ clock, settings }: World) {
  const key = keyOf(settings.sessionSecret)
  return async (authorization: string | undefined): Promise<Caller> => {
    const [, token] = /^Bearer ([\w.-]{1,2000})$/.exec(authorization ?? '') ?? []
    if (token === undefined) throw new Refusal('not-signed-in')
    const { payload } = await jwtVerify(token, key, {
      algorithms: [algorithm],
      issuer,
      requiredClaims: ['exp'],
      currentDate: clock.now(),
    }).catch((error: unknown) => {
      throw error instanceof errors.JOSEError ? new Refusal('not-signed-in') : error
    })
    return readCaller(payload)
  }
}

function readCaller({ sub, appid, openid, family }: JWTPayload): Caller {
  const personId = Number(sub)
  if (!Number.isSafeInteger(personId) || personId < 1) throw new Refusal('not-signed-in')
  if (typeof appid !== 'string' || typeof openid !== 'string' || typeof family !== 'string')
    throw new Refusal('not-signed-in')
  return { personId: personId as PersonId, appid, openid, family }
}

/** HS256 asks for a key at least as long as its hash (RFC 7518, 3.2). */
function keyOf(secret: string) {
  const key = createSecretKey(secret, 'utf8')
  if ((key.symmetricKeySize ?? 0) < 32) throw new Error('the session secret is shorter than 32 bytes')
  return key
}
