import type { LetterBatch, LetterBatchDetail, PrintedLetter } from '@anjiao/shared/contract/letters'
import type { DeliveryId, LetterBatchId } from '@anjiao/shared/ids'
import type { LetterFate } from '@anjiao/shared/letter-life'
import { type ReminderRule, reminderRules } from '@anjiao/shared/reminder-rules'
import { leftStaff } from '@anjiao/shared/vocabulary'
import { isToldWhy } from '../../identity/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

const shownMost = 100

interface Found extends Omit<LetterBatch, 'from' | 'madeAt'> {
  readonly campaign: string | null
  readonly rule: ReminderRule | null
  readonly madeAt: Date
}

/** Letters that were printed at once, newest first. */
export async function letterBatches(
  { tx, community }: Ctx,
  only: LetterBatchId | null = null,
): Promise<LetterBatch[]> {
  const found = await tx.rows<Found>`
    select b.id, p.name as campaign, b.rule, b.building, b.made_at, coalesce(s.name, ${leftStaff}) as made_by,
           b.pdf_key is not null as has_pdf, counted.*
      from letter_batch b
      left join campaign p on (p.community_id, p.id) = (b.community_id, b.campaign_id)
      left join staff s on (s.community_id, s.person_id) = (b.community_id, b.made_by)
     cross join lateral (
       select count(l.no) as letters, count(*) filter (where l.no is null) as kept_back,
              count(l.no) filter (where d.state = 'sending') as to_note, count(l.no) filter (where d.state = 'sent') as posted,
              count(l.no) filter (where d.state = 'delivered') as delivered,
              count(l.no) filter (where d.state = 'failed') as failed
         from letter l join delivery d on (d.community_id, d.id) = (l.community_id, l.delivery_id)
        where (l.community_id, l.batch_id) = (b.community_id, b.id)) as counted
     where b.community_id = ${community} and (${only}::bigint is null or b.id = ${only})
     order by b.id desc limit ${shownMost}`
  return found.map(({ campaign, rule, madeAt, ...batch }) => ({
    ...batch,
    from: campaign ?? (rule ? reminderRules[rule].label : ''),
    madeAt: madeAt.toISOString(),
  }))
}

/** One of them. Refused as `not-found`. */
export async function letterBatch(ctx: Ctx, id: LetterBatchId): Promise<LetterBatch> {
  const [batch] = await letterBatches(ctx, id)
  if (!batch) throw new Refusal('not-found')
  return batch
}

/** The same with each letter and what became of it, and who was kept back why. Refused as `not-found`. */
export async function letterBatchDetail(ctx: Ctx, id: LetterBatchId): Promise<LetterBatchDetail> {
  const batch = await letterBatch(ctx, id)
  return { batch, letters: await printedLetters(ctx, id), keptBack: await keptBackOf(ctx, id) }
}

/**
 * Printed letters of a batch, in the order of the stack; or one of them. To whom they went is masked; what is about what an owner
 * asked for, only those see who answer.
 */
export async function printedLetters(
  { tx, community, actor }: Ctx,
  batchId: LetterBatchId,
  only: DeliveryId | null = null,
): Promise<PrintedLetter[]> {
  const found = await tx.rows<Omit<PrintedLetter, 'fate'>>`
    select d.id as delivery_id, l.no, d.household_id, home.room_name, home.owner_masked, (d.sent ->> 'totalFen')::bigint as total_fen,
           is_settled_since(${community}, d.sent) as settled_since, noted.notes
      from letter l
      join delivery d on (d.community_id, d.id) = (l.community_id, l.delivery_id)
      join notice n on (n.community_id, n.id) = (d.community_id, d.notice_id)
      join home_name home on (home.community_id, home.household_id) = (d.community_id, d.household_id)
     cross join lateral (
       select coalesce(json_agg(json_build_object(
                'fate', e.proof, 'on', (e.at at time zone 'Asia/Shanghai')::date, 'note', e.note, 'corrected', e.corrected,
                'by', coalesce(s.name, ${leftStaff})) order by e.id), '[]') as notes
         from proofs_noted(${community}) e
         left join staff s on s.community_id = d.community_id and e.told_by = 'staff:' || s.person_id
        where e.delivery_id = d.id and e.proof <> 'opened') as noted
     where (l.community_id, l.batch_id) = (${community}, ${batchId}) and l.no is not null
       and (${only}::bigint is null or d.id = ${only}) and (${isToldWhy(actor)} or not n.owner_only)
     order by l.no`
  return found.map((letter) => ({ ...letter, fate: lastFate(letter) }))
}

const lastFate = ({ notes }: Pick<PrintedLetter, 'notes'>): LetterFate | null =>
  notes.findLast(({ corrected }) => !corrected)?.fate ?? null

function keptBackOf(
  { tx, community, actor }: Ctx,
  id: LetterBatchId,
): Promise<LetterBatchDetail['keptBack']> {
  return tx.rows`
    select d.household_id, home.room_name, home.owner_masked, l.why
      from letter l
      join delivery d on (d.community_id, d.id) = (l.community_id, l.delivery_id)
      join notice n on (n.community_id, n.id) = (d.community_id, d.notice_id)
      join home_name home on (home.community_id, home.household_id) = (d.community_id, d.household_id)
     where (l.community_id, l.batch_id) = (${community}, ${id}) and l.no is null and (${isToldWhy(actor)} or not n.owner_only)
     order by home.room_name, d.id`
}
