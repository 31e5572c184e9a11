import type { EntryId } from '@anjiao/shared/ids'
import { actorName, type Ctx } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import type { EntryKind } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'

/**
 * Takes an entry back (红冲) by one that mirrors it, dated today. What it settled is open again, what it added to an
 * advance is gone. Refused as `already-reversed` the second time, and as `cannot-reverse` when what it did has been
 * used since (an advance already spent, a charge settled otherwise or cancelled, a refund), or it is no entry of money received or let
 * go. What was let go of a charge that has been cancelled since went with it, and is left out.
 */
export async function reverse(ctx: Ctx, entryId: EntryId, memo: string): Promise<EntryId> {
  const entry = await ctx.tx.maybe<{ kind: EntryKind; reversed: boolean }>`
    select kind,
           exists (select from entry r where (r.community_id, r.reverses_id) = (e.community_id, e.id)
                                         and r.kind = 'reversal') as reversed
      from entry e where (community_id, id) = (${ctx.community}, ${entryId})`
  if (!entry) throw new Refusal('not-found')
  if (entry.reversed) throw new Refusal('already-reversed')
  if (!reversible.has(entry.kind)) throw new Refusal('cannot-reverse')

  await lockWhatItMoved(ctx, entryId)
  return mirror(ctx, entryId, memo).catch((error: unknown) => {
    const broken = brokenConstraint(error) ?? ''
    if (broken === 'entry_posts_a_source_once') throw new Refusal('already-reversed')
    throw usedSince.has(broken) ? new Refusal('cannot-reverse') : error
  })
}

/** Money that came and went, and what was let go. What was charged is cancelled instead, charge by charge. */
const reversible: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'payment',
  'advance_applied',
  'suspense',
  'relief',
  'transfer',
  'fee',
])

const usedSince: ReadonlySet<string> = new Set([
  'household_advance_fen_check',
  'charge_settled_within_amount',
  'charge_cancelled_stays_settled',
  'refunded_is_not_reversed',
])

async function mirror(ctx: Ctx, entryId: EntryId, memo: string): Promise<EntryId> {
  const { id, lines } = await ctx.tx.one<{ id: EntryId; lines: number }>`
    with written as (
      insert into entry (community_id, kind, business_date, source, posted_by, reverses_id, memo)
      values (${ctx.community}, 'reversal', ${ctx.today}, ${`reversal:${entryId}`}, ${actorName(ctx.actor)}, ${entryId}, ${memo})
      returning id
    ), posted as (
      insert into posting (community_id, entry_id, account, amount_fen, charge_id, household_id, fee_item_id, place)
      select p.community_id, written.id, p.account, -p.amount_fen, p.charge_id, p.household_id, p.fee_item_id, p.place
        from written, posting p
       where (p.community_id, p.entry_id) = (${ctx.community}, ${entryId})
         and not exists (
           select from entry e join charge c on (c.community_id, c.id) = (e.community_id, p.charge_id)
            where (e.community_id, e.id) = (p.community_id, p.entry_id) and e.kind = 'relief' and c.cancelled_by is not null)
      returning id
    )
    select id, (select count(*) from posted) as lines from written`
  if (lines === 0) throw new Refusal('cannot-reverse')
  return id
}

/** Household, then charges by id: the order everyone locks in. */
async function lockWhatItMoved(ctx: Ctx, entryId: EntryId): Promise<void> {
  await ctx.tx.run`
    select from household
     where (community_id, id) in (
       select community_id, household_id from posting
        where (community_id, entry_id) = (${ctx.community}, ${entryId}) and household_id is not null
       union
       select c.community_id, c.household_id from posting p join charge c on (c.community_id, c.id) = (p.community_id, p.charge_id)
        where (p.community_id, p.entry_id) = (${ctx.community}, ${entryId}))
     order by id for update`
  await ctx.tx.run`
    select from charge
     where (community_id, id) in (
       select community_id, charge_id from posting where (community_id, entry_id) = (${ctx.community}, ${entryId}))
     order by id for update`
}
