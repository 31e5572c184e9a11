import type { BillRunId, EntryId, RoomId } from '@anjiao/shared/ids'
import { actorName, type Ctx } from '../platform/context.ts'
import type { BillRunRow, BillRunState } from '../platform/database-types.ts'
import { addJob } from '../platform/jobs.ts'
import { Refusal } from '../platform/refusal.ts'
import { refuseUncovered } from './contract-cover.ts'

/** Rooms billed in one transaction: long enough that a commit costs nothing, short enough that a payment never waits long behind it. */
export const sliceRooms = 5_000

/**
 * Bills the next rooms of a run, by room id, and moves the run past them: all in one transaction, so that it can be
 * stopped anywhere, gone on with, and worked on by several at once (they queue behind the run's row).
 * Refused as `not-found`, and as `contract-does-not-cover` when the contract has been ended since the run began.
 */
export async function billSlice(ctx: Ctx, billRunId: BillRunId, rooms = sliceRooms): Promise<BillRunState> {
  const { tx, community } = ctx
  const run = await tx.maybe<
    Pick<BillRunRow, 'id' | 'fromDate' | 'toDate' | 'dueDate' | 'state' | 'doneRoomId'>
  >`
    select id, from_date, to_date, due_date, state, done_room_id from bill_run
     where (community_id, id) = (${community}, ${billRunId}) for update`
  if (!run) throw new Refusal('not-found')
  if (run.state === 'finished') return 'finished'
  await refuseUncovered(ctx, { from: run.fromDate, to: run.toDate })

  const slice = await tx.one<{ throughRoom: RoomId | null; rooms: number }>`
    select max(id) as through_room, count(*) as rooms from (
      select id from room where community_id = ${community} and id > ${run.doneRoomId} order by id limit ${rooms}) as next`
  const entryId = slice.throughRoom === null ? null : await bill(ctx, run, slice.throughRoom, slice.rooms)
  if (entryId !== null)
    await addJob(ctx, 'bills-posted', {
      communityId: community,
      entryId,
      billedAt: ctx.now.toISOString(),
    })
  if (slice.rooms === rooms) return 'running'
  await tx.run`
    update bill_run set state = 'finished', finished_at = ${ctx.now} where (community_id, id) = (${community}, ${billRunId})`
  return 'finished'
}

/**
 * One statement: an entry for the slice, a charge for each billable line, its receivable, and one income line for each
 * fee item. Its plan, kept while the tables grow, must look each room up by index, however small they were when it was
 * made; planning anew each time would also replan every foreign key check (twice the time). Answers the entry; null when nothing
 * was to be charged.
 */
async function bill(
  { tx, community, today, actor }: Ctx,
  run: Pick<BillRunRow, 'id' | 'fromDate' | 'toDate' | 'dueDate' | 'doneRoomId'>,
  throughRoom: RoomId,
  rooms: number,
): Promise<EntryId | null> {
  await tx.run`select set_config('enable_seqscan', 'off', true)`
  const { entryId } = await tx.one<{ entryId: EntryId | null }>`
    with line as materialized (
      select * from bill_lines(${community}, ${run.fromDate}, ${run.toDate}, ${run.doneRoomId}, ${throughRoom})
       where unbilled is null
    ), written as (
      insert into entry (community_id, kind, business_date, source, posted_by)
      select ${community}::integer, 'bill', ${today}::date, format('bill:%s:%s', ${run.id}::bigint, min(room_id)), ${actorName(actor)}
        from line having count(*) > 0
      returning id
    ), charged as (
      insert into charge (community_id, household_id, room_id, fee_item_id, from_date, to_date, due_date, amount_fen,
                          origin, pricing, price_version_id, entry_id)
      select ${community}::integer, household_id, room_id, fee_item_id, from_date, to_date, ${run.dueDate}::date, amount_fen,
             'bill', pricing, price_version_id, written.id
        from line, written
      returning id, fee_item_id, amount_fen, entry_id
    ), posted as (
      insert into posting (community_id, entry_id, account, amount_fen, charge_id, fee_item_id)
      select ${community}::integer, entry_id, 'receivable'::account, amount_fen, id, null::bigint from charged
      union all
      select ${community}::integer, entry_id, 'income', -sum(amount_fen)::bigint, null, fee_item_id
        from charged group by entry_id, fee_item_id
    )
    update bill_run
       set done_room_id = ${throughRoom}, rooms_done = rooms_done + ${rooms},
           charges = bill_run.charges + billed.charges, amount_fen = bill_run.amount_fen + billed.amount_fen
      from (select count(*)::integer as charges, coalesce(sum(amount_fen), 0)::bigint as amount_fen from charged) as billed
     where (community_id, id) = (${community}, ${run.id})
    returning (select id from written) as entry_id`
  return entryId
}
