import type { PersonCtx } from '../context.ts'
import type { PushedEvent } from './read-event.ts'

/** Whether an event is taken in for the first time. What follows from it belongs into the same transaction: both, or neither. */
export async function takenInFirst({ tx, now }: PersonCtx, { key, event }: PushedEvent): Promise<boolean> {
  const written = await tx.run`
    insert into wechat_event (key, event, taken_in_at) values (${key}, ${event}, ${now})
    on conflict (key) do nothing`
  return written === 1
}

/** How long an event is known again: longer than a push may be old. */
const keptMs = 7 * 86_400_000

/** Deletes what nobody can push any more. Answers how many. */
export const forgetOldEvents = ({ tx, now }: PersonCtx): Promise<number> =>
  tx.run`delete from wechat_event where taken_in_at < ${new Date(now.getTime() - keptMs)}`
