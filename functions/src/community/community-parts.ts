import type { CommunityParts } from '@anjiao/shared/contract/community'
import type { Ctx } from '../platform/context.ts'

/** What a community is made of, to choose from: its buildings as they are numbered, and what it charges for services. */
export async function communityParts({ tx, community }: Ctx): Promise<CommunityParts> {
  const buildings = await tx.rows<{ name: string }>`
    select name from building where community_id = ${community} order by length(name), name`
  const feeItems = await tx.rows<CommunityParts['feeItems'][number]>`
    select id, name from fee_item where community_id = ${community} and kind = 'service' order by id`
  return { buildings: buildings.map(({ name }) => name), feeItems }
}
