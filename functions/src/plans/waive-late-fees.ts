import type { ChargeId, EntryId } from '@anjiao/shared/ids'
import { type Fen, negateFen } from '@anjiao/shared/money'
import { type Line, post, reverse } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { StoredPlan } from './stored-plan.ts'

/** A plan was kept: what is open of the late fees it lets go is no longer owed. Posts once. */
export async function waiveLateFees(ctx: Ctx, plan: StoredPlan): Promise<void> {
  const open = await ctx.tx.rows<{ id: ChargeId; openFen: Fen }>`
    select c.id, c.amount_fen - c.settled_fen as open_fen
      from plan_charge p join charge c on (c.community_id, c.id) = (p.community_id, p.charge_id)
     where (p.community_id, p.plan_id) = (${ctx.community}, ${plan.id}) and p.waived
       and c.settled_fen < c.amount_fen and c.cancelled_by is null
     order by c.id for update of c`
  if (open.length === 0) return
  await post(ctx, {
    kind: 'relief',
    // The number counts waivers that were taken back.
    source: `plan-late-fee:${plan.id}:${(await waiversOf(ctx, plan)).length}`,
    businessDate: ctx.today,
    memo: '分期按约缴完，免收违约金',
    lines: open.flatMap(({ id: chargeId, openFen }): Line[] => [
      { account: 'relief', chargeId, amountFen: openFen },
      { account: 'receivable', chargeId, amountFen: negateFen(openFen) },
    ]),
  })
}

/** It turned out not to have been kept: the late fees are owed again. */
export async function takeBackWaiver(ctx: Ctx, plan: StoredPlan): Promise<void> {
  const standing = (await waiversOf(ctx, plan)).filter(({ reversed }) => !reversed)
  for (const { id } of standing) await reverse(ctx, id, '分期没有缴完，更正')
}

function waiversOf({ tx, community }: Ctx, plan: StoredPlan): Promise<{ id: EntryId; reversed: boolean }[]> {
  return tx.rows<{ id: EntryId; reversed: boolean }>`
    select e.id, exists (select from entry r where (r.community_id, r.reverses_id) = (e.community_id, e.id)) as reversed
      from entry e
     where e.community_id = ${community} and e.source like ${`plan-late-fee:${plan.id}:%`}
     order by e.id`
}
