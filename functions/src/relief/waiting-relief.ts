import type { WaitingRequest } from '@anjiao/shared/contract/disputes'
import { holdMatters } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../platform/context.ts'
import type { ReliefState } from '../platform/database-types.ts'

/** What a queue shows of one matter; the rest moves up as these are answered. */
const waitingMax = 200

type Waiting = Pick<
  WaitingRequest,
  'id' | 'householdId' | 'roomName' | 'ownerMasked' | 'amountFen' | 'replyBy'
> & {
  readonly state: ReliefState
  readonly askedAt: Date
}

/**
 * Relief applications that wait for staff, the most urgent first: for an answer, for the second person, for another look.
 * Which hardship it is, only those read who open it.
 */
export async function waitingRelief({ tx, community }: Ctx): Promise<Omit<WaitingRequest, 'daysLeft'>[]> {
  const waiting = await tx.rows<Waiting>`
    select a.id, a.household_id, room_name(b.name, r.unit, r.room_no) as room_name, masked_name(h.owner_name) as owner_masked,
           a.state, a.asked_at, a.reply_by,
           (select coalesce(sum(c.amount_fen - c.settled_fen), 0)::bigint
              from relief_application_charge g join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
             where (g.community_id, g.application_id) = (a.community_id, a.id)) as amount_fen
      from relief_application a
      join household h on (h.community_id, h.id) = (a.community_id, a.household_id)
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
     where a.community_id = ${community} and a.reply_by is not null
     order by a.reply_by, a.id limit ${waitingMax}`
  return waiting.map(({ state, askedAt, ...request }) => ({
    ...request,
    matter: 'relief',
    what: `${holdMatters.relief}${stage[state] ?? ''}`,
    askedAt: askedAt.toISOString(),
  }))
}

const stage: Partial<Record<ReliefState, string>> = { agreed_once: '（等待复核）', appealed: '（复议）' }
