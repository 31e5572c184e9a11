import type { DebitBatch } from '@anjiao/shared/contract/debit-batches'
import type { CommunityId } from '@anjiao/shared/ids'

/** What every step of a batch is told. */
export interface BatchStepProps {
  communityId: CommunityId
  batch: DebitBatch
  onChanged: () => void
}
