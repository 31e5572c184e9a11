import type { StaffPost } from '@anjiao/shared/contract/identity'
import { View } from '@tarojs/components'
import { doors, openDoors } from '../../../features/staff-post/doors'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { go } from '../../../platform/navigate'
import { useQuery } from '../../../platform/use-query'
import { Loaded } from '../../../ui/loaded'
import { Columns } from '../../../ui/page'
import { Tile, Tiles } from '../../../ui/tile'
import { PostCard } from './post-card'
import { SituationCard } from './situation-card'
import { WaitingCard } from './waiting-card'
import './home.scss'

export default function Workbench() {
  return <StaffPage door="workbench">{(post) => <Desk post={post} />}</StaffPage>
}

function Desk({ post }: { post: StaffPost }) {
  const { communityId } = post
  const overview = useQuery(`overview-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/overview', { params: { communityId } }),
  )
  return (
    <>
      <PostCard post={post} />
      <View className="doors">
        <Tiles>
          {openDoors(post.roles)
            .filter((door) => door !== doors.workbench)
            .map(({ title, icon, to }) => (
              <Tile key={title} icon={icon} text={title} onPress={() => go(to(post))} />
            ))}
        </Tiles>
      </View>
      <Loaded of={overview} lines={8}>
        {(figures) => (
          <Columns>
            <View className="waiting">
              <WaitingCard figures={figures} post={post} />
            </View>
            <SituationCard figures={figures} />
          </Columns>
        )}
      </Loaded>
    </>
  )
}
