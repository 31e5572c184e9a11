import type { CommunityId } from '@anjiao/shared/ids'
import { asSystem, type World } from '../platform/context.ts'

/** More than one deployment serves; a list longer than this needs a search. */
const listedMax = 500

export interface ListedCommunity {
  readonly id: CommunityId
  readonly name: string
  readonly company: string
  /** 物业服务电话. */
  readonly hotline: string
  readonly officeAddress: string
}

/** The communities that are served, by name, with whom to ring or visit: open to everybody, also before signing in. */
export function listCommunities(world: World): Promise<ListedCommunity[]> {
  return asSystem(
    world,
    'communities',
    ({ tx }) => tx.rows<ListedCommunity>`
      select community.id, community.name, company.name as company, company.hotline, company.office_address
        from community join company on company.id = community.company_id
       order by community.name, community.id limit ${listedMax}`,
  )
}
