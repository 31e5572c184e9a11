import type { BankStatementId, MoneyPlaceId, PersonId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { matchOpenLines } from './match-open-lines.ts'
import { type ReadFile, readFileOf, type StatementDays } from './read-file-of.ts'
import { lockStatementPlace } from './statement-place.ts'

export interface TakenStatement {
  /** Lines that no earlier file had brought. */
  readonly added: number
  /** Lines that fit something of ours now, of this file or of earlier ones. */
  readonly matched: number
}

/**
 * Takes in what a bank says of a place on some days, and matches it with what we booked there. Nothing is written of a file that is
 * refused; the same file once more, or one that overlaps, adds no line twice. Moves no money. Refused as `not-found`, and as
 * `readFileOf` is.
 */
export async function takeStatement(
  ctx: Ctx,
  placeId: MoneyPlaceId,
  takenBy: PersonId,
  { days, bytes }: { readonly days: StatementDays; readonly bytes: Uint8Array },
): Promise<TakenStatement> {
  await lockStatementPlace(ctx, placeId)
  const file = await readFileOf(ctx, placeId, days, bytes)
  if (!file.known) await store(ctx, placeId, takenBy, days, file)
  const matched = await matchOpenLines(ctx, placeId)
  return { added: file.known ? 0 : file.fresh.length, matched }
}

async function store(
  ctx: Ctx,
  placeId: MoneyPlaceId,
  takenBy: PersonId,
  { from, to }: StatementDays,
  { layoutId, sha256, lines, fresh }: ReadFile,
): Promise<void> {
  const { id } = await ctx.tx.one<{ id: BankStatementId }>`
    insert into bank_statement (community_id, place_id, layout_id, sha256, from_day, to_day, lines, added, taken_at, taken_by)
    values (${ctx.community}, ${placeId}, ${layoutId}, ${sha256}, ${from}, ${to}, ${lines.length}, ${fresh.length}, ${ctx.now}, ${takenBy})
    returning id`
  await ctx.tx.run`
    insert into bank_line (community_id, statement_id, place_id, serial, day, amount_fen, other_name, remark)
    select ${ctx.community}, ${id}, ${placeId}, said.*
      from unnest(${fresh.map(({ serial }) => serial)}::text[], ${fresh.map(({ day }) => day)}::date[],
                  ${fresh.map(({ amountFen }) => amountFen)}::bigint[], ${fresh.map(({ otherName }) => otherName)}::text[],
                  ${fresh.map(({ remark }) => remark)}::text[]) as said`
  await logAction(ctx, 'bank-statement-taken', `bank statement ${id}`, {
    placeId,
    lines: lines.length,
    added: fresh.length,
  })
}
