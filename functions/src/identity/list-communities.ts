import type { CommunityId } from '@anjiao/shared/ids'
import { asPerson, type World } from '../platform/context.ts'
import type { Caller } from '../platform/http/routes.ts'

/** More than one deployment serves; a list longer than this needs a search. */
const listedMax = 500

export interface ListedCommunity {
  readonly id: CommunityId
  readonly name: string
  /** 物业服务电话. */
  readonly hotline: string
}

/** The communities somebody may apply to, by name. */
export function listCommunities(world: World, { personId }: Caller): Promise<ListedCommunity[]> {
  return asPerson(
    world,
    personId,
    ({ tx }) => tx.rows<ListedCommunity>`
      select community.id, community.name, company.hotline
        from community join company on company.id = community.company_id
       order by community.name, community.id limit ${listedMax}`,
  )
}
