import type { Dispute } from '@anjiao/shared/contract/disputes'
import type { DisputeId, HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import type { DisputeState } from '../platform/database-types.ts'
import { type DisputeCase, shownDisputes } from './dispute-view.ts'

/** What one screen of work holds; the rest moves up as these are answered. */
const listedMax = 100

interface Found {
  readonly id: DisputeId
}

/** Disputes of a home, newest first, the latest hundred. */
export async function disputesOf(ctx: Ctx, householdId: HouseholdId): Promise<Dispute[]> {
  const found = await ctx.tx.rows<Found>`
    select id from dispute where (community_id, household_id) = (${ctx.community}, ${householdId})
     order by id desc limit ${listedMax}`
  const cases = await shownDisputes(ctx, idsOf(found))
  return cases.map(({ dispute }) => dispute).reverse()
}

/** Disputes of the community in a state, oldest first; of those that are over, the latest hundred. */
export async function disputesIn(ctx: Ctx, state: DisputeState): Promise<DisputeCase[]> {
  const found = await ctx.tx.rows<Found>`
    select id from dispute where (community_id, state) = (${ctx.community}, ${state})
     order by case state when 'open' then id else -id end limit ${listedMax}`
  return shownDisputes(ctx, idsOf(found))
}

const idsOf = (found: readonly Found[]) => found.map(({ id }) => id)
