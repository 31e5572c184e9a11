import type { AdvancePolicy, NewAdvancePolicy } from '@anjiao/shared/contract/payments'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import type { AdvancePolicyRow } from '../platform/database-types.ts'

/** 预存上限 in force: the newest. Undefined where there never was one. */
export function advancePolicyInForce({ tx, community }: Ctx): Promise<AdvancePolicyRow | undefined> {
  return tx.maybe<AdvancePolicyRow>`
    select * from advance_policy where community_id = ${community} order by id desc limit 1`
}

/** Publishes a new limit. It counts for whoever pays from now on; what was paid ahead before stays. */
export async function publishAdvancePolicy(
  ctx: Ctx,
  { monthsMost, mostFen, publishedAs }: NewAdvancePolicy,
): Promise<AdvancePolicy> {
  const row = await ctx.tx.one<AdvancePolicyRow>`
    insert into advance_policy (community_id, months_most, most_fen, published_as, published_at, published_by)
    values (${ctx.community}, ${monthsMost}, ${mostFen}, ${publishedAs.trim()}, ${ctx.now}, ${actorName(ctx.actor)})
    returning *`
  await logAction(ctx, 'advance-policy-published', `advance policy ${row.id}`, {
    monthsMost: monthsMost ?? 0,
    mostFen: mostFen ?? 0,
  })
  return shown(row)
}

/** More versions than this no community has had. */
const versionsMost = 100

/** Every version, the one in force first. */
export async function advancePolicies({ tx, community }: Ctx): Promise<AdvancePolicy[]> {
  const rows = await tx.rows<AdvancePolicyRow>`
    select * from advance_policy where community_id = ${community} order by id desc limit ${versionsMost}`
  return rows.map(shown)
}

const shown = ({ id, monthsMost, mostFen, publishedAs, publishedAt }: AdvancePolicyRow): AdvancePolicy => ({
  id,
  monthsMost,
  mostFen,
  publishedAs,
  publishedAt: publishedAt.toISOString(),
})
