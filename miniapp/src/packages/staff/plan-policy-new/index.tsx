import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { usePolicies } from '../../../features/staff-plans/use-policies'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Columns, Stack } from '../../../ui/page'
import { policyDraft, readPolicy } from './policy-draft'
import { PolicyFields } from './policy-fields'
import { PolicyPreview } from './policy-preview'
import { Publish } from './publish'
import { formTexts as texts } from './texts'

export default function NewPlanPolicyPage() {
  return (
    <StaffPage door="plans" title={texts.title}>
      {({ communityId }) => <Beginning communityId={communityId} />}
    </StaffPage>
  )
}

function Beginning({ communityId }: { communityId: CommunityId }) {
  const policies = usePolicies(communityId)
  return (
    <Loaded of={policies} lines={8}>
      {([inForce]) => <Writing communityId={communityId} inForce={inForce} />}
    </Loaded>
  )
}

/** The form at the left, at the right the same in the words that owners will read. */
function Writing({ communityId, inForce }: { communityId: CommunityId; inForce: PlanPolicy | undefined }) {
  const [draft, setDraft] = useState(() => policyDraft(inForce))
  const read = readPolicy(draft)
  const policy = 'policy' in read ? read.policy : undefined
  return (
    <>
      <Columns>
        <Stack>
          <Note>{texts.rule}</Note>
          <PolicyFields draft={draft} faults={'faults' in read ? read.faults : {}} onChange={setDraft} />
        </Stack>
        <PolicyPreview policy={policy} />
      </Columns>
      <Publish communityId={communityId} policy={policy} />
    </>
  )
}
