import { reliefStates } from '@anjiao/shared/relief-life'
import { type FoundWaiting, type Waiting, waitingFor, waitingMax } from '../community/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { ReliefState } from '../platform/database-types.ts'

/**
 * Relief applications that wait for staff, the most urgent first: for an answer, for the second person, for another look.
 * Which hardship it is, only those read who open it.
 */
export async function waitingRelief({ tx, community }: Ctx): Promise<Waiting[]> {
  const waiting = await tx.rows<FoundWaiting & { state: ReliefState }>`
    select a.id, a.household_id, home.room_name, home.owner_masked,
           a.state, a.asked_at, a.reply_by,
           (select coalesce(sum(c.amount_fen - c.settled_fen), 0)::bigint
              from relief_application_charge g join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
             where (g.community_id, g.application_id) = (a.community_id, a.id)) as amount_fen
      from relief_application a
      join home_name home on (home.community_id, home.household_id) = (a.community_id, a.household_id)
     where a.community_id = ${community} and a.reply_by is not null
     order by a.reply_by, a.id limit ${waitingMax}`
  return waiting.map((found) => waitingFor('relief', reliefStates[found.state].label, found))
}
