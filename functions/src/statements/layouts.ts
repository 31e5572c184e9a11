import { bankLayoutProblems } from '@anjiao/shared/bank-statement'
import type { BankLayout } from '@anjiao/shared/contract/bank-statements'
import type { BankStatementLayoutId, MoneyPlaceId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { lockStatementPlace } from './statement-place.ts'

export interface StoredBankLayout {
  readonly id: BankStatementLayoutId
  readonly layout: BankLayout
}

/** Says how the bank of a place writes its file. Refused as `not-found` and `bank-layout-does-not-work`. */
export async function setBankLayout(ctx: Ctx, placeId: MoneyPlaceId, layout: BankLayout): Promise<void> {
  await lockStatementPlace(ctx, placeId)
  const problems = bankLayoutProblems(layout)
  if (problems.length > 0) throw new Refusal('bank-layout-does-not-work', { problems: problems.join('；') })
  await ctx.tx.run`
    insert into bank_statement_layout (community_id, place_id, layout, made_at, made_by)
    values (${ctx.community}, ${placeId}, ${JSON.stringify(layout)}, ${ctx.now}, ${actorName(ctx.actor)})`
  await logAction(ctx, 'bank-layout-set', `money place ${placeId}`)
}

/** How the bank of a place writes its file now; undefined: nobody has said. */
export const layoutInUse = (
  { tx, community }: Ctx,
  placeId: MoneyPlaceId,
): Promise<StoredBankLayout | undefined> =>
  tx.maybe<StoredBankLayout>`
    select id, layout from bank_statement_layout
     where (community_id, place_id) = (${community}, ${placeId}) order by id desc limit 1`
