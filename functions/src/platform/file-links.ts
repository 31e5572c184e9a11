import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { CommunityId, PersonId } from '@anjiao/shared/ids'
import type { Ctx, Settings } from './context.ts'
import { Refusal } from './refusal.ts'

/** Lets one person open one file for a while. An image or a download carries no access token, only its address. */
export interface FileLink {
  /** What the file is, in lower case, e.g. `photo`: a link to one kind opens no other. */
  readonly kind: string
  readonly community: CommunityId
  /** Of the row that knows the file. */
  readonly id: number
  readonly viewer: PersonId
  readonly expiresAt: Date
}

type Key = Pick<Settings, 'sessionSecret'>

/** Long enough to look at a file or keep it, short enough that a link passed on is of no use. */
const linkMinutes = 5

/** From `/v1` on: the phone puts the server's address before it. */
export interface ShortLink {
  readonly url: string
  readonly expiresAt: string
}

/** A short-lived link to a file, for the person who asks. Whoever calls has made sure that they may. Refused as `not-found` to no person. */
export function shortLink(
  { actor, community, now }: Ctx,
  settings: Key,
  { kind, id, path }: Pick<FileLink, 'kind' | 'id'> & { path: string },
): ShortLink {
  if (actor.kind === 'system') throw new Refusal('not-found')
  const expiresAt = new Date(now.getTime() + linkMinutes * 60_000)
  const token = signFileLink(settings, { kind, community, id, viewer: actor.personId, expiresAt })
  return { url: `/v1/${path}/${token}`, expiresAt: expiresAt.toISOString() }
}

/** The last part of the address: what is allowed, and the proof that we allowed it (HMAC-SHA-256). */
export function signFileLink(settings: Key, { kind, community, id, viewer, expiresAt }: FileLink): string {
  const said = [kind, community, id, viewer, Math.floor(expiresAt.getTime() / 1_000)].join('.')
  return `${said}.${proofOf(settings, said)}`
}

/** Reads a link of one kind. Refuses as `not-found` what we did not sign, as `link-expired` what has had its time. */
export function readFileLink(settings: Key, kind: string, token: string, now: Date): FileLink {
  const [, said, community, id, viewer, expires, proof] =
    /^([a-z-]{1,30}\.(\d{1,10})\.(\d{1,16})\.(\d{1,16})\.(\d{1,12}))\.([\w-]{43})$/.exec(token) ?? []
  if (said === undefined || proof === undefined || !said.startsWith(`${kind}.`))
    throw new Refusal('not-found')
  if (!timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(settings, said))))
    throw new Refusal('not-found')
  const expiresAt = new Date(Number(expires) * 1_000)
  if (expiresAt <= now) throw new Refusal('link-expired')
  return {
    kind,
    community: Number(community) as CommunityId,
    id: Number(id),
    viewer: Number(viewer) as PersonId,
    expiresAt,
  }
}

/** A key of its own, so that nothing signed here passes for an access token. */
function proofOf({ sessionSecret }: Key, said: string): string {
  const key = Buffer.from(hkdfSync('sha256', sessionSecret, '', 'file links', 32))
  return createHmac('sha256', key).update(said).digest('base64url')
}
