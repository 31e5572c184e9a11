import { addMonths } from '@anjiao/shared/calendar'
import type { HouseholdId, ReliefApplicationId, ReliefStandardId } from '@anjiao/shared/ids'
import { type Fen, maxFen, subtractFen, zeroFen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import type { Measure } from './measure-relief.ts'
import type { StoredRelief } from './stored-relief.ts'

/** How far back it counts what a home was given: whoever asks in parts is given no more, and by no fewer people. */
export const countedMonths = 12

/** Principal that was let go for a home because of relief within these months, bills to come with it, and that stands. */
export const givenToHome = (ctx: Ctx, householdId: HouseholdId): Promise<Fen> => given(ctx, { householdId })

/**
 * A standard as far as it still reaches for a home: the most that it may come to, less what the home was given under this
 * version within these months, and all that the same application gave before. The home must be locked for it to stay so.
 */
export async function standardForHome(
  ctx: Ctx,
  {
    id,
    householdId,
    standard,
  }: Pick<StoredRelief, 'householdId' | 'standard'> & { id?: ReliefApplicationId },
): Promise<Measure> {
  if (standard.sumMaxFen === null) return standard
  const givenFen = await given(ctx, { householdId, standardId: standard.id, applicationId: id })
  return { ...standard, sumMaxFen: maxFen(zeroFen, subtractFen(standard.sumMaxFen, givenFen)) }
}

interface Which {
  readonly householdId: HouseholdId
  readonly standardId?: ReliefStandardId | undefined
  /** Of this one however long ago. */
  readonly applicationId?: ReliefApplicationId | undefined
}

async function given({ tx, community, today }: Ctx, which: Which): Promise<Fen> {
  const { householdId, standardId = null, applicationId = null } = which
  const { givenFen } = await tx.one<{ givenFen: Fen }>`
    select coalesce(sum(p.amount_fen), 0)::bigint as given_fen
      from relief_application a
      join relief_posting g on (g.community_id, g.application_id) = (a.community_id, a.id) and g.reversed_by is null
      join entry e on (e.community_id, e.id) = (g.community_id, g.entry_id)
      join posting p on (p.community_id, p.entry_id, p.account) = (e.community_id, e.id, 'relief')
      join charge c on (c.community_id, c.id) = (p.community_id, p.charge_id)
                   and c.cancelled_by is null and c.origin <> 'late_fee'
      join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id) and i.kind <> 'past_late_fee'
     where (a.community_id, a.household_id) = (${community}, ${householdId})
       and (${standardId}::bigint is null or a.standard_id = ${standardId})
       and (e.business_date > ${addMonths(today, -countedMonths)} or a.id = ${applicationId})`
  return givenFen
}
