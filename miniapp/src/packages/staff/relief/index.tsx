import type { StaffPost } from '@anjiao/shared/contract/identity'
import { View } from '@tarojs/components'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { mayDecideRelief } from '../../../features/staff-relief/may-decide'
import { go } from '../../../platform/navigate'
import { toStaffReliefOverview, toStaffReliefStandards } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { ReliefList } from './relief-list'
import { texts } from './texts'

export default function Relief() {
  return (
    <StaffPage door="relief">
      {(post) => (
        <>
          <Ways post={post} />
          <ReliefList communityId={post.communityId} />
        </>
      )}
    </StaffPage>
  )
}

/** The pages that belong to this one. */
const Ways = ({ post }: { post: StaffPost }) => (
  <View className="page-ways">
    <Button look="quiet" icon="book" onPress={() => go(toStaffReliefStandards(post))}>
      {texts.standards}
    </Button>
    {mayDecideRelief(post) && (
      <Button look="quiet" icon="table" onPress={() => go(toStaffReliefOverview(post))}>
        {texts.overview}
      </Button>
    )}
  </View>
)
