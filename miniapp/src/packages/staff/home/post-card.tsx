import type { StaffPost } from '@anjiao/shared/contract/identity'
import { staffRoles } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { keepChosenCommunity } from '../../../features/staff-post/chosen-community'
import { usePosts } from '../../../features/staff-post/use-posts'
import { replaceWith } from '../../../platform/navigate'
import { toStaff } from '../../../routes/staff'
import { classNames } from '../../../ui/class-names'
import { Select } from '../../../ui/select'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

/** Who works here, as what and for which community; with several posts, the way to change it. */
export function PostCard({ post }: { post: StaffPost }) {
  const posts = usePosts().data ?? []
  const choose = (value: string) => {
    const chosen = posts.find(({ communityId }) => String(communityId) === value)
    if (!chosen) return
    keepChosenCommunity(chosen.communityId)
    replaceWith(toStaff(chosen))
  }
  return (
    <View className={classNames('post', posts.length < 2 && 'post-only')}>
      {posts.length > 1 ? (
        <Select
          label={texts.community}
          options={posts.map((each) => ({ value: String(each.communityId), label: each.communityName }))}
          value={String(post.communityId)}
          onChange={choose}
        />
      ) : (
        <View className="lead">{post.communityName}</View>
      )}
      <View className="post-who">
        <View>{post.name}</View>
        {post.roles.map((role) => (
          <Tag key={role}>{staffRoles[role]}</Tag>
        ))}
      </View>
    </View>
  )
}
