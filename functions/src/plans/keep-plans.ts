import type { HouseholdId, PaymentId, PlanId } from '@anjiao/shared/ids'
import { lockHome } from '../community/index.ts'
import type { Ctx, World } from '../platform/context.ts'
import { attendInEveryCommunity, doAll } from '../platform/in-every-community.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { markOverdueDeferrals } from './deferral/mark-overdue-deferrals.ts'

/**
 * At each day's end: brings every plan up to date for which the calendar may have moved something, and before the manager
 * what nobody has answered in time, until nothing is left or the time is up. Stopped anywhere, called twice or days late, it ends in the same. Answers how many it looked at.
 */
export const keepPlans = (world: World, deadline: Date): Promise<number> =>
  doAll(
    world,
    'plans',
    async (attempt) =>
      (await attempt({ of: 'plans' }, () => bringPlansUpToDate(world, deadline))) +
      (await attempt({ of: 'deferrals' }, () => markOverdueDeferrals(world, deadline))),
  )

const bringPlansUpToDate = (world: World, deadline: Date): Promise<number> =>
  attendInEveryCommunity(world, deadline, {
    task: 'plans',
    due: plansToCheck,
    attend: (ctx, { id, householdId }) => lookAgain(ctx, householdId, id),
  })

const plansToCheck = ({ tx, community, today }: Ctx, above: number, most: number) =>
  tx.rows<{ id: PlanId; householdId: HouseholdId }>`
    select id, household_id from plan
     where community_id = ${community} and check_on <= ${today} and id > ${above}
     order by id limit ${most}`

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
