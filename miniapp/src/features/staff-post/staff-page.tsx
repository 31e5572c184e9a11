import type { StaffPost } from '@anjiao/shared/contract/identity'
import { staffRoles } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { go, restartAt } from '../../platform/navigate'
import { toBind, toHome, toStaff } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { Empty } from '../../ui/states'
import { type DoorName, doors, mayEnter } from './doors'
import { Rail } from './rail'
import { SignInFirst } from './sign-in-first'
// Styles of parts that only staff pages have come with the frame, in one order: pages import their parts in many.
import '../staff-lists/lists.scss'
import './staff-page.scss'
import { texts } from './texts'
import { usePostInView, usePosts } from './use-posts'

export interface StaffPageProps {
  /** The room of the workbench that this page belongs to. */
  door: DoorName
  /** Where it is not the room's own name. */
  title?: string
  children: (post: StaffPost) => ReactNode
}

/** The frame of every staff page: who works here and for which community, and on a desktop the way to the other rooms. */
export function StaffPage({ door, title = doors[door].title, children }: StaffPageProps) {
  const posts = usePosts()
  return (
    <Page title={title} wide>
      {posts.failure?.code === 'not-signed-in' ? (
        <SignInFirst />
      ) : (
        <Loaded of={posts}>
          {(held) => (
            <InPost posts={held} door={door}>
              {children}
            </InPost>
          )}
        </Loaded>
      )}
    </Page>
  )
}

function InPost({ posts, door, children }: Omit<StaffPageProps, 'title'> & { posts: readonly StaffPost[] }) {
  const post = usePostInView(posts)
  if (!post) return posts.length > 0 ? <OtherPost /> : <NoPost />
  return (
    <View className="staff">
      <Rail post={post} door={door} />
      <View className="staff-work">
        {mayEnter(post.roles, doors[door]) ? children(post) : <Closed door={door} post={post} />}
      </View>
    </View>
  )
}

const NoPost = () => (
  <Card>
    <Empty icon="people" title={texts.noPost} hint={texts.noPostHint}>
      <Button onPress={() => go(toBind())}>{texts.checkPhone}</Button>
      <Button look="plain" onPress={() => restartAt(toHome())}>
        {texts.toHome}
      </Button>
    </Empty>
  </Card>
)

const OtherPost = () => (
  <Card>
    <Empty icon="building" title={texts.otherPost} hint={texts.otherPostHint}>
      <Button look="quiet" onPress={() => restartAt(toStaff())}>
        {texts.toWorkbench}
      </Button>
    </Empty>
  </Card>
)

function Closed({ door, post }: { door: DoorName; post: StaffPost }) {
  const roles = doors[door].roles.map((role) => staffRoles[role]).join('、')
  return (
    <Card>
      <Empty icon="lock" title={texts.closed} hint={texts.closedHint(roles)}>
        <Button look="quiet" onPress={() => restartAt(toStaff(post))}>
          {texts.toWorkbench}
        </Button>
      </Empty>
    </Card>
  )
}
