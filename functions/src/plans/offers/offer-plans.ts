import { addDays, addMonths } from '@anjiao/shared/calendar'
import type { Offer, OfferPreview } from '@anjiao/shared/contract/plan-offers'
import type { PersonId } from '@anjiao/shared/ids'
import { planDays } from '@anjiao/shared/instalments'
import { type Fen, sumFen } from '@anjiao/shared/money'
import { type NoOfferReason, noOfferReasons } from '@anjiao/shared/vocabulary'
import { logAction } from '../../platform/audit-log.ts'
import { type Actor, actorName, type Ctx } from '../../platform/context.ts'
import type { PlanPolicyRow } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'
import { policyInForce } from '../policy/policy-in-force.ts'

/**
 * Offers the same kind of plan (number, rhythm, day) to every home of a segment, over all that is due of it: one statement,
 * however many homes there are. A home that has a plan, that has something held, that whoever offers belongs to, or whose
 * instalments would come below the policy's smallest is left out, and it is said why. What has been due for more than three
 * years is left out too (民法典 192): who wants that in a plan as well chooses it themselves. An offer holds nothing and presses for nothing; its owner may sign or
 * decline it. Late fees join when it is signed. Refused as `plans-not-offered`, `plan-terms-…` and
 * `plan-offer-reaches-nobody`. Offered twice it reaches nobody the second time.
 */
export async function offerPlans(ctx: Ctx, offer: Offer): Promise<OfferPreview> {
  // Two at once would reach the same homes.
  await ctx.tx.run`select pg_advisory_xact_lock(hashtext('plan-offers'), ${ctx.community})`
  const policy = await policyFor(ctx, offer)
  const preview = await previewOf(ctx, offer, policy)
  if (preview.homes === 0) throw new Refusal('plan-offer-reaches-nobody')
  await storeOffers(ctx, offer, policy)
  await logAction(ctx, 'plans-offered', `plan policy ${policy.id}`, {
    homes: preview.homes,
    debtFen: preview.debtFen,
  })
  return preview
}

/** Whom an offer would reach, and whom not and why. Writes nothing. */
export async function previewOffer(ctx: Ctx, offer: Offer): Promise<OfferPreview> {
  return previewOf(ctx, offer, await policyFor(ctx, offer))
}

/** The policy in force, if it takes such plans at all; how small an instalment is depends on the home. */
async function policyFor(ctx: Ctx, { instalments, everyMonths }: Offer): Promise<PlanPolicyRow> {
  const policy = await policyInForce(ctx)
  if (!policy) throw new Refusal('plans-not-offered')
  if (!policy.everyMonths.includes(everyMonths)) throw new Refusal('plan-terms-rhythm')
  if (instalments > policy.instalmentsMax)
    throw new Refusal('plan-terms-too-many', { most: policy.instalmentsMax })
  if ((instalments - 1) * everyMonths > policy.termMonthsMax) {
    throw new Refusal('plan-terms-too-long', { months: policy.termMonthsMax })
  }
  return policy
}

interface Found {
  readonly noOffer: NoOfferReason | null
  readonly homes: number
  readonly debtFen: Fen
}

async function previewOf(
  { tx, community, today, actor }: Ctx,
  offer: Offer,
  policy: PlanPolicyRow,
): Promise<OfferPreview> {
  const { buildings, overdueMonthsMin, openMinFen, openMaxFen, householdId } = offer.segment
  const found = await tx.rows<Found>`
    select no_offer, count(*) as homes, sum(debt_fen)::bigint as debt_fen
      from homes_to_offer(${community}, ${today}, ${buildings}, ${addMonths(today, -overdueMonthsMin)}, ${openMinFen},
             ${openMaxFen}, ${householdId}, ${policy.downPercent}, ${offer.instalments}, ${policy.instalmentMinFen}, ${personOf(actor)})
     group by no_offer order by no_offer`
  const reached = found.filter(({ noOffer }) => noOffer === null)
  return {
    homes: reached.reduce((sum, { homes }) => sum + homes, 0),
    debtFen: sumFen(reached.map(({ debtFen }) => debtFen)),
    leftOut: found.flatMap(({ noOffer, homes }) =>
      noOffer ? [{ reason: noOfferReasons[noOffer], homes }] : [],
    ),
  }
}

const personOf = (actor: Actor): PersonId | null => (actor.kind === 'system' ? null : actor.personId)

async function storeOffers(ctx: Ctx, offer: Offer, policy: PlanPolicyRow): Promise<void> {
  const { tx, community, today, now } = ctx
  const { buildings, overdueMonthsMin, openMinFen, openMaxFen, householdId } = offer.segment
  const openUntil = addDays(today, policy.offerDays)
  const { downDue, firstDue } = planDays(today, offer.dayOfMonth, {
    ...policy,
    hasDown: policy.downPercent > 0,
  })
  await tx.run`
    with offered as (
      insert into plan (community_id, household_id, policy_id, state, debt_fen, down_fen, instalments, every_months,
                        day_of_month, first_due, late_fee, answer, made_at, made_by, open_until, check_on)
      select ${community}::integer, household_id, ${policy.id}::bigint, 'offered', debt_fen, down_fen, ${offer.instalments}::integer,
             ${offer.everyMonths}::integer, ${offer.dayOfMonth}::integer, ${firstDue}::date, ${policy.lateFee}::late_fee_terms, ${offer.message},
             ${now}::timestamptz, ${actorName(ctx.actor)}, ${openUntil}::date, ${addDays(openUntil, 1)}::date
        from homes_to_offer(${community}, ${today}, ${buildings}, ${addMonths(today, -overdueMonthsMin)}, ${openMinFen},
               ${openMaxFen}, ${householdId}, ${policy.downPercent}, ${offer.instalments}, ${policy.instalmentMinFen}, ${personOf(ctx.actor)})
       where no_offer is null
      returning id, household_id, debt_fen, down_fen
    ), charges as (
      insert into plan_charge (community_id, plan_id, charge_id, amount_fen)
      select ${community}::integer, o.id, c.id, c.amount_fen - c.settled_fen
        from offered o join charge c on c.community_id = ${community} and c.household_id = o.household_id
       where c.settled_fen < c.amount_fen and c.cancelled_by is null and c.principal_id is null and c.due_date < ${today}
         and (c.due_date + interval '36 months')::date >= ${today}
    ), parts as (
      insert into instalment (community_id, plan_id, no, due_date, amount_fen)
      select ${community}::integer, o.id, part.no, part.due_date, part.amount_fen
        from offered o
       cross join lateral equal_instalments(o.debt_fen - o.down_fen, ${offer.instalments}, ${firstDue}, ${offer.everyMonths}) as part
      union all
      select ${community}::integer, id, 0, ${downDue}::date, down_fen from offered where down_fen > 0
    ), begun as (
      insert into plan_event (community_id, plan_id, event, to_state, on_date, at, by)
      select ${community}::integer, id, 'offer', 'offered', ${today}::date, ${now}::timestamptz, ${actorName(ctx.actor)} from offered
    )
    insert into domain_event (community_id, kind, key, household_id, payload, occurred_at)
    select ${community}::integer, 'plan-offered', 'plan-offered:' || id, household_id, jsonb_build_object('planId', id), ${now}::timestamptz
      from offered`
}
