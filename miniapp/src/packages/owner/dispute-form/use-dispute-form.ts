import type { Dispute } from '@anjiao/shared/contract/disputes'
import type { ChargeId } from '@anjiao/shared/ids'
import type { DisputeAbout } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { usePhotos } from '../../../features/photos/use-photos'
import { call, type Request } from '../../../platform/call'
import { useKeptDraft } from '../../../platform/kept-draft'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'
import { texts } from './texts'

interface Draft {
  about: DisputeAbout | undefined
  text: string
}

type Body =
  Request<'POST /v1/communities/:communityId/households/:householdId/charges/:chargeId/disputes'>['body']

const empty: Draft = { about: undefined, text: '' }

/** 异议 about one charge, being written. A failure loses nothing of it. */
export function useDisputeForm(home: HomeAddress, chargeId: ChargeId, onSent: (dispute: Dispute) => void) {
  const { communityId, householdId } = home
  const { draft, change, forget } = useKeptDraft<Draft>(`dispute-${communityId}-${chargeId}`, empty)
  const [checked, setChecked] = useState(false)
  const photos = usePhotos(home)
  const { run, busy, failure } = useMutation((body: Body, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/charges/:chargeId/disputes',
      { params: { communityId, householdId, chargeId }, body },
      { intention },
    ),
  )
  const { about } = draft
  const text = draft.text.trim()
  const missing = [
    ...(about === undefined ? [texts.aboutMissing] : []),
    ...(text === '' ? [texts.storyMissing] : []),
  ]
  const waitsForPhotos = photos.isSending || photos.hasFailed

  const send = async () => {
    setChecked(true)
    if (about === undefined || text === '' || waitsForPhotos) return
    const dispute = await run({ about, text, photoIds: photos.photoIds })
    if (!dispute) return
    forget()
    onSent(dispute)
  }

  return {
    ...draft,
    change,
    photos,
    storyError: checked && text === '' ? texts.storyMissing : undefined,
    missing: checked ? missing : [],
    waitsForPhotos: checked && waitsForPhotos,
    send: () => void send(),
    busy,
    failure,
  }
}
