import type { CommunityId } from '@anjiao/shared/ids'
import { type ImportedRoll, importRoll } from '../community/index.ts'
import { readRoll } from '../community/roll/index.ts'
import { asSystem, enterCommunity, type PersonCtx, type World } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

export interface FileImport {
  readonly path: string
  /** Says what the file would bring, and writes nothing. */
  readonly preview: boolean
  /** Where the title of the file names no community. */
  readonly community?: string | undefined
  readonly company?: string | undefined
}

/** Imports a roll from a file, for a community that is made when it is not there yet. The same code as the upload on the page. */
export async function importFile(
  world: World,
  { path, preview, ...named }: FileImport,
): Promise<ImportedRoll> {
  const name = named.community ?? (await communityOf(path))
  if (!name) throw new Refusal('roll-names-no-community')
  let imported: { readonly roll: ImportedRoll } | undefined
  await asSystem(world, 'import', async (ctx) => {
    const inside = await enterCommunity(
      ctx,
      await findOrMake(ctx, name, named.company ?? `${name}物业服务中心`),
    )
    imported = { roll: await importRoll(inside, path) }
    if (preview) throw nothingKept
  }).catch((error: unknown) => {
    if (error !== nothingKept) throw error
  })
  if (!imported) throw new Error('an import ended without a result')
  return imported.roll
}

const nothingKept = new Error('a preview keeps nothing')

async function communityOf(path: string): Promise<string | undefined> {
  for await (const event of readRoll(path)) return event.kind === 'head' ? event.head.community : undefined
  return undefined
}

async function findOrMake({ tx }: PersonCtx, name: string, company: string): Promise<CommunityId> {
  const found = await tx.maybe<{
    id: CommunityId
  }>`select id from community where name = ${name} order by id limit 1`
  if (found) return found.id
  await tx.run`insert into company (name) values (${company}) on conflict do nothing`
  const { id } = await tx.one<{ id: CommunityId }>`
    insert into community (company_id, name) select id, ${name} from company where name = ${company} returning id`
  return id
}
