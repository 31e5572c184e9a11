import type { StaffPost } from '@anjiao/shared/contract/identity'
import { Slices } from '../../../features/staff-lists/slices'
import { useResolvedSuspense } from '../../../features/staff-suspense/use-suspense'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Columns } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { ResolvedCard } from './resolved-card'
import { texts } from './texts'

/** What was made of held money, the last first. */
export function ResolvedList({ post }: { post: StaffPost }) {
  const resolved = useResolvedSuspense(post.communityId)
  return (
    <Loaded of={resolved} lines={6}>
      {(listed) =>
        listed.length === 0 ? (
          <Card>
            <Empty icon="clock" title={texts.noneResolved} hint={texts.noneResolvedHint} />
          </Card>
        ) : (
          <Slices rows={listed}>
            {(shown) => (
              <Columns>
                {shown.map((each) => (
                  <ResolvedCard
                    key={`${each.item.id}-${each.resolvedAt}`}
                    post={post}
                    resolved={each}
                    onChanged={resolved.reload}
                  />
                ))}
              </Columns>
            )}
          </Slices>
        )
      }
    </Loaded>
  )
}
