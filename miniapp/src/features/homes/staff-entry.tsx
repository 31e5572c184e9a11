import type { StaffPost } from '@anjiao/shared/contract/identity'
import { staffRoles } from '@anjiao/shared/vocabulary'
import { go } from '../../platform/navigate'
import { toStaff } from '../../routes'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { homeTexts } from './texts'

/** The way to the workbench, for those who work here. */
export function StaffEntry({ posts }: { posts: readonly StaffPost[] }) {
  const [post] = posts
  if (!post) return null
  const roles = post.roles.map((role) => staffRoles[role]).join('、')
  return (
    <Card>
      <Cell
        icon="table"
        label={homeTexts.staff}
        hint={`${post.communityName} · ${roles}`}
        onPress={() => go(toStaff())}
      />
    </Card>
  )
}
