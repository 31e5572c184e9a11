import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Hold } from '@anjiao/shared/contract/billing'
import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { holdMatters } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import type { HoldMatter } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'

/** What a hold is for: one plan, deferral, relief application or dispute. */
export interface HoldSubject {
  readonly matter: HoldMatter
  readonly subjectId: number
  readonly householdId: HouseholdId
}

/** Days on which a charge is held: the first, and the last (null: until further notice). */
export interface HeldDays {
  readonly chargeId: ChargeId
  /** False while it is under review. */
  readonly granted: boolean
  readonly from: BusinessDate
  readonly to: BusinessDate | null
  /** What is open of the charge is let go if this ends well: nothing of it is to be paid meanwhile. */
  readonly waives?: boolean
}

/**
 * Holds charges (暂缓) on exactly these days for a subject, whatever it held before: nobody presses, and no day bears late
 * fee but the first, which began without the hold. Only the room that owns the subject calls it, whenever the subject has
 * moved. Refused as `charge-already-held` when another subject of the same matter holds one of them until further notice.
 */
export async function keepHolds(
  ctx: Ctx,
  { matter, subjectId, householdId }: HoldSubject,
  days: readonly HeldDays[],
): Promise<void> {
  await ctx.tx.run`
    delete from charge_hold where (community_id, matter, subject_id) = (${ctx.community}, ${matter}, ${subjectId})`
  if (days.length === 0) return
  try {
    await ctx.tx.run`
      insert into charge_hold (community_id, household_id, charge_id, matter, subject_id, granted, from_date, to_date, waives)
      select ${ctx.community}, ${householdId}, charge_id, ${matter}, ${subjectId}, granted, from_date, to_date, waives
        from unnest(${days.map(({ chargeId }) => chargeId)}::bigint[], ${days.map(({ granted }) => granted)}::boolean[],
                    ${days.map(({ from }) => from)}::date[], ${days.map(({ to }) => to)}::date[],
                    ${days.map(({ waives = false }) => waives)}::boolean[])
               as day (charge_id, granted, from_date, to_date, waives)`
  } catch (error) {
    if (brokenConstraint(error) !== 'charge_hold_one_at_a_time') throw error
    throw new Refusal('charge-already-held', { matter: holdMatters[matter] })
  }
}

/** On which days a subject holds which charges. */
export function daysHeld(
  { tx, community }: Ctx,
  { matter, subjectId }: Pick<HoldSubject, 'matter' | 'subjectId'>,
): Promise<HeldDays[]> {
  return tx.rows<HeldDays>`
    select charge_id, granted, from_date as "from", to_date as "to", waives from charge_hold
     where (community_id, matter, subject_id) = (${community}, ${matter}, ${subjectId}) order by id`
}

/** What holds a charge on a day. */
export interface HoldOnDay extends Readonly<Hold> {
  readonly chargeId: ChargeId
}

/** What holds the charges of a household on a day: at most one of each matter a charge, the foremost of them first. */
export function holdsOn(ctx: Ctx, householdId: HouseholdId, day: BusinessDate): Promise<HoldOnDay[]> {
  return ctx.tx.rows<HoldOnDay>`
    select charge_id, matter, granted, until, waives from holds_on(${ctx.community}, ${day})
     where household_id = ${householdId} order by place, charge_id`
}
