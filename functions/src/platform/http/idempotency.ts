import { createHash } from 'node:crypto'
import type { PersonId } from '@anjiao/shared/ids'
import { asPerson, type PersonCtx, type World } from '../context.ts'
import { Refusal } from '../refusal.ts'

export interface Intention {
  readonly personId: PersonId
  /** Made once by the client for one intention of a person, and sent again with every retry of it. */
  readonly key: string
  readonly route: string
  readonly body: unknown
}

/** After this long a request that never answered is taken to have died, and the next one with its key goes on. */
const deadAfterMs = 60_000

/**
 * Does something once per Idempotency-Key: a repeat with the same content gets the stored reply, one with another
 * content is refused (`idempotency-key-reused`), one that comes while the first still works is told so
 * (`still-working`). A failure stores nothing, so that the person may try again.
 */
export async function once<Reply>(
  world: World,
  intention: Intention,
  work: () => Promise<Reply>,
): Promise<Reply> {
  const { personId, key } = intention
  const before = await claim(world, intention)
  if (before !== undefined) return before as Reply
  const reply = await work().catch(async (error: unknown) => {
    await asPerson(
      world,
      personId,
      ({ tx }) => tx.run`delete from idempotent_reply where (person_id, key) = (${personId}, ${key})`,
    )
    throw error
  })
  // The work is done, whether or not its reply can be kept for a repeat.
  await asPerson(
    world,
    personId,
    ({ tx }) =>
      tx.run`update idempotent_reply set status = 200, reply = ${JSON.stringify(reply)}
              where (person_id, key) = (${personId}, ${key})`,
  ).catch((error: unknown) =>
    world.log.error('a reply was not kept for a repeat', error, { route: intention.route }),
  )
  return reply
}

/** Takes the key for this request; answers the stored reply when the work was done before. */
async function claim(world: World, { personId, key, route, body }: Intention): Promise<unknown> {
  const hash = createHash('sha256').update(route).update('\n')
  hash.update(body instanceof Uint8Array ? body : JSON.stringify(body ?? null))
  const requestHash = hash.digest()
  return asPerson(world, personId, async ({ tx, now }) => {
    const dead = new Date(now.getTime() - deadAfterMs)
    const claimed = await tx.run`
      insert into idempotent_reply (person_id, key, request_hash, created_at) values (${personId}, ${key}, ${requestHash}, ${now})
      on conflict (person_id, key) do update set created_at = excluded.created_at
        where idempotent_reply.status is null and idempotent_reply.created_at < ${dead}
          and idempotent_reply.request_hash = excluded.request_hash`
    if (claimed === 1) return undefined
    const stored = await tx.one<{ same: boolean; status: number | null; reply: unknown }>`
      select request_hash = ${requestHash} as same, status, reply from idempotent_reply
       where (person_id, key) = (${personId}, ${key})`
    if (!stored.same) throw new Refusal('idempotency-key-reused')
    if (stored.status === null) throw new Refusal('still-working')
    return stored.reply
  })
}

/** How long a key answers with its stored reply: longer than any client keeps trying. */
const keptMs = 48 * 3_600_000

/** Deletes replies that nobody will ask for again. Answers how many. */
export function forgetOldReplies({ tx, now }: PersonCtx): Promise<number> {
  return tx.run`delete from idempotent_reply where created_at < ${new Date(now.getTime() - keptMs)}`
}
