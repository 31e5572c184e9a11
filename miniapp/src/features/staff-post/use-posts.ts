import type { StaffPost } from '@anjiao/shared/contract/identity'
import { useRouter } from '@tarojs/taro'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import { chosenCommunity } from './chosen-community'

/** Kept from page to page, so that the frame of the next one stands at once. */
let lastTold: readonly StaffPost[] | undefined

/** Somebody else has signed in on this device. */
export function forgetPosts(): void {
  lastTold = undefined
}

/** The posts (岗位) of the person signed in. */
export function usePosts(): Query<readonly StaffPost[]> {
  const posts = useQuery('staff-posts', async () => {
    const { staff } = await call('GET /v1/me', {})
    lastTold = staff
    return staff
  })
  const known = posts.failure?.code === 'not-signed-in' ? undefined : lastTold
  return { ...posts, data: posts.data ?? known }
}

/** Which of them a page is about: the one its address names, else the one last worked for, else the first. */
export function usePostInView(posts: readonly StaffPost[]): StaffPost | undefined {
  const { community } = useRouter().params
  if (community !== undefined) return posts.find(({ communityId }) => String(communityId) === community)
  return posts.find(({ communityId }) => communityId === chosenCommunity()) ?? posts[0]
}
