import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import type { WhyNotPress } from '@anjiao/shared/vocabulary'
import { matterShownTo } from '../billing/index.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { type ChargeFacts, whyNotPress } from './why-not-press.ts'

/** Whether we may press for a charge now. */
export interface Standing {
  readonly chargeId: ChargeId
  readonly mayPress: boolean
  readonly why: WhyNotPress | null
}

/**
 * 能不能催. The one place that answers whether we may press for a charge now, and why not. Whoever presses (a reminder that
 * something is overdue, a call, a visit, a formal demand, a step up the collection ladder) asks here, in the
 * transaction that presses, and keeps no answer for later: what a home agreed on with the company, or waits for an answer
 * about, stays every pressing (民法典 525, 526, 944). Of charges that the community does not have it says nothing, and what it
 * does not say may not be pressed for. Why, it says as far as whoever asks is told. In the order of the charges' ids.
 */
export async function mayWePress(ctx: Ctx, chargeIds: readonly ChargeId[]): Promise<Standing[]> {
  const charges = await factsOf(ctx, chargeIds)
  return charges.map(({ id, hold, ...facts }) => {
    const told = hold && { ...hold, matter: matterShownTo(ctx.actor, hold.matter) }
    const why = whyNotPress({ ...facts, hold: told }, ctx.today)
    return { chargeId: id, mayPress: why === null, why }
  })
}

/** Of these charges those that somebody is about to pay, whatever else holds them. */
export async function beingPaid(ctx: Ctx, chargeIds: readonly ChargeId[]): Promise<ReadonlySet<ChargeId>> {
  if (chargeIds.length === 0) return new Set()
  const charges = await factsOf(ctx, chargeIds)
  return new Set(charges.filter(({ paying }) => paying).map(({ id }) => id))
}

/** The same of every charge that a home has open. Refused as `not-found` for a home of another community. */
export async function standingOf(ctx: Ctx, householdId: HouseholdId): Promise<Standing[]> {
  const home = await ctx.tx.maybe<{ open: ChargeId[] }>`
    select array(select c.id from charge c
                  where (c.community_id, c.household_id) = (h.community_id, h.id)
                    and c.settled_fen < c.amount_fen and c.cancelled_by is null) as open
      from household h where (h.community_id, h.id) = (${ctx.community}, ${householdId})`
  if (!home) throw new Refusal('not-found')
  return mayWePress(ctx, home.open)
}

/** A payment that picks no charges goes to what is due: any charge of the home may be the one. */
function factsOf(
  { tx, community, today, now }: Ctx,
  chargeIds: readonly ChargeId[],
): Promise<(ChargeFacts & { readonly id: ChargeId })[]> {
  return tx.rows<ChargeFacts & { readonly id: ChargeId }>`
    with paying as (
      select a.household_id, picked.charge_id
        from payment_attempt a
        left join payment_attempt_charge picked on (picked.community_id, picked.attempt_id) = (a.community_id, a.id)
       where a.community_id = ${community} and a.state in ('created', 'prepaid') and a.next_query_at is not null
         and a.expires_at > ${now}
    ), held as (
      select distinct on (charge_id) charge_id, json_build_object('matter', matter, 'granted', granted) as hold
        from holds_on(${community}, ${today})
       where charge_id = any(${chargeIds}::bigint[])
       order by charge_id, place
    )
    select c.id, c.due_date, c.amount_fen - c.settled_fen as open_fen, c.cancelled_by is not null as cancelled,
           held.hold,
           exists (select from paying
                    where paying.household_id = c.household_id and coalesce(paying.charge_id = c.id, true)) as paying
      from charge c left join held on held.charge_id = c.id
     where c.community_id = ${community} and c.id = any(${chargeIds}::bigint[])
     order by c.id`
}
