import type { CommunityId, HouseholdId, PaymentId, PlanId } from '@anjiao/shared/ids'
import { asSystem, type Ctx, inCommunity, type World } from '../platform/context.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { lockHome } from './stored-plan.ts'

const actor = { kind: 'system', task: 'plans' } as const

/** Plans looked up at once; each is then brought up to date in a transaction of its own. */
const sliceSize = 200

/**
 * At each day's end: brings every plan up to date for which the calendar may have moved something, in every community,
 * until none is left or the time is up. Stopped anywhere, called twice or days late, it ends in the same. Answers how many
 * it looked at.
 */
export async function keepPlans(world: World, deadline: Date): Promise<number> {
  const communities = await asSystem(
    world,
    actor.task,
    ({ tx }) => tx.rows<{ id: CommunityId }>`select id from community order by id`,
  )
  let kept = 0
  for (const { id: communityId } of communities) {
    let after: PlanId | 0 = 0
    for (;;) {
      const slice = await inCommunity(world, communityId, actor, (ctx) => plansToCheck(ctx, after))
      for (const { id, householdId } of slice) {
        if (world.clock.now() >= deadline) return kept
        await inCommunity(world, communityId, actor, (ctx) => lookAgain(ctx, householdId, id))
        kept++
      }
      after = slice.at(-1)?.id ?? after
      if (slice.length < sliceSize) break
    }
  }
  return kept
}

const plansToCheck = ({ tx, community, today }: Ctx, after: PlanId | 0) =>
  tx.rows<{ id: PlanId; householdId: HouseholdId }>`
    select id, household_id from plan
     where community_id = ${community} and check_on <= ${today} and id > ${after}
     order by id limit ${sliceSize}`

async function lookAgain(ctx: Ctx, householdId: HouseholdId, planId: PlanId): Promise<void> {
  await lockHome(ctx, householdId)
  await bringUpToDate(ctx, householdId, planId)
}

/** Money has moved on a home: brings its signed plans up to date, those too that ended a short while ago. */
export async function keepPlansOfHome(ctx: Ctx, householdId: HouseholdId): Promise<void> {
  const plans = await ctx.tx.rows<{ id: PlanId }>`
    select id from plan
     where (community_id, household_id) = (${ctx.community}, ${householdId}) and signed_on is not null
       and (ended_on is null or ended_on > ${ctx.today}::date - 90)
     order by id`
  if (plans.length === 0) return
  await lockHome(ctx, householdId)
  for (const { id } of plans) await bringUpToDate(ctx, householdId, id)
}

/** The same for the home that a payment was for. */
export async function keepPlansAfterPayment(ctx: Ctx, paymentId: PaymentId): Promise<void> {
  const { householdId } = await ctx.tx.one<{ householdId: HouseholdId }>`
    select household_id from payment where (community_id, id) = (${ctx.community}, ${paymentId})`
  await keepPlansOfHome(ctx, householdId)
}
