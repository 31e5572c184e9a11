import { addDays, startOfDay } from '@anjiao/shared/calendar'
import type { BillRunId } from '@anjiao/shared/ids'
import { ruleCatchUpDays } from '@anjiao/shared/notice-limits'
import type { Ctx } from '../../platform/context.ts'
import type { RuleInForce } from './rule-settings.ts'

/** Queues what is told of bill runs that were finished lately: one notice a home, of all that the run charged it. */
export async function tellOfBills(ctx: Ctx, rule: RuleInForce): Promise<number> {
  const { tx, community, now, today } = ctx
  const since = [rule.since, startOfDay(addDays(today, -ruleCatchUpDays))].reduce((later, at) =>
    at && later && at > later ? at : later,
  )
  const runs = await tx.rows<{ id: BillRunId }>`
    select r.id from bill_run r
     where r.community_id = ${community} and r.state = 'finished' and r.finished_at >= ${since ?? now}
       and not exists (select from notice n
                        where (n.community_id, n.rule, n.key) = (r.community_id, 'bill_published', 'bill_published:' || r.id))
     order by r.id`
  let made = 0
  for (const { id } of runs) made += await tellOfRun(ctx, rule, id)
  return made
}

async function tellOfRun(
  { tx, community, now, today }: Ctx,
  { channels, hour }: RuleInForce,
  runId: BillRunId,
): Promise<number> {
  const notBefore = new Date(startOfDay(today).getTime() + hour * 3_600_000)
  const notAfter = startOfDay(addDays(today, ruleCatchUpDays + 1))
  return tx.run`
    with noticed as (
      insert into notice (community_id, household_id, kind, key, rule, charge_ids, subject, channels, made_at, not_after)
      select ${community}, c.household_id, 'bill', 'bill_published:' || r.id, 'bill_published', array_agg(c.id order by c.id),
             '{"about": "charges", "beforeDue": true}', ${channels}::channel[], ${now}, ${notAfter}
        from bill_run r
        join charge c on c.community_id = r.community_id and c.origin = 'bill' and c.due_date = r.due_date
                     and c.from_date >= r.from_date and c.to_date <= r.to_date
                     and c.settled_fen < c.amount_fen and c.cancelled_by is null
       where (r.community_id, r.id) = (${community}, ${runId})
       group by c.household_id, r.id
      on conflict (community_id, household_id, key) do nothing
      returning id, household_id
    )
    insert into delivery (community_id, notice_id, household_id, channel, send_after)
    select ${community}, id, household_id, ${channels[0]}::channel, ${notBefore} from noticed`
}
