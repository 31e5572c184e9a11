import type { StaffPost } from '@anjiao/shared/contract/identity'
import { Section } from '../../../features/staff-lists/section'
import { useFundFlows } from '../../../features/staff-reconciliation/use-reconciliation'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Columns } from '../../../ui/page'
import { FundFlowCard } from './fund-flow-card'
import { texts } from './texts'

/** Days on which a merchant's account moved otherwise than its trades say, and that nobody has explained. Shown only when there are any. */
export function FundFlowList({ post }: { post: StaffPost }) {
  const flows = useFundFlows(post.communityId)
  return (
    <Loaded of={flows} lines={2}>
      {(listed) => {
        const doubtful = listed.filter(({ inDoubt }) => inDoubt)
        if (doubtful.length === 0) return null
        return (
          <Section title={texts.fundFlows}>
            <Note>{texts.fundFlowsLead}</Note>
            <Columns>
              {doubtful.map((flow) => (
                <FundFlowCard
                  key={`${flow.mchid}-${flow.day}`}
                  post={post}
                  flow={flow}
                  onChanged={flows.reload}
                />
              ))}
            </Columns>
          </Section>
        )
      }}
    </Loaded>
  )
}
