import type { BusinessDate } from '@anjiao/shared/calendar'
import { formatDate } from '@anjiao/shared/calendar'
import type { WaitingRequest } from '@anjiao/shared/contract/disputes'
import type { PlanTerms } from '@anjiao/shared/instalments'
import { termsWords } from '@anjiao/shared/plan-words'
import type { Ctx } from '../platform/context.ts'

/** What a queue shows of one matter; the rest moves up as these are answered. */
const waitingMax = 200

type Listed = Pick<
  WaitingRequest,
  'id' | 'householdId' | 'roomName' | 'ownerMasked' | 'amountFen' | 'replyBy'
> & {
  readonly askedAt: Date
}

/** Applications for plans that wait for an answer, the most urgent first. */
export async function waitingPlans({ tx, community }: Ctx): Promise<Omit<WaitingRequest, 'daysLeft'>[]> {
  const waiting = await tx.rows<Listed & PlanTerms>`
    select p.id, p.household_id, room_name(b.name, r.unit, r.room_no) as room_name, masked_name(h.owner_name) as owner_masked,
           p.debt_fen as amount_fen, p.made_at as asked_at, p.reply_by, p.down_fen, p.instalments, p.every_months, p.day_of_month
      from plan p
      join household h on (h.community_id, h.id) = (p.community_id, p.household_id)
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
     where (p.community_id, p.state) = (${community}, 'applied')
     order by p.reply_by, p.id limit ${waitingMax}`
  return waiting.map(({ askedAt, downFen, instalments, everyMonths, dayOfMonth, ...request }) => ({
    ...request,
    matter: 'plan',
    what: termsWords({ downFen, instalments, everyMonths, dayOfMonth }),
    askedAt: askedAt.toISOString(),
  }))
}

/** Deferrals that wait for an answer, the most urgent first. */
export async function waitingDeferrals({ tx, community }: Ctx): Promise<Omit<WaitingRequest, 'daysLeft'>[]> {
  const waiting = await tx.rows<Listed & { untilDate: BusinessDate }>`
    select d.id, d.household_id, room_name(b.name, r.unit, r.room_no) as room_name, masked_name(h.owner_name) as owner_masked,
           (select coalesce(sum(c.amount_fen - c.settled_fen), 0)::bigint
              from deferral_charge g join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
             where (g.community_id, g.deferral_id) = (d.community_id, d.id) and c.cancelled_by is null) as amount_fen,
           d.asked_at, d.reply_by, d.until_date
      from deferral d
      join household h on (h.community_id, h.id) = (d.community_id, d.household_id)
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
     where (d.community_id, d.state) = (${community}, 'applied')
     order by d.reply_by, d.id limit ${waitingMax}`
  return waiting.map(({ askedAt, untilDate, ...request }) => ({
    ...request,
    matter: 'deferral',
    what: `延期到${formatDate(untilDate)}`,
    askedAt: askedAt.toISOString(),
  }))
}
