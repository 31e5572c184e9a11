import type { MandatePaper, OwnDebits, WantedMandate } from '@anjiao/shared/contract/debit'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'
import { ConsentView } from './consent-view'
import { MandateForm } from './mandate-form'

export interface GiveMandateProps {
  home: HomeAddress
  told: OwnDebits
  onGiven: () => void
  onNever: () => void
}

/** Two steps: what is wanted, then the very text that is agreed to. What is typed stays on this page and nowhere else. */
export function GiveMandate({
  home: { communityId, householdId },
  told,
  onGiven,
  onNever,
}: GiveMandateProps) {
  const [read, setRead] = useState<{ wanted: WantedMandate; paper: MandatePaper }>()
  const [draft, setDraft] = useState<WantedMandate>()
  const params = { communityId, householdId }
  const reading = useMutation((body: WantedMandate, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/debit/paper',
      { params, body },
      { intention },
    ),
  )
  const giving = useMutation((body: WantedMandate & { sha256: string; consents: string[] }, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/debit/mandate',
      { params, body },
      { intention },
    ),
  )
  const ask = async (wanted: WantedMandate) => {
    setDraft(wanted)
    const paper = await reading.run(wanted)
    if (paper) setRead({ wanted, paper })
  }
  if (!read) {
    return (
      <MandateForm
        told={told}
        draft={draft}
        busy={reading.busy}
        failure={reading.failure}
        onNext={(wanted) => void ask(wanted)}
        onNever={onNever}
      />
    )
  }
  const { wanted, paper } = read
  const give = async (consents: string[]) => {
    if (await giving.run({ ...wanted, sha256: paper.sha256, consents })) onGiven()
  }
  return (
    <ConsentView
      key={paper.sha256}
      paper={paper}
      busy={giving.busy}
      failure={giving.failure}
      onAgree={(consents) => void give(consents)}
      onChange={() => setRead(undefined)}
      onNever={onNever}
    />
  )
}
