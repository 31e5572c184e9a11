import { addDays, type BusinessDate, startOfDay } from '@anjiao/shared/calendar'
import { booksClosedThrough, closeBooks } from '../ledger/index.ts'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/** What a day still lacks. Nothing: it can be closed. */
export interface DayLacks {
  /** Merchants whose bill is not here, or not compared. */
  readonly unmatched: number
  readonly differences: number
  /** Lines of the bill that belong to no community, and that nobody has explained. */
  readonly strays: number
  /** Refunds that were made without us and that nobody has explained. */
  readonly foundRefunds: number
  /** Merchants whose account moved otherwise than their trades say, or whose fund flow is not here. */
  readonly fundFlows: number
  /** Times at a till that began on the day or before and have not been counted and confirmed. */
  readonly tills: number
  /** What the statements of accounts and terminals and the books do not agree on, up to the day. */
  readonly bankDoubts: number
  /** Days of which a statement is missing, of accounts and terminals whose statements are taken in. */
  readonly bankDays: number
}

/**
 * 日结. Closes the books of a day, in order, day by day: nothing is posted for it afterwards. Refused as `day-not-over`,
 * `day-closed`, `day-before-open` while an earlier one is open, and as `day-unexplained` while a bill or a statement is missing
 * or anything that it said is unexplained.
 */
export async function closeBusinessDay(ctx: Ctx, day: BusinessDate): Promise<void> {
  const through = await booksClosedThrough(ctx)
  const next = through && addDays(through, 1)
  if (next !== undefined && day > next) throw new Refusal('day-before-open', { date: next })
  await closeBooks(ctx, day)
  // The books are ours alone from here on: what is asked now cannot change before the commit.
  const lacks = await whatDayLacks(ctx, day)
  if (Object.values(lacks).some((open) => open > 0))
    throw new Refusal('day-unexplained', { ...lacks, date: day })
  await ctx.tx.run`
    insert into closed_day (community_id, day, closed_at, closed_by)
    values (${ctx.community}, ${day}, ${ctx.now}, ${actorName(ctx.actor)})`
  await logAction(ctx, 'day-closed', `business day ${day}`)
}

/** What keeps a day from being closed. */
export function whatDayLacks({ tx, community }: Ctx, day: BusinessDate): Promise<DayLacks> {
  return tx.one<DayLacks>`
    select (select count(*) from (
              select distinct a.mchid from payment_attempt a
               where a.community_id = ${community} and a.paid_at >= ${startOfDay(day)} and a.paid_at < ${startOfDay(addDays(day, 1))}
              union
              select r.mchid from refund r
               where r.community_id = ${community} and r.mchid is not null
                 and r.taken_at >= ${startOfDay(day)} and r.taken_at < ${startOfDay(addDays(day, 1))}
              union
              select mchid from community where id = ${community} and mchid is not null) used
             where not exists (
               select from matched_day d where (d.community_id, d.mchid, d.day) = (${community}, used.mchid, ${day}))) as unmatched,
           (select count(*) from bill_difference
             where community_id = ${community} and state = 'open' and day <= ${day}) as differences,
           (select count(*) from community c join merchant m on m.company_id = c.company_id join bill b on b.mchid = m.mchid
              join bill_stray s on s.bill_id = b.id
             where c.id = ${community} and b.state = 'taken' and b.day <= ${day} and s.resolved_at is null) as strays,
           (select count(*) from refund
             where community_id = ${community} and state = 'found' and paid_at < ${startOfDay(addDays(day, 1))}) as found_refunds,
           (select count(*) from community c join merchant m on m.company_id = c.company_id join bill b on b.mchid = m.mchid
              left join fund_flow f on (f.mchid, f.day) = (b.mchid, b.day)
             where c.id = ${community} and b.kind = 'trade' and b.day <= ${day} and b.paid_fen is not null
               and (f.mchid is null or exists (select from fund_flow_doubt d where (d.mchid, d.day) = (b.mchid, b.day)))) as fund_flows,
           (select count(*) from till_session
             where community_id = ${community} and opened_at < ${startOfDay(addDays(day, 1))} and closed_at is null) as tills,
           (select count(*) from bank_doubt where community_id = ${community} and day <= ${day}) as bank_doubts,
           (select count(*) from uncovered_bank_day where community_id = ${community} and day <= ${day}) as bank_days`
}
