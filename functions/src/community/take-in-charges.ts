import type { RollDifference } from '@anjiao/shared/contract/community'
import type { ChargeId, EntryId, HouseholdId } from '@anjiao/shared/ids'
import { cancelWithLateFees } from '../ledger/index.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

export interface TakenInCharges {
  readonly newCharges: number
  readonly differences: RollDifference[]
}

/**
 * Brings staged arrears in as opening charges (期初欠费), owed by the household that owned the room at the end of the period.
 * An amount that differs from the stored charge is told: nothing paid on it yet, the charge is cancelled, its late fees with it, and
 * written anew;
 * otherwise the row is refused, as is one whose period overlaps another charge, or in whose period the home was sold.
 */
export async function takeInCharges(ctx: Ctx, source: string): Promise<TakenInCharges> {
  await findHomes(ctx)
  await lockChanged(ctx)
  await findStored(ctx)
  await markConflicts(ctx)
  const differences = await findDifferences(ctx)
  await cancelChanged(ctx, source)
  return { newCharges: await addCharges(ctx, source), differences }
}

async function findHomes({ tx, community }: Ctx): Promise<void> {
  await tx.run`
    update roll_arrears a set room_id = r.id,
           household_id = (select id from household h
                            where (h.community_id, h.room_id) = (${community}, r.id)
                              and a.to_date between h.from_date and coalesce(h.to_date, 'infinity'))
      from room r
     where (r.community_id, r.key) = (${community}, a.key)`
}

/**
 * Locks the charges whose amount the file changes: a payment that is under way is waited for, and then seen. Households
 * first, by id, then charges by id: the order everyone locks in.
 */
async function lockChanged({ tx, community }: Ctx): Promise<void> {
  const changed = await tx.rows<{ id: ChargeId; householdId: HouseholdId }>`
    select c.id, c.household_id from roll_arrears a
      join charge c on (c.community_id, c.room_id, c.fee_item_id, c.from_date, c.to_date)
                       = (${community}, a.room_id, a.fee_item_id, a.from_date, a.to_date)
     where c.cancelled_by is null and c.principal_id is null and c.amount_fen <> a.owed_fen`
  if (changed.length === 0) return
  await tx.run`
    select from household
     where community_id = ${community} and id = any(${changed.map(({ householdId }) => householdId)}::bigint[])
     order by id for update`
  await tx.run`
    select from charge where community_id = ${community} and id = any(${changed.map(({ id }) => id)}::bigint[])
     order by id for update`
}

async function findStored({ tx, community }: Ctx): Promise<void> {
  await tx.run`
    update roll_arrears a set charge_id = c.id
      from charge c
     where (c.community_id, c.room_id, c.fee_item_id, c.from_date, c.to_date)
           = (${community}, a.room_id, a.fee_item_id, a.from_date, a.to_date)
       and c.cancelled_by is null and c.principal_id is null`
}

async function markConflicts({ tx, community }: Ctx): Promise<void> {
  await tx.run`
    update roll_arrears a set fault = 'charge was paid on since', fault_value = a.owed_fen::text
      from charge c
     where (c.community_id, c.id) = (${community}, a.charge_id) and c.amount_fen <> a.owed_fen
       and (c.settled_fen > 0 or c.origin <> 'opening')`
  await tx.run`
    update roll_arrears a set fault = 'period overlaps a charge', fault_value = a.from_date || ' – ' || a.to_date
      from charge c
     where (c.community_id, c.room_id, c.fee_item_id) = (${community}, a.room_id, a.fee_item_id) and a.charge_id is null
       and daterange(c.from_date, c.to_date, '[]') && daterange(a.from_date, a.to_date, '[]')
       and c.cancelled_by is null and c.principal_id is null`
  await tx.run`
    update roll_arrears a set fault = 'owner changed within the period', fault_value = a.from_date || ' – ' || a.to_date
      from household h
     where (h.community_id, h.room_id) = (${community}, a.room_id) and h.from_date > a.from_date and h.from_date <= a.to_date
       and a.fault is null and not exists (
         select from charge c where (c.community_id, c.id, c.amount_fen) = (${community}, a.charge_id, a.owed_fen))`
  await tx.run`
    update roll_arrears a set fault = 'period overlaps the same fee by another name', fault_value = a.from_date || ' – ' || a.to_date
      from roll_arrears before
     where (before.room_id, before.fee_item_id) = (a.room_id, a.fee_item_id) and before.fee_item <> a.fee_item
       and before.ordinal < a.ordinal and before.fault is null and a.fault is null
       and daterange(before.from_date, before.to_date, '[]') && daterange(a.from_date, a.to_date, '[]')`
}

function findDifferences({ tx, community }: Ctx): Promise<RollDifference[]> {
  return tx.rows<RollDifference>`
    select room_name(b.name, r.unit, r.room_no) as room,
           '欠费金额（元）：' || a.fee_item || ' ' || a.from_date || ' – ' || a.to_date as what,
           (c.amount_fen / 100.0)::numeric(20, 2)::text as before, (a.owed_fen / 100.0)::numeric(20, 2)::text as after
      from roll_arrears a
      join charge c on (c.community_id, c.id) = (${community}, a.charge_id)
      join room r on (r.community_id, r.id) = (${community}, a.room_id)
      join building b on (b.community_id, b.id) = (${community}, r.building_id)
     where a.fault is null and c.amount_fen <> a.owed_fen
     order by a.ordinal`
}

/** A file changes few amounts; one that changes thousands is another file, and its rows are better looked at. */
const changedMax = 2_000

async function cancelChanged(ctx: Ctx, source: string): Promise<void> {
  const { tx, community } = ctx
  const changed = await tx.rows<{ id: ChargeId }>`
    select c.id from roll_arrears a join charge c on (c.community_id, c.id) = (${community}, a.charge_id)
     where a.fault is null and c.amount_fen <> a.owed_fen order by c.household_id, c.id`
  if (changed.length > changedMax) throw new Refusal('roll-changes-too-much', { count: changed.length })
  for (const { id } of changed) {
    await cancelWithLateFees(ctx, id, { memo: `更正：${source}` })
    await tx.run`update roll_arrears set charge_id = null where charge_id = ${id}`
  }
}

/**
 * One entry for the whole file: a receivable for each charge, one income line for each fee item. Between the two the
 * statistics of the charges are renewed: a preview that was rolled back can have left them saying there are none, and
 * what the books check of each posting is then planned as if there were.
 */
async function addCharges(ctx: Ctx, source: string): Promise<number> {
  const { tx, community, today } = ctx
  const fresh =
    await tx.maybe`select from roll_arrears where charge_id is null and fault is null and owed_fen > 0 limit 1`
  if (!fresh) return 0
  const { entryId } = await tx.one<{ entryId: EntryId }>`
    insert into entry (community_id, kind, business_date, source, posted_by)
    values (${community}, 'opening', ${today}, ${source}, ${actorName(ctx.actor)})
    returning id as entry_id`
  const added = await tx.run`
    insert into charge (community_id, household_id, room_id, fee_item_id, from_date, to_date, due_date, amount_fen, origin,
                        pricing, entry_id)
    select ${community}::integer, household_id, room_id, fee_item_id, from_date, to_date, to_date, owed_fen, 'opening',
           jsonb_build_object('method', 'roll', 'chargedFen', charged_fen, 'paidBeforeFen', paid_fen, 'remark', remark),
           ${entryId}::bigint
      from roll_arrears where charge_id is null and fault is null and owed_fen > 0 order by ordinal`
  await tx.execute('analyze charge')
  await tx.run`
    with charged as (
      select id, fee_item_id, amount_fen from charge where (community_id, entry_id) = (${community}, ${entryId})
    )
    insert into posting (community_id, entry_id, account, amount_fen, charge_id, fee_item_id)
    select ${community}::integer, ${entryId}::bigint, 'receivable'::account, amount_fen, id, null from charged
    union all
    select ${community}, ${entryId}, 'income', -sum(amount_fen), null, fee_item_id from charged group by fee_item_id`
  return added
}
