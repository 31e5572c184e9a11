import type { MoneyPlaceId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

export interface StatementPlace {
  readonly id: MoneyPlaceId
  readonly kind: 'bank' | 'pos'
  readonly name: string
}

/** An account or a terminal, in use or not any more. Refused as `not-found`: of a till nobody else writes a statement. */
export async function statementPlace({ tx, community }: Ctx, id: MoneyPlaceId): Promise<StatementPlace> {
  const place = await tx.maybe<StatementPlace>`
    select id, kind, name from money_place where (community_id, id) = (${community}, ${id}) and kind in ('bank', 'pos')`
  if (!place) throw new Refusal('not-found')
  return place
}

/** The same, for whoever writes: one at a time takes in a file of a place, or says what became of its lines. */
export async function lockStatementPlace(ctx: Ctx, id: MoneyPlaceId): Promise<StatementPlace> {
  const place = await statementPlace(ctx, id)
  await ctx.tx.run`
    select from money_place where (community_id, id) = (${ctx.community}, ${id}) for no key update`
  return place
}
