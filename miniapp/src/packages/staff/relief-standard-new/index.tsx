import type { ReliefBudget, ReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type { CommunityId, ReliefStandardId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { useBudgets, useStandards } from '../../../features/staff-relief/use-standards'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { standardIn } from '../../../routes/staff'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Columns, Stack } from '../../../ui/page'
import { Publish } from './publish'
import { readStandard, standardDraft } from './standard-draft'
import { StandardFields } from './standard-fields'
import { StandardPreview } from './standard-preview'
import { formTexts as texts } from './texts'

export default function NewReliefStandardPage() {
  const from = standardIn(useRouter().params)
  return (
    <StaffPage door="reliefStandards" title={texts.title}>
      {({ communityId }) => <Beginning communityId={communityId} from={from} />}
    </StaffPage>
  )
}

function Beginning({ communityId, from }: { communityId: CommunityId; from: ReliefStandardId | undefined }) {
  const standards = useStandards(communityId)
  const budgets = useBudgets(communityId)
  const feeItems = useFeeItems(communityId)
  return (
    <Loaded of={standards} lines={8}>
      {(listed) => (
        <Loaded of={budgets} lines={8}>
          {(known) => (
            <Writing
              communityId={communityId}
              before={listed.find(({ id }) => id === from)}
              budgets={known}
              feeItems={feeItems}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

interface WritingProps {
  communityId: CommunityId
  /** The version it begins with. */
  before: ReliefStandard | undefined
  budgets: readonly ReliefBudget[]
  feeItems: readonly string[]
}

/** The form at the left, at the right the same in the words that owners will read. */
function Writing({ communityId, before, budgets, feeItems }: WritingProps) {
  const [draft, setDraft] = useState(() => standardDraft(before))
  const { standard, faults } = readStandard(draft)
  return (
    <>
      <Columns>
        <Stack>
          <Note>{texts.rule}</Note>
          <StandardFields
            draft={draft}
            faults={faults}
            budgets={budgets}
            feeItems={feeItems}
            onChange={setDraft}
          />
        </Stack>
        <StandardPreview standard={standard} />
      </Columns>
      <Publish communityId={communityId} standard={standard} fault={Object.values(faults)[0]} />
    </>
  )
}

/** What this community charges for; nothing while that is not known: then a standard is for all of it. */
function useFeeItems(communityId: CommunityId): readonly string[] {
  const standards = useQuery(`fee-standards-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/fee-standards', { params: { communityId } }),
  )
  return [...new Set(standards.data?.map(({ feeItem }) => feeItem))]
}
