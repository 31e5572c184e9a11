import type { PersonCtx } from './context.ts'

/** What may have to follow a commit, and what it must know. `handlers/jobs.ts` says who does it. */
export interface Jobs {
  'payment-receipt': { communityId: number; paymentId: number }
  'suspense-alert': { communityId: number; suspenseItemId: number }
}

/**
 * Adds work that follows this transaction, if it commits. The work is done at least once, so it must be safe to repeat;
 * `key` lets a queue drop a repeat that is still waiting.
 */
export async function addJob<Name extends keyof Jobs>(
  ctx: PersonCtx,
  queue: Name,
  key: string,
  payload: Jobs[Name],
  startAt: Date = ctx.now,
): Promise<void> {
  await ctx.tx.run`
    insert into job_outbox (queue, key, payload, start_at) values (${queue}, ${key}, ${payload}, ${startAt})`
}
