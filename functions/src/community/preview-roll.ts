import type { RollImport, RollSummary } from '@anjiao/shared/contract/community'
import type { CommunityId, RollImportId } from '@anjiao/shared/ids'
import { asStaff } from '../identity/index.ts'
import { actorName, type Ctx, rehearse, type World } from '../platform/context.ts'
import type { StaffRole } from '../platform/database-types.ts'
import type { Caller } from '../platform/http/routes.ts'
import { type ImportedRoll, importRoll } from './import-roll.ts'

export const rollRoles: readonly StaffRole[] = ['finance', 'manager']

export interface RollUpload {
  readonly communityId: CommunityId
  readonly fileName: string
  readonly file: Uint8Array
}

/** Says what a roll would bring, and keeps the file for a day so that it can be confirmed. Nothing of it is taken in. */
export async function previewRoll(world: World, caller: Caller, upload: RollUpload): Promise<RollImport> {
  const { communityId, fileName, file } = upload
  const actor = await asStaff(world, caller, communityId, rollRoles, async (ctx) => ctx.actor)
  const imported = await rehearse(world, communityId, actor, (ctx) => importRoll(ctx, file))
  const summary = shortened(imported)
  return asStaff(world, caller, communityId, rollRoles, async ({ tx, now }) => {
    const { id } = await tx.one<{ id: RollImportId }>`
      insert into roll_import (community_id, file_name, sha256, file, summary, created_at, created_by)
      values (${communityId}, ${fileName}, decode(${imported.sha256}, 'hex'), ${Buffer.from(file)}, ${JSON.stringify(summary)},
              ${now}, ${actorName(actor)})
      returning id`
    return { id, fileName, state: 'previewed', summary }
  })
}

export const fileKeptMs = 24 * 3_600_000

/** Deletes uploaded files that nobody confirmed within a day: they hold personal data. Answers how many. */
export function forgetRollFiles({ tx, community, now }: Ctx): Promise<number> {
  return tx.run`
    update roll_import set file = null
     where community_id = ${community} and file is not null and created_at < ${new Date(now.getTime() - fileKeptMs)}`
}

/** What a page can show; the totals say how many there are. */
const listedMax = 500

export function shortened({ sha256: _, ...roll }: ImportedRoll): RollSummary {
  const { rejected, warnings, differences } = roll
  return {
    ...roll,
    rejected: rejected.slice(0, listedMax),
    rejectedTotal: rejected.length,
    warnings: warnings.slice(0, listedMax),
    warningsTotal: warnings.length,
    differences: differences.slice(0, listedMax),
    differencesTotal: differences.length,
  }
}
