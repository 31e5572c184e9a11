import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { DifferenceState } from '@anjiao/shared/vocabulary'
import { Section } from '../../../features/staff-lists/section'
import { Slices } from '../../../features/staff-lists/slices'
import { mayReconcile } from '../../../features/staff-reconciliation/may-reconcile'
import { useDifferences } from '../../../features/staff-reconciliation/use-reconciliation'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Columns } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { DifferenceCard } from './difference-card'
import { texts } from './texts'

/** Differences in a state, each with what is known of it. */
export function DifferenceList({ post, state }: { post: StaffPost; state: DifferenceState }) {
  const differences = useDifferences(post.communityId, state)
  const empty =
    state === 'open'
      ? { title: texts.none, hint: texts.noneHint }
      : { title: texts.noneResolved, hint: texts.noneResolvedHint }
  return (
    <Section title={texts.differences}>
      {state === 'open' && !mayReconcile(post) && <Note>{texts.notYours}</Note>}
      <Loaded of={differences} lines={6}>
        {(listed) =>
          listed.length === 0 ? (
            <Card>
              <Empty icon="check" {...empty} />
            </Card>
          ) : (
            <>
              <Note>{texts.copyHint}</Note>
              <Slices rows={listed}>
                {(shown) => (
                  <Columns>
                    {shown.map((difference) => (
                      <DifferenceCard
                        key={difference.id}
                        post={post}
                        difference={difference}
                        onChanged={differences.reload}
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
