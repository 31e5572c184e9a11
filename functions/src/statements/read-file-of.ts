import { createHash } from 'node:crypto'
import { bankColumns } from '@anjiao/shared/bank-statement'
import { type BusinessDate, businessDate, daysBetween } from '@anjiao/shared/calendar'
import type { BankFileLine } from '@anjiao/shared/contract/bank-statements'
import type { MoneyPlaceId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { layoutInUse, type StoredBankLayout } from './layouts.ts'
import { type ReadLine, readStatement } from './read-statement.ts'

/** Banks give a quarter at once at most. */
const daysMost = 93

/** The days that a file speaks of, also where nothing moved on them. */
export interface StatementDays {
  readonly from: BusinessDate
  readonly to: BusinessDate
}

export interface ReadFile {
  readonly layoutId: StoredBankLayout['id']
  readonly sha256: Buffer
  /** Taken in before, for the same days. */
  readonly known: boolean
  readonly lines: readonly ReadLine[]
  /** Those that no earlier file had brought. */
  readonly fresh: readonly ReadLine[]
}

/**
 * Reads a file of a place beside what earlier ones brought. Writes nothing. Refused as `bank-days-wrong`, `bank-layout-missing`,
 * `bank-line-contradicts` when a serial number stood with another day or amount before, and as `readStatement` is.
 */
export async function readFileOf(
  ctx: Ctx,
  placeId: MoneyPlaceId,
  days: StatementDays,
  bytes: Uint8Array,
): Promise<ReadFile> {
  refuseWrongDays(ctx, days)
  const stored = await layoutInUse(ctx, placeId)
  if (!stored) throw new Refusal('bank-layout-missing')
  const lines = readStatement(stored.layout, bytes)
  refuseOutside(days, lines)
  const before = await broughtBefore(ctx, placeId, lines)
  for (const line of lines) refuseContradiction(line, before.get(line.serial))
  const sha256 = createHash('sha256').update(bytes).digest()
  const known = await ctx.tx.maybe`
    select from bank_statement
     where (community_id, place_id, sha256, from_day, to_day) = (${ctx.community}, ${placeId}, ${sha256}, ${days.from}, ${days.to})`
  return {
    layoutId: stored.id,
    sha256,
    known: known !== undefined,
    lines,
    fresh: lines.filter(({ serial }) => !before.has(serial)),
  }
}

function refuseWrongDays({ today }: Ctx, { from, to }: StatementDays): void {
  const right = isDay(from) && isDay(to) && from <= to && to <= today && daysBetween(from, to) < daysMost
  if (!right) throw new Refusal('bank-days-wrong', { days: daysMost })
}

function isDay(text: string): boolean {
  try {
    return businessDate(text) === text
  } catch {
    return false
  }
}

function refuseOutside({ from, to }: StatementDays, lines: readonly ReadLine[]): void {
  const outside = lines.find(({ day }) => day < from || day > to)
  if (outside)
    throw new Refusal('bank-file-unreadable', {
      line: outside.row,
      column: bankColumns.day,
      detail: `${outside.day} 不在所填的起止日期之内`,
    })
}

type Brought = Pick<BankFileLine, 'serial' | 'day' | 'amountFen'>

async function broughtBefore(
  { tx, community }: Ctx,
  placeId: MoneyPlaceId,
  lines: readonly ReadLine[],
): Promise<ReadonlyMap<string, Brought>> {
  const brought = await tx.rows<Brought>`
    select serial, day, amount_fen from bank_line
     where (community_id, place_id) = (${community}, ${placeId}) and serial = any(${lines.map(({ serial }) => serial)}::text[])`
  return new Map(brought.map((line) => [line.serial, line]))
}

function refuseContradiction({ serial, day, amountFen }: ReadLine, before: Brought | undefined): void {
  if (before && (before.day !== day || before.amountFen !== amountFen))
    throw new Refusal('bank-line-contradicts', { serial })
}
