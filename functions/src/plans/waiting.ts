import type { BusinessDate } from '@anjiao/shared/calendar'
import { formatDate } from '@anjiao/shared/calendar'
import type { PlanTerms } from '@anjiao/shared/instalments'
import { termsWords } from '@anjiao/shared/plan-words'
import { type FoundWaiting, type Waiting, waitingFor, waitingMax } from '../community/index.ts'
import type { Ctx } from '../platform/context.ts'

/** Applications for plans that wait for an answer, the most urgent first. */
export async function waitingPlans({ tx, community }: Ctx): Promise<Waiting[]> {
  const waiting = await tx.rows<FoundWaiting & PlanTerms>`
    select p.id, p.household_id, home.room_name, home.owner_masked,
           p.debt_fen as amount_fen, p.made_at as asked_at, p.reply_by, p.down_fen, p.instalments, p.every_months, p.day_of_month
      from plan p
      join home_name home on (home.community_id, home.household_id) = (p.community_id, p.household_id)
     where (p.community_id, p.state) = (${community}, 'applied')
     order by p.reply_by, p.id limit ${waitingMax}`
  return waiting.map((found) => waitingFor('plan', termsWords(found), found))
}

/** Deferrals that wait for an answer, the most urgent first. */
export async function waitingDeferrals({ tx, community }: Ctx): Promise<Waiting[]> {
  const waiting = await tx.rows<FoundWaiting & { untilDate: BusinessDate }>`
    select d.id, d.household_id, home.room_name, home.owner_masked,
           (select coalesce(sum(c.amount_fen - c.settled_fen), 0)::bigint
              from deferral_charge g join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
             where (g.community_id, g.deferral_id) = (d.community_id, d.id) and c.cancelled_by is null) as amount_fen,
           d.asked_at, d.reply_by, d.until_date
      from deferral d
      join home_name home on (home.community_id, home.household_id) = (d.community_id, d.household_id)
     where (d.community_id, d.state) = (${community}, 'applied')
     order by d.reply_by, d.id limit ${waitingMax}`
  return waiting.map((found) => waitingFor('deferral', `延期到${formatDate(found.untilDate)}`, found))
}
