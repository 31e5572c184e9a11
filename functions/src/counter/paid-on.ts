import { addDays, type BusinessDate, businessDate, formatDate, startOfDay } from '@anjiao/shared/calendar'
import { booksClosedThrough } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/** What was taken on the way is booked within a month: later than that, finance looks at it first. */
const bookedBackDays = 31

const noonMs = 12 * 60 * 60_000

/**
 * When somebody paid who paid on a day: today, or an earlier day that is open still. Refused as `paid-on-too-far` and
 * `day-closed`.
 */
export async function paidAtOn(ctx: Ctx, day: BusinessDate): Promise<Date> {
  const first = addDays(ctx.today, -bookedBackDays)
  if (!isDay(day) || day < first || day > ctx.today)
    throw new Refusal('paid-on-too-far', { from: formatDate(first) })
  const closed = await booksClosedThrough(ctx)
  if (closed !== undefined && day <= closed) throw new Refusal('day-closed', { date: day })
  return day === ctx.today ? ctx.now : new Date(startOfDay(day).getTime() + noonMs)
}

function isDay(text: string): boolean {
  try {
    return businessDate(text) === text
  } catch {
    return false
  }
}
