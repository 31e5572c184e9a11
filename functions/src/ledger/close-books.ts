import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/** The last day whose books are closed (日结); undefined when none ever was. */
export async function booksClosedThrough({ tx, community }: Ctx): Promise<BusinessDate | undefined> {
  const closed = await tx.maybe<{ through: BusinessDate }>`
    select through from books_closed where community_id = ${community}`
  return closed?.through
}

/**
 * Closes the books of a community up to and with a day: whatever was being written for it is waited for, and nothing is
 * posted for it from then on. What must be so of the day is asked after this, in the same transaction: it cannot change
 * any more. Refused as `day-not-over`, and as `day-closed` when it is.
 */
export async function closeBooks(ctx: Ctx, through: BusinessDate): Promise<void> {
  if (through >= ctx.today) throw new Refusal('day-not-over', { date: through })
  const { closed } = await ctx.tx.one<{ closed: boolean }>`
    select close_books(${ctx.community}, ${through}) as closed`
  if (!closed) throw new Refusal('day-closed', { date: through })
}
