import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { PlanPolicyId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import type { PlanPolicyRow } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'

/** 分期与延期办法 in force: the newest. Undefined where a community offers none. */
export function policyInForce({ tx, community }: Ctx): Promise<PlanPolicyRow | undefined> {
  return tx.maybe<PlanPolicyRow>`select * from plan_policy where community_id = ${community} order by id desc limit 1`
}

/**
 * The policy in force, if it is the one that somebody read before they chose. Refused as `plans-not-offered`, and as
 * `plan-policy-changed` when another has been published since.
 */
export async function policyAsRead(ctx: Ctx, read: PlanPolicyId): Promise<PlanPolicyRow> {
  const policy = await policyInForce(ctx)
  if (!policy) throw new Refusal('plans-not-offered')
  if (policy.id !== read) throw new Refusal('plan-policy-changed')
  return policy
}

/** A policy as people see it. */
export function shownPolicy({
  communityId: _,
  publishedBy: __,
  publishedAt,
  ...policy
}: PlanPolicyRow): PlanPolicy {
  return { ...policy, publishedAt: publishedAt.toISOString() }
}
