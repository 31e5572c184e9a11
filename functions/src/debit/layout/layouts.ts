import type { DebitLayout, StoredLayout } from '@anjiao/shared/contract/debit-layouts'
import { type LayoutPurpose, layoutProblems } from '@anjiao/shared/debit-layout'
import type { DebitLayoutId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import { actorName, type Ctx } from '../../platform/context.ts'
import { brokenConstraint } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

/** The layouts that a new batch may use. */
export const layoutsInUse = ({ tx, community }: Ctx): Promise<StoredLayout[]> =>
  tx.rows<StoredLayout>`
    select id, layout from debit_layout where community_id = ${community} and retired_at is null order by purpose, name, id`

/** Adds a layout. Refused as `debit-layout-does-not-work` and `debit-layout-name-taken`. */
export async function addLayout(ctx: Ctx, layout: DebitLayout): Promise<StoredLayout> {
  const problems = layoutProblems(layout)
  if (problems.length > 0) throw new Refusal('debit-layout-does-not-work', { problems: problems.join('；') })
  const { id } = await ctx.tx.one<{ id: DebitLayoutId }>`
    insert into debit_layout (community_id, purpose, name, layout, made_at, made_by)
    values (${ctx.community}, ${layout.purpose}, ${layout.name.trim()}, ${JSON.stringify(layout)}, ${ctx.now}, ${actorName(ctx.actor)})
    returning id`.catch((error: unknown) => {
    throw brokenConstraint(error) === 'debit_layout_named_once'
      ? new Refusal('debit-layout-name-taken', { name: layout.name })
      : error
  })
  await logAction(ctx, 'debit-layout-added', `debit layout ${id}`, { purpose: layout.purpose })
  return { id, layout }
}

/** Takes a layout out of use; batches that were made with it keep it. Refused as `not-found`. */
export async function retireLayout(ctx: Ctx, id: DebitLayoutId): Promise<void> {
  const retired = await ctx.tx.run`
    update debit_layout set retired_at = ${ctx.now}
     where (community_id, id) = (${ctx.community}, ${id}) and retired_at is null`
  if (retired === 0) throw new Refusal('not-found')
  await logAction(ctx, 'debit-layout-retired', `debit layout ${id}`)
}

/** A layout that a new batch is to use. Refused as `debit-layout-not-usable`. */
export async function refuseUnusable(ctx: Ctx, id: DebitLayoutId, purpose: LayoutPurpose): Promise<void> {
  const found = await ctx.tx.maybe`
    select from debit_layout
     where (community_id, id) = (${ctx.community}, ${id}) and purpose = ${purpose} and retired_at is null`
  if (!found) throw new Refusal('debit-layout-not-usable')
}

/** A layout of a batch, whether or not it is in use still. */
export async function layoutOf({ tx, community }: Ctx, id: DebitLayoutId): Promise<DebitLayout> {
  const { layout } = await tx.one<{ layout: DebitLayout }>`
    select layout from debit_layout where (community_id, id) = (${community}, ${id})`
  return layout
}
