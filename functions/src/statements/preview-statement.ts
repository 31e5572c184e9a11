import type { BankPreview } from '@anjiao/shared/contract/bank-statements'
import type { MoneyPlaceId } from '@anjiao/shared/ids'
import { negateFen, sumFen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import { readFileOf, type StatementDays } from './read-file-of.ts'
import { statementPlace } from './statement-place.ts'

/** As many as one looks at to see whether the columns are read rightly. */
const sampleMost = 20

/** What a file would bring; nothing is written. Refused as `not-found`, and as `readFileOf` is. */
export async function previewStatement(
  ctx: Ctx,
  placeId: MoneyPlaceId,
  days: StatementDays,
  bytes: Uint8Array,
): Promise<BankPreview> {
  await statementPlace(ctx, placeId)
  const { known, lines, fresh } = await readFileOf(ctx, placeId, days, bytes)
  const amounts = lines.map(({ amountFen }) => amountFen)
  return {
    known,
    lines: lines.length,
    fresh: fresh.length,
    inFen: sumFen(amounts.filter((fen) => fen > 0)),
    outFen: negateFen(sumFen(amounts.filter((fen) => fen < 0))),
    sample: lines.slice(0, sampleMost).map(({ row: _, ...line }) => line),
  }
}
