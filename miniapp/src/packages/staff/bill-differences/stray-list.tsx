import type { StaffPost } from '@anjiao/shared/contract/identity'
import { Section } from '../../../features/staff-lists/section'
import { Slices } from '../../../features/staff-lists/slices'
import { useStrays } from '../../../features/staff-reconciliation/use-reconciliation'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Columns } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { StrayCard } from './stray-card'
import { texts } from './texts'

/** 无主交易: lines of bills that belong to no community and that nobody has explained. */
export function StrayList({ post }: { post: StaffPost }) {
  const strays = useStrays(post.communityId)
  return (
    <Section title={texts.strays}>
      <Loaded of={strays} lines={4}>
        {(listed) =>
          listed.length === 0 ? (
            <Card>
              <Empty icon="check" title={texts.noStrays} hint={texts.noStraysHint} />
            </Card>
          ) : (
            <>
              <Note>{texts.straysLead}</Note>
              <Slices rows={listed}>
                {(shown) => (
                  <Columns>
                    {shown.map((stray) => (
                      <StrayCard
                        key={`${stray.billId}-${stray.line}`}
                        post={post}
                        stray={stray}
                        onChanged={strays.reload}
                      />
                    ))}
                  </Columns>
                )}
              </Slices>
            </>
          )
        }
      </Loaded>
    </Section>
  )
}
