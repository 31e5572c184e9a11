import type { NewServiceContract } from '@anjiao/shared/contract/community'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { toast } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { type ContractDraft, readContract } from './contract-draft'
import { ContractFields } from './contract-fields'
import { enterTexts as texts } from './texts'

export interface EnterSheetProps {
  communityId: CommunityId
  onClose: () => void
  onEntered: () => void
}

/** A new service contract. */
export function EnterSheet({ communityId, onClose, onEntered }: EnterSheetProps) {
  const [draft, setDraft] = useState<ContractDraft>(() => ({
    name: '',
    fromDate: today(),
    hasEnd: false,
    toDate: today(),
    feeModel: 'lump_sum',
    hasLateFee: false,
    clause: '',
    rate: '',
    afterDays: '0',
  }))
  const entering = useMutation((body: NewServiceContract, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/contracts',
      { params: { communityId }, body },
      { intention },
    ),
  )
  const contract = readContract(draft)
  const enter = async () => {
    if (!contract || !(await entering.run(contract))) return
    toast(texts.saved)
    onEntered()
  }
  return (
    <Sheet title={texts.title} open onClose={onClose}>
      <ContractFields draft={draft} onChange={setDraft} />
      {entering.failure && (
        <ErrorNote sentence={entering.failure.sentence} reference={entering.failure.requestId} />
      )}
      <Button busy={entering.busy} disabled={!contract} onPress={() => void enter()}>
        {texts.save}
      </Button>
    </Sheet>
  )
}
