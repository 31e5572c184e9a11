import type { BillRun } from '@anjiao/shared/contract/bill-runs'
import type { BillRunId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import type { BillRunRow } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'

type Stored = Pick<
  BillRunRow,
  | 'id'
  | 'cycle'
  | 'fromDate'
  | 'toDate'
  | 'dueDate'
  | 'state'
  | 'roomsDone'
  | 'rooms'
  | 'charges'
  | 'amountFen'
  | 'startedAt'
>

/** How a bill run stands. Refused as `not-found`. */
export async function billRun({ tx, community }: Ctx, billRunId: BillRunId): Promise<BillRun> {
  const stored = await tx.maybe<Stored>`
    select id, cycle, from_date, to_date, due_date, state, rooms_done, rooms, charges, amount_fen, started_at
      from bill_run where (community_id, id) = (${community}, ${billRunId})`
  if (!stored) throw new Refusal('not-found')
  return shown(stored)
}

/** Five years of monthly runs; what is older is found in the books. */
const listedMax = 60

/** The bill runs of a community, newest first. */
export async function billRuns({ tx, community }: Ctx): Promise<BillRun[]> {
  const stored = await tx.rows<Stored>`
    select id, cycle, from_date, to_date, due_date, state, rooms_done, rooms, charges, amount_fen, started_at
      from bill_run where community_id = ${community} order by id desc limit ${listedMax}`
  return stored.map(shown)
}

/** The runs that somebody started and that are not finished, oldest first: for the schedule to go on with. */
export async function unfinishedBillRuns({ tx, community }: Ctx): Promise<BillRunId[]> {
  const stored = await tx.rows<{ id: BillRunId }>`
    select id from bill_run where community_id = ${community} and state = 'running' order by id limit ${listedMax}`
  return stored.map(({ id }) => id)
}

/** A room that was added meanwhile is done too, so that more may be done than there were. */
const shown = ({ startedAt, ...run }: Stored): BillRun => ({
  ...run,
  rooms: Math.max(run.rooms, run.roomsDone),
  startedAt: startedAt.toISOString(),
})
