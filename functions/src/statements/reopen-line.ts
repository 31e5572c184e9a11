import type { BankLineState } from '@anjiao/shared/bank-statement'
import type { BankLineId } from '@anjiao/shared/ids'
import { reverse } from '../ledger/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { bookingsOf } from './book-line.ts'
import { lockLine, subjectOf } from './resolve-line.ts'

/**
 * 重新处理. What was said of a line was wrong: a match or a reason falls away, what was booked for it is reversed today, and the line is
 * open again. The audit log keeps what stood there. Refused as `not-found`, `bank-line-open`, and as `bank-line-held` for money in
 * suspense, which is dealt with there.
 */
export async function reopenLine(ctx: Ctx, id: BankLineId): Promise<void> {
  await lockLine(ctx, id)
  const { tx, community } = ctx
  const before = await tx.one<{ state: BankLineState; movement: string | null; reason: string }>`
    select state, movement, reason from bank_line where (community_id, id) = (${community}, ${id})`
  if (before.state === 'open') throw new Refusal('bank-line-open')
  if (before.state === 'held') throw new Refusal('bank-line-held')
  for (const booking of await bookingsOf(ctx, id))
    if (booking.stands) await reverse(ctx, booking.id, '流水重新处理')
  await tx.run`
    update bank_line set state = 'open', movement = null, reason = '', resolved_at = null, resolved_by = null
     where (community_id, id) = (${community}, ${id})`
  await logAction(ctx, 'bank-line-reopened', subjectOf(id), { ...before, movement: before.movement ?? '' })
}
