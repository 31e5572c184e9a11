import { startOfDay } from '@anjiao/shared/calendar'
import type { BankLineId, MoneyPlaceId, SuspenseItemId } from '@anjiao/shared/ids'
import { type Fen, plainYuan } from '@anjiao/shared/money'
import { booksOf } from '../counter/index.ts'
import { holdInSuspense } from '../payments/index.ts'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { freeMovements } from './match-open-lines.ts'
import { mayBeBooked, type OpenLine } from './plan-matches.ts'
import { lockStatementPlace, type StatementPlace } from './statement-place.ts'

const noonMs = 12 * 60 * 60_000

/**
 * 手工对上. Somebody in finance says which posting of ours a line is. Refused as `not-found`, `bank-line-done`,
 * `bank-movement-taken` and `bank-amounts-differ`.
 */
export async function matchLine(ctx: Ctx, id: BankLineId, movement: string): Promise<void> {
  const { line, place } = await lockOpenLine(ctx, id)
  const { tx, community } = ctx
  const ours = await tx.maybe<{ amountFen: Fen }>`
    select m.amount_fen from place_movement m
     where (m.community_id, m.place, m.movement) = (${community}, ${String(place.id)}, ${movement})
       and not exists (select from bank_line l
                        where (l.community_id, l.place_id, l.movement) = (${community}, ${place.id}, ${movement}) and l.id <> ${id})`
  if (!ours) throw new Refusal('bank-movement-taken')
  if (ours.amountFen !== line.amountFen)
    throw new Refusal('bank-amounts-differ', {
      bank: plainYuan(line.amountFen),
      ours: plainYuan(ours.amountFen),
    })
  await end(ctx, id, { state: 'matched', movement })
  await logAction(ctx, 'bank-line-matched', subjectOf(id), { movement })
}

/**
 * 转待查款. Money that came in and that nothing of ours explains is booked, once, and is finance's task to say whose it is. Refused as
 * `not-found`, `bank-line-done`, `bank-line-went-out`, and as `bank-line-fits` while something is booked that it may be.
 */
export async function holdLine(ctx: Ctx, id: BankLineId): Promise<void> {
  const { line, place } = await lockOpenLine(ctx, id)
  if (line.amountFen < 0) throw new Refusal('bank-line-went-out')
  await lockBookings(ctx, place)
  if (mayBeBooked(line, await freeMovements(ctx, place.id))) throw new Refusal('bank-line-fits')
  const noon = new Date(startOfDay(line.day).getTime() + noonMs)
  const into = booksOf(place)
  await holdInSuspense(ctx, {
    reason: place.kind === 'bank' ? 'bank_unexplained' : 'card_unexplained',
    into: { account: place.kind, place: into.place },
    externalId: line.serial,
    amountFen: line.amountFen,
    paidAt: noon < ctx.now ? noon : ctx.now,
    payerName: line.otherName,
    remark: line.remark,
  })
  const { itemId } = await ctx.tx.one<{ itemId: SuspenseItemId }>`
    select id as item_id from suspense_item
     where (community_id, external_id, account, place) = (${ctx.community}, ${line.serial}, ${place.kind}::text::account, ${into.place})`
  await end(ctx, id, { state: 'held', itemId })
  await logAction(ctx, 'bank-line-held', subjectOf(id), { amountFen: line.amountFen })
}

/** Somebody in finance says why a line needs no posting of ours. It moves no money. Refused as `not-found` and `bank-line-done`. */
export async function explainLine(ctx: Ctx, id: BankLineId, reason: string): Promise<void> {
  await lockOpenLine(ctx, id)
  await end(ctx, id, { state: 'explained', reason: reason.trim() })
  await logAction(ctx, 'bank-line-explained', subjectOf(id))
}

/** Waits for what is just being booked at the place, and lets nothing more be booked there until this is done. */
export async function lockBookings({ tx, community }: Ctx, { id }: StatementPlace): Promise<void> {
  await tx.run`select from money_place where (community_id, id) = (${community}, ${id}) for update`
}

export const subjectOf = (id: BankLineId) => `bank line ${id}`

/** Locks the place of a line, and with it all that is said of its lines. Refused as `not-found`. */
export async function lockLine(ctx: Ctx, id: BankLineId): Promise<StatementPlace> {
  const known = await ctx.tx.maybe<{ placeId: MoneyPlaceId }>`
    select place_id from bank_line where (community_id, id) = (${ctx.community}, ${id})`
  if (!known) throw new Refusal('not-found')
  return lockStatementPlace(ctx, known.placeId)
}

/** The same, of a line that stands alone; refused as `bank-line-done` otherwise. */
export async function lockOpenLine(
  ctx: Ctx,
  id: BankLineId,
): Promise<{ readonly line: OpenLine; readonly place: StatementPlace }> {
  const { tx, community } = ctx
  const place = await lockLine(ctx, id)
  const line = await tx.maybe<OpenLine>`
    select l.id, l.serial, l.day, l.amount_fen, l.other_name, l.remark
      from bank_doubt d join bank_line l on (l.community_id, l.id) = (d.community_id, d.line_id)
     where (d.community_id, d.line_id) = (${community}, ${id})`
  if (!line) throw new Refusal('bank-line-done')
  return { line, place }
}

type Ended =
  | { readonly state: 'matched'; readonly movement: string }
  | { readonly state: 'held'; readonly itemId: SuspenseItemId }
  | { readonly state: 'explained'; readonly reason: string }

export async function end(ctx: Ctx, id: BankLineId, ended: Ended): Promise<void> {
  await ctx.tx.run`
    update bank_line
       set state = ${ended.state}, movement = ${ended.state === 'matched' ? ended.movement : null},
           item_id = ${ended.state === 'held' ? ended.itemId : null}, reason = ${ended.state === 'explained' ? ended.reason : ''},
           resolved_at = ${ctx.now}, resolved_by = ${actorName(ctx.actor)}
     where (community_id, id) = (${ctx.community}, ${id})`
}
