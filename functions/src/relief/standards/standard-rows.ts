import type { ReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type { ReliefStandardId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import type { ReliefStandardRow } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'

/** The most that a list shows; a community publishes a handful. */
const listMax = 200

/** Published standards (减免标准), those in force first, the newest first. */
export async function reliefStandards({ tx, community }: Ctx): Promise<ReliefStandard[]> {
  const rows = await tx.rows<ReliefStandardRow>`
    select *, ways::text[] as ways from relief_standard where community_id = ${community}
     order by ended_at is not null, id desc limit ${listMax}`
  return rows.map(shownStandard)
}

/** Those that somebody may apply under today. */
export async function standardsInForce({ tx, community }: Ctx): Promise<ReliefStandard[]> {
  const rows = await tx.rows<ReliefStandardRow>`
    select *, ways::text[] as ways from relief_standard where community_id = ${community} and ended_at is null
     order by kind, id limit ${listMax}`
  return rows.map(shownStandard)
}

/** One version, in force or not. Refused as `not-found`. */
export async function standardOf(
  { tx, community }: Ctx,
  standardId: ReliefStandardId,
): Promise<ReliefStandardRow> {
  const row = await tx.maybe<ReliefStandardRow>`
    select *, ways::text[] as ways from relief_standard where (community_id, id) = (${community}, ${standardId})`
  if (!row) throw new Refusal('not-found')
  return row
}

/** Some versions, by id. */
export async function standardsById(
  { tx, community }: Ctx,
  ids: readonly ReliefStandardId[],
): Promise<ReadonlyMap<ReliefStandardId, ReliefStandardRow>> {
  const rows = await tx.rows<ReliefStandardRow>`
    select *, ways::text[] as ways from relief_standard
     where community_id = ${community} and id = any(${ids}::bigint[])`
  return new Map(rows.map((row) => [row.id, row]))
}

/** A standard as people see it. */
export function shownStandard({
  communityId: _,
  publishedBy: __,
  publishedAt,
  endedAt,
  ...standard
}: ReliefStandardRow): ReliefStandard {
  return {
    ...standard,
    publishedAt: publishedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }
}
