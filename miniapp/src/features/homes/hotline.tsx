import type { CommunityId } from '@anjiao/shared/ids'
import { ring } from '../../platform/navigate'
import { Cell } from '../../ui/cell'
import { Tile } from '../../ui/tile'
import { homeTexts } from './texts'
import { useCommunities } from './use-communities'

/** One tile for each community one has a home in: a press rings its property company. */
export function HotlineTiles({ communityIds }: { communityIds: readonly CommunityId[] }) {
  const communities = useCommunities()
  const mine = communities.data?.filter(({ id }) => communityIds.includes(id)) ?? []
  return (
    <>
      {mine.map(({ id, name, hotline }) => (
        <Tile
          key={id}
          icon="phone"
          text={mine.length > 1 ? `${name} ${homeTexts.hotline}` : homeTexts.hotline}
          onPress={() => ring(hotline)}
        />
      ))}
    </>
  )
}

/** A line that rings the property company of a community, with why one might. */
export function HotlineCell({ communityId, why }: { communityId: CommunityId; why: string }) {
  const communities = useCommunities()
  const company = communities.data?.find(({ id }) => id === communityId)
  if (!company) return null
  return <Cell icon="phone" label={why} hint={company.hotline} onPress={() => ring(company.hotline)} />
}
