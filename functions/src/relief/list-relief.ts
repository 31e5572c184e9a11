import type { ReliefRow } from '@anjiao/shared/contract/staff-relief'
import type { HouseholdId, ReliefApplicationId } from '@anjiao/shared/ids'
import type { ReliefState } from '@anjiao/shared/relief-life'
import type { Ctx } from '../platform/context.ts'

interface Which {
  readonly state?: ReliefState | undefined
  readonly householdId?: HouseholdId | undefined
  /** Of the page before: its last. */
  readonly before?: ReliefApplicationId | undefined
}

const pageSize = 30

/** Applications of a community, newest first, a page at a time, with what is open of the charges each names. */
export async function listRelief(
  { tx, community }: Ctx,
  { state, householdId, before }: Which,
): Promise<{ applications: ReliefRow[]; more: boolean }> {
  const found = await tx.rows<Omit<ReliefRow, 'askedAt'> & { askedAt: Date }>`
    select a.id, a.household_id, home.room_name, home.owner_masked,
           s.kind, a.state, a.asked_at, a.reply_by,
           (select coalesce(sum(c.amount_fen - c.settled_fen), 0)::bigint
              from relief_application_charge g join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
             where (g.community_id, g.application_id) = (a.community_id, a.id)) as amount_fen
      from relief_application a
      join relief_standard s on (s.community_id, s.id) = (a.community_id, a.standard_id)
      join home_name home on (home.community_id, home.household_id) = (a.community_id, a.household_id)
     where a.community_id = ${community}
       and (${state ?? null}::relief_state is null or a.state = ${state ?? null}::relief_state)
       and (${householdId ?? null}::bigint is null or a.household_id = ${householdId ?? null})
       and (${before ?? null}::bigint is null or a.id < ${before ?? null})
     order by a.id desc limit ${pageSize + 1}`
  return {
    applications: found
      .slice(0, pageSize)
      .map(({ askedAt, ...row }) => ({ ...row, askedAt: askedAt.toISOString() })),
    more: found.length > pageSize,
  }
}
