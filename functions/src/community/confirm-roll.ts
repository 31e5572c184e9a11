import type { RollImport, RollSummary } from '@anjiao/shared/contract/community'
import type { RollImportId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import type { RollImportRow } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import { importRoll } from './import-roll.ts'
import { fileKeptMs, shortened } from './preview-roll.ts'

type Stored = Pick<RollImportRow, 'id' | 'fileName' | 'state' | 'file' | 'createdAt'> & {
  summary: RollSummary
}

/** Takes a previewed roll in, whole or not at all, once. Refused as `roll-expired` when its file is no longer kept. */
export async function confirmRoll(ctx: Ctx, id: RollImportId): Promise<RollImport> {
  const stored = await ctx.tx.maybe<Stored>`
    select id, file_name, state, file, created_at, summary from roll_import
     where (community_id, id) = (${ctx.community}, ${id}) for update`
  if (!stored) throw new Refusal('not-found')
  const { fileName, file } = stored
  if (stored.state === 'confirmed') return { id, fileName, state: 'confirmed', summary: stored.summary }
  if (!file || ctx.now.getTime() - stored.createdAt.getTime() > fileKeptMs) throw new Refusal('roll-expired')

  const summary = shortened(await importRoll(ctx, file))
  await ctx.tx.run`
    update roll_import set state = 'confirmed', file = null, confirmed_at = ${ctx.now}, summary = ${JSON.stringify(summary)}
     where (community_id, id) = (${ctx.community}, ${id})`
  await logAction(ctx, 'roll-confirmed', `roll import ${id}`, {
    households: summary.households,
    newCharges: summary.newCharges,
    differences: summary.differencesTotal,
  })
  return { id, fileName, state: 'confirmed', summary }
}

/** A roll that was uploaded, as it was previewed or confirmed. */
export async function findRoll({ tx, community }: Ctx, id: RollImportId): Promise<RollImport> {
  const stored = await tx.maybe<RollImport>`
    select id, file_name, state, summary from roll_import where (community_id, id) = (${community}, ${id})`
  if (!stored) throw new Refusal('not-found')
  return stored
}
