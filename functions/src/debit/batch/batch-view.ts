import type { DebitBatch, DebitBatchHead, DebitLine, Debits } from '@anjiao/shared/contract/debit-batches'
import type { DebitBatchId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { leftStaff } from '@anjiao/shared/vocabulary'
import { placesOf } from '../../counter/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { whenTold } from '../../reminders/index.ts'
import { layoutsInUse } from '../layout/layouts.ts'
import { noticeKey } from './notice-key.ts'

/** Batches shown at once, the newest: some years of them. */
const batchesMost = 100

/** All that is to be known of bank debits before a new batch. */
export async function debits(ctx: Ctx): Promise<Debits> {
  const { mandates } = await ctx.tx.one<{ mandates: number }>`
    select count(*) as mandates from debit_mandate where community_id = ${ctx.community} and withdrawn_at is null`
  const places = (await placesOf(ctx)).filter(({ kind, inUse }) => kind === 'bank' && inUse)
  return {
    batches: (await heads(ctx, null)).map(headOf),
    mandates,
    places: places.map(({ id, name, lastDigits }) => ({ id, name, lastDigits })),
    layouts: await layoutsInUse(ctx),
  }
}

interface StoredHead extends Omit<DebitBatchHead, 'tellBy' | 'madeAt' | 'sentAt'> {
  readonly tellBy: Date
  readonly madeAt: Date
  readonly sentAt: Date | null
  readonly madeById: PersonId
  readonly fileLayout: string
  readonly resultLayout: string
  readonly reason: string
}

function heads({ tx, community }: Ctx, id: DebitBatchId | null): Promise<StoredHead[]> {
  return tx.rows<StoredHead>`
    select b.id, b.number, b.state, b.debit_on, b.from_hour, b.to_hour, b.tell_by, p.name as place_name, b.made_at, b.sent_at,
           b.made_by as made_by_id, coalesce(made.name, ${leftStaff}) as made_by, b.reason,
           case when b.released_by is not null then coalesce(released.name, ${leftStaff}) end as released_by,
           f.name as file_layout, r.name as result_layout, lines.*
      from debit_batch b
      join money_place p on (p.community_id, p.id) = (b.community_id, b.place_id)
      join debit_layout f on (f.community_id, f.id) = (b.community_id, b.file_layout_id)
      join debit_layout r on (r.community_id, r.id) = (b.community_id, b.result_layout_id)
      left join staff made on (made.community_id, made.person_id) = (b.community_id, b.made_by)
      left join staff released on (released.community_id, released.person_id) = (b.community_id, b.released_by)
     cross join lateral (
       select count(*) filter (where state <> 'left_out') as count,
              coalesce(sum(amount_fen) filter (where state <> 'left_out'), 0)::bigint as sum_fen,
              count(*) filter (where state = 'left_out') as left_out,
              count(*) filter (where state = 'succeeded') as succeeded,
              coalesce(sum(amount_fen) filter (where state = 'succeeded'), 0)::bigint as succeeded_fen,
              count(*) filter (where state = 'failed') as failed,
              count(*) filter (where state in ('sent', 'unanswered')) as unanswered
         from debit_line l where (l.community_id, l.batch_id) = (b.community_id, b.id)) as lines
     where b.community_id = ${community} and (${id}::bigint is null or b.id = ${id})
     order by b.id desc limit ${batchesMost}`
}

const headOf = ({
  madeById: _,
  fileLayout: __,
  resultLayout: ___,
  reason: ____,
  ...head
}: StoredHead): DebitBatchHead => ({
  ...head,
  tellBy: head.tellBy.toISOString(),
  madeAt: head.madeAt.toISOString(),
  sentAt: head.sentAt?.toISOString() ?? null,
})

/** One batch with its lines, for the person who asks. Refused as `not-found`. */
export async function batchView(ctx: Ctx, id: DebitBatchId, asks: PersonId): Promise<DebitBatch> {
  const [stored] = await heads(ctx, id)
  if (!stored) throw new Refusal('not-found')
  const results = await ctx.tx.rows<Omit<DebitBatch['results'][number], 'takenAt'> & { takenAt: Date }>`
    select taken_at, lines, succeeded, succeeded_fen from debit_result
     where (community_id, batch_id) = (${ctx.community}, ${id}) order by id`
  const { fileLayout, resultLayout, reason, madeById } = stored
  return {
    ...headOf(stored),
    fileLayout,
    resultLayout,
    reason,
    isOwn: madeById === asks,
    lines: await linesOf(ctx, id),
    results: results.map(({ takenAt, ...result }) => ({ ...result, takenAt: takenAt.toISOString() })),
  }
}

async function linesOf(ctx: Ctx, id: DebitBatchId): Promise<DebitLine[]> {
  const lines = await ctx.tx.rows<Omit<DebitLine, 'toldAt'> & { householdId: HouseholdId }>`
    select l.no, l.household_id, home.room_name, home.owner_masked, m.bank_name, m.last_digits, l.amount_fen, l.state, l.why,
           l.code, l.reason, l.payment_id,
           coalesce((select -sum(g.amount_fen) from payment p
                       join posting g on (g.community_id, g.entry_id, g.account) = (p.community_id, p.entry_id, 'advance')
                      where (p.community_id, p.id) = (l.community_id, l.payment_id)), 0)::bigint as advance_fen
      from debit_line l
      join debit_mandate m on (m.community_id, m.id) = (l.community_id, l.mandate_id)
      join home_name home on (home.community_id, home.household_id) = (l.community_id, l.household_id)
     where (l.community_id, l.batch_id) = (${ctx.community}, ${id})
     order by l.no`
  const told = await whenTold(ctx, noticeKey(id))
  return lines.map((line) => ({ ...line, toldAt: told.get(line.householdId)?.toISOString() ?? null }))
}
