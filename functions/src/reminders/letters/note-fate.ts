import {
  type BusinessDate,
  businessDate,
  businessDateAt,
  formatDate,
  startOfDay,
} from '@anjiao/shared/calendar'
import type { NotedFate } from '@anjiao/shared/contract/letters'
import type { DeliveryId, LetterBatchId } from '@anjiao/shared/ids'
import { afterLetterFate, type LetterFate, letterFates, letterTakers } from '@anjiao/shared/letter-life'
import type { DeliveryState } from '@anjiao/shared/notice-life'
import { logAction } from '../../platform/audit-log.ts'
import { actorName, type Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { tryNextChannel } from '../delivery/next-channel.ts'
import { correctFate } from './correct-fate.ts'
import { lockLetters, type Printed } from './lock-letters.ts'

/**
 * Notes what became of one letter of a batch, by whom and on which day (诉讼时效规定 8): given to the post it is on its way, given to
 * the owner or an adult of the family it has arrived, declined or come back it has not, and the next channel has its turn. The same
 * noted again changes nothing. What was noted wrongly is corrected by another note with the reason (`correctFate`). Refused as `not-found`, `letter-day-wrong`, `bad-input` where family took it without a name,
 * and `letter-moved-on` where something else was noted that excludes it.
 */
export async function noteFate(
  ctx: Ctx,
  batchId: LetterBatchId,
  deliveryId: DeliveryId,
  noted: NotedFate,
): Promise<void> {
  const [letter] = await lockLetters(ctx, batchId, deliveryId)
  if (!letter) throw new Refusal('not-found')
  const { fate, corrects: reason } = noted
  if (letter.fate === fate && reason === undefined) return
  const [at, note] = [await momentOf(ctx, batchId, noted.on), noteOf(noted)]
  if (reason !== undefined) {
    if (!(await correctFate(ctx, letter, { fate, at, note, reason }))) throw movedOn(letter)
    return
  }
  const state = afterLetterFate(letter.state, fate)
  if (state === undefined) throw movedOn(letter)
  await write(ctx, [letter.id], { fate, state, at, note })
  await logAction(ctx, 'letter-noted', `delivery:${deliveryId}`, { fate })
}

/**
 * Notes that all letters of a batch of which nothing was noted yet were taken to the post, but for those that were settled since:
 * they are kept back, and who posted one all the same says so of that one. Noted again it changes nothing. Refused as `not-found`, `letter-day-wrong`.
 */
export async function notePosted(
  ctx: Ctx,
  batchId: LetterBatchId,
  { on, note = '' }: { readonly on: BusinessDate; readonly note?: string },
): Promise<void> {
  const at = await momentOf(ctx, batchId, on)
  const toNote = (await lockLetters(ctx, batchId)).filter(({ state }) => state === 'sending')
  const open = toNote.filter(({ settled }) => !settled)
  if (open.length === 0) return
  await write(
    ctx,
    open.map(({ id }) => id),
    { fate: 'posted', state: letterFates.posted.to, at, note: note.trim() },
  )
  await logAction(ctx, 'letters-posted', `letter-batch:${batchId}`, {
    letters: open.length,
    settled: toNote.length - open.length,
  })
}

const movedOn = ({ fate }: Printed) =>
  new Refusal('letter-moved-on', { fate: fate === null ? '刚打印好' : letterFates[fate].label })

/** When something happened: today it is this moment, before that the noon of its day. Never before the letter was printed. */
async function momentOf(
  { tx, community, now, today }: Ctx,
  batchId: LetterBatchId,
  on: BusinessDate,
): Promise<Date> {
  const batch = await tx.maybe<{ madeAt: Date }>`
    select made_at from letter_batch where (community_id, id) = (${community}, ${batchId})`
  if (!batch) throw new Refusal('not-found')
  const [day, printed] = [dayOf(on), businessDateAt(batch.madeAt)]
  if (day < printed || day > today) throw new Refusal('letter-day-wrong', { from: formatDate(printed) })
  return day === today ? now : new Date(startOfDay(day).getTime() + 12 * 3_600_000)
}

function dayOf(text: BusinessDate): BusinessDate {
  try {
    return businessDate(text)
  } catch {
    throw new Refusal('bad-input', { detail: '没有这一天' })
  }
}

function noteOf({ fate, trackingNo, takenBy, note = '' }: NotedFate): string {
  const said = [
    fate === 'posted' && trackingNo !== undefined ? `邮件号 ${trackingNo.trim()}` : '',
    fate === 'handed' ? takerOf(takenBy) : '',
    note.trim(),
  ]
  return said.filter(Boolean).join('；')
}

/** Whoever takes it at the door is the owner, or an adult of the family living there, by name. */
function takerOf(takenBy: NotedFate['takenBy']): string {
  if (!takenBy) throw new Refusal('bad-input', { detail: '请选交给了谁' })
  const name = takenBy.name?.trim() ?? ''
  if (takenBy.who === 'family' && name === '')
    throw new Refusal('bad-input', { detail: '请写下收信家属的姓名' })
  return ['交给', letterTakers[takenBy.who], name && ` ${name}`].join('')
}

interface Noted {
  readonly fate: LetterFate
  readonly state: DeliveryState
  readonly at: Date
  readonly note: string
}

async function write(ctx: Ctx, ids: readonly DeliveryId[], { fate, state, at, note }: Noted): Promise<void> {
  const { tx, community, now, actor } = ctx
  await tx.run`
    insert into delivery_evidence (community_id, delivery_id, proof, at, note, told_by)
    select ${community}, id, ${fate}, ${at}, ${note}, ${actorName(actor)} from unnest(${ids}::bigint[]) as id
     order by id`
  await tx.run`
    update delivery
       set state = ${state}, outcome = ${letterFates[fate].outcome}, leased_until = null,
           sent_at = case when ${fate} = 'withdrawn' then sent_at else coalesce(sent_at, ${at}) end,
           ended_at = case when ${state} <> 'sent' then ${now}::timestamptz end
     where community_id = ${community} and id = any(${ids}::bigint[])`
  if (state === 'failed') await tryNextChannel(ctx, ids)
}
