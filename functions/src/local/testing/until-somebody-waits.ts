import type { Ctx } from '../../platform/context.ts'

/** Comes back when another transaction waits for this one. For races that must happen, whatever the machine is doing. */
export async function untilSomebodyWaits({ tx }: Ctx): Promise<void> {
  for (let asked = 0; asked < 100_000; asked++) {
    const { waiting } = await tx.one<{ waiting: number }>`
      select count(*) as waiting from pg_locks
       where not granted and transactionid = pg_current_xact_id_if_assigned()::xid`
    if (waiting > 0) return
  }
  throw new Error('nobody waits')
}
