import type { BusinessDate } from '@anjiao/shared/calendar'
import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from './context.ts'
import type { HoldMatter } from './database-types.ts'

/** What may happen that somebody should hear of. */
export type DomainEventKind =
  | 'instalment-coming'
  | 'instalment-due'
  | 'instalment-missed'
  | 'plan-offered'
  | 'plan-answered'
  | 'plan-signed'
  | 'plan-lapsed'
  | 'plan-broken'
  | 'plan-cured'
  | 'plan-kept'
  | 'deferral-answered'
  | 'relief-returned'
  | 'relief-decided'
  | 'relief-expiring'
  | 'relief-lapsed'
  | 'relief-reversed'
  | 'relief-stopped'
  | 'dispute-answered'
  | 'refund-paid'
  | 'advance-return-answered'
  | 'debit-failed'
  | 'complaint-answered'
  | 'request-overdue'

export interface DomainEvent {
  readonly kind: DomainEventKind
  /** Names the happening, e.g. `plan-broken:12:2027-01-12`. It is recorded once. */
  readonly key: string
  readonly householdId: HouseholdId
  /** Ids, days and fen. Nothing personal. */
  readonly payload: Readonly<Record<string, string | number | boolean | null>>
}

/** Records something that happened, in the transaction in which it does. Recorded again it changes nothing. */
export async function recordEvent(ctx: Ctx, { kind, key, householdId, payload }: DomainEvent): Promise<void> {
  await ctx.tx.run`
    insert into domain_event (community_id, kind, key, household_id, payload, occurred_at)
    values (${ctx.community}, ${kind}, ${key}, ${householdId}, ${JSON.stringify(payload)}, ${ctx.now})
    on conflict (community_id, key) do nothing`
}

/** What residents asked for, and staff should have answered by a day. */
export interface Overdue {
  readonly matter: HoldMatter
  /** Of the plan, deferral, relief application or dispute. */
  readonly id: number
  readonly householdId: HouseholdId
  readonly replyBy: BusinessDate
}

/** Brings before the manager what was not answered in time: once for each day by which it should have been. */
export function recordOverdue(ctx: Ctx, { matter, id, householdId, replyBy }: Overdue): Promise<void> {
  return recordEvent(ctx, {
    kind: 'request-overdue',
    key: `request-overdue:${matter}:${id}:${replyBy}`,
    householdId,
    payload: { matter, id },
  })
}
