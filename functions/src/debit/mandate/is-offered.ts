import type { Ctx } from '../../platform/context.ts'

/** Whether a community debits at all: finance has said how its bank wants the files, and into which account it pays. Off until then. */
export async function isOffered({ tx, community }: Ctx): Promise<boolean> {
  const { offered } = await tx.one<{ offered: boolean }>`
    select exists (select from debit_layout where community_id = ${community} and purpose = 'out' and retired_at is null)
       and exists (select from debit_layout where community_id = ${community} and purpose = 'result' and retired_at is null)
       and exists (select from money_place where community_id = ${community} and kind = 'bank' and in_use) as offered`
  return offered
}
