import type { Tx } from '../platform/database.ts'

/**
 * Whoever decides by a phone (proves it, links it, gives its holder a post) waits for the others who do, so that none
 * misses what another has just entered. Taken before any row is locked.
 */
export async function lockPhone(tx: Tx, phone: string): Promise<void> {
  await tx.run`select pg_advisory_xact_lock(hashtextextended(${`phone ${phone}`}, 0))`
}
