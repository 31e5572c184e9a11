import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Charge } from '@anjiao/shared/contract/billing'
import type { Deferral } from '@anjiao/shared/contract/deferrals'
import type { ChargeId, DeferralId, HouseholdId } from '@anjiao/shared/ids'
import { shownCharges } from '../../billing/index.ts'
import { isToldWhy } from '../../identity/index.ts'
import type { Actor, Ctx } from '../../platform/context.ts'
import type { DeferralState } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'

interface Stored {
  readonly id: DeferralId
  readonly householdId: HouseholdId
  readonly state: DeferralState
  readonly untilDate: BusinessDate
  readonly reason: string
  readonly answer: string
  readonly askedAt: Date
  readonly replyBy: BusinessDate | null
  readonly chargeIds: ChargeId[]
  readonly roomName: string
  readonly ownerMasked: string
}

export interface ListedDeferral {
  readonly deferral: Deferral
  readonly roomName: string
  readonly ownerMasked: string
}

/** The most that a list shows. */
const listMax = 200

interface Which {
  readonly householdId?: HouseholdId
  readonly state?: DeferralState
  readonly id?: DeferralId
}

/** Deferrals of a home, or of a community in a state, the oldest that wait first. */
export async function deferrals(ctx: Ctx, { householdId, state, id }: Which): Promise<ListedDeferral[]> {
  const stored = await ctx.tx.rows<Stored>`
    select d.id, d.household_id, d.state, d.until_date, d.reason, d.answer, d.asked_at, d.reply_by,
           array(select charge_id from deferral_charge
                  where (community_id, deferral_id) = (d.community_id, d.id) order by charge_id) as charge_ids,
           home.room_name, home.owner_masked
      from deferral d
      join home_name home on (home.community_id, home.household_id) = (d.community_id, d.household_id)
     where d.community_id = ${ctx.community} and (${householdId ?? null}::bigint is null or d.household_id = ${householdId ?? null})
       and (${state ?? null}::deferral_state is null or d.state = ${state ?? null}::deferral_state)
       and (${id ?? null}::bigint is null or d.id = ${id ?? null})
     order by d.state <> 'applied', d.reply_by, d.id desc limit ${listMax}`
  const charges = await shownCharges(
    ctx,
    stored.flatMap(({ chargeIds }) => chargeIds),
  )
  return stored.map((each) => shown(ctx.actor, each, charges))
}

/** One deferral. Refused as `not-found`, also for another home's. */
export async function deferralView(ctx: Ctx, householdId: HouseholdId, id: DeferralId): Promise<Deferral> {
  const [found] = await deferrals(ctx, { householdId, id })
  if (!found) throw new Refusal('not-found')
  return found.deferral
}

function shown(
  actor: Actor,
  { chargeIds, untilDate, askedAt, roomName, ownerMasked, ...deferral }: Stored,
  charges: ReadonlyMap<ChargeId, Charge>,
): ListedDeferral {
  const own = chargeIds.flatMap((id) => charges.get(id) ?? [])
  const said = isToldWhy(actor) ? deferral : { ...deferral, reason: '', answer: '' }
  return {
    deferral: { ...said, until: untilDate, askedAt: askedAt.toISOString(), charges: own },
    roomName,
    ownerMasked,
  }
}
