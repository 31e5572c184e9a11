import { formatDate, formatPeriod } from '@anjiao/shared/calendar'
import type { BillRunId } from '@anjiao/shared/ids'
import { actorName, type Ctx } from '../platform/context.ts'
import type { BillRunRow } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import { refuseUncovered } from './contract-cover.ts'
import { type RunRequest, runPeriod } from './run-period.ts'

/**
 * 出账. Opens the bill run of a period, or answers the one that is under way; `continueBillRun` does the work. A period
 * that was billed before may be run again: what has a charge is passed over, what was left out gets its own.
 * Refused as `bad-input`, as `contract-does-not-cover`, and as `bill-run-differs` when the run under way has another due date.
 */
export async function startBillRun(ctx: Ctx, request: RunRequest): Promise<BillRunId> {
  const { from, to } = runPeriod(request, ctx.today)
  await refuseUncovered(ctx, { from, to })
  const run = await ctx.tx.one<Pick<BillRunRow, 'id' | 'dueDate'>>`
    insert into bill_run (community_id, cycle, from_date, to_date, due_date, rooms, started_at, started_by)
    select ${ctx.community}::integer, ${request.cycle}::billing_cycle, ${from}::date, ${to}::date, ${request.dueDate}::date, count(*),
           ${ctx.now}::timestamptz, ${actorName(ctx.actor)}
      from room where community_id = ${ctx.community}
    -- Changes nothing; answers the run that is under way, once nobody else is working on it.
    on conflict (community_id, from_date, to_date) where state = 'running' do update set state = bill_run.state
    returning id, due_date`
  if (run.dueDate === request.dueDate) return run.id
  throw new Refusal('bill-run-differs', {
    period: formatPeriod({ from, to }),
    dueDate: formatDate(run.dueDate),
  })
}
