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
  /** Whose community it is; needed where several companies have one of the name. */
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
    const inside = await enterCommunity(ctx, await findOrMake(ctx, name, named.company))
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

/** By name, in the company that is named. Refused as `community-in-several-companies` where none is named and the name is not enough. */
async function findOrMake(
  { tx }: PersonCtx,
  name: string,
  company: string | undefined,
): Promise<CommunityId> {
  const found = await tx.rows<{ id: CommunityId }>`
    select c.id from community c join company o on o.id = c.company_id
     where c.name = ${name} and o.name = coalesce(${company ?? null}, o.name)`
  if (found.length > 1)
    throw new Refusal('community-in-several-companies', { community: name, count: found.length })
  const owner = company ?? `${name}物业服务中心`
  if (found[0]) return found[0].id
  await tx.run`insert into company (name) values (${owner}) on conflict do nothing`
  const { id } = await tx.one<{ id: CommunityId }>`
    insert into community (company_id, name) select id, ${name} from company where name = ${owner} returning id`
  return id
}
