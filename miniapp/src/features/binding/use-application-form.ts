import type { CommunityId } from '@anjiao/shared/ids'
import type { MembershipRelation } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { call } from '../../platform/call'
import { useMutation } from '../../platform/use-mutation'
import { applyTexts } from './texts'

/** What an application says, while it is being written. */
interface Draft {
  communityId: CommunityId | undefined
  roomText: string
  applicantName: string
  relation: MembershipRelation
}

type Request = Omit<Draft, 'communityId'> & { communityId: CommunityId }

const empty: Draft = { communityId: undefined, roomText: '', applicantName: '', relation: 'owner' }

/** An application to be linked to a home. What is missing is said when it is sent, not while it is written. */
export function useApplicationForm(communityIds: readonly CommunityId[], sent: () => void) {
  const [draft, setDraft] = useState(empty)
  const [checked, setChecked] = useState(false)
  const communityId = draft.communityId ?? (communityIds.length === 1 ? communityIds[0] : undefined)
  const roomText = draft.roomText.trim()
  const applicantName = draft.applicantName.trim()
  const { run, busy, failure } = useMutation(({ communityId, ...body }: Request, intention) =>
    call('POST /v1/communities/:communityId/applications', { params: { communityId }, body }, { intention }),
  )

  const send = async () => {
    setChecked(true)
    if (communityId === undefined || roomText === '' || applicantName === '') return
    if (!(await run({ communityId, roomText, applicantName, relation: draft.relation }))) return
    setDraft(empty)
    setChecked(false)
    sent()
  }

  return {
    draft: { ...draft, communityId },
    change: (part: Partial<Draft>) => setDraft({ ...draft, ...part }),
    errors: {
      room: checked && roomText === '' ? applyTexts.roomMissing : undefined,
      name: checked && applicantName === '' ? applyTexts.nameMissing : undefined,
    },
    send: () => void send(),
    busy,
    failure,
  }
}
