import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import { useState } from 'react'
import { usePhotos } from '../../../features/photos/use-photos'
import { call, type Request } from '../../../platform/call'
import { useKeptDraft } from '../../../platform/kept-draft'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'

type Body =
  Request<'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/more'>['body']

/** What was missing, being put together. */
export function useMore(home: HomeAddress, { id }: ReliefApplication, onSent: () => void) {
  const { communityId, householdId } = home
  const { draft, change, forget } = useKeptDraft(`more-${communityId}-${id}`, { statement: '' })
  const [checked, setChecked] = useState(false)
  const [agreed, setAgreed] = useState(false)
  const photos = usePhotos(home)
  const statement = draft.statement.trim()
  const { run, busy, failure } = useMutation((body: Body, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/more',
      { params: { communityId, householdId, applicationId: id }, body },
      { intention },
    ),
  )
  const waitsForPhotos = photos.isSending || photos.hasFailed

  const send = async (consentKey: string) => {
    setChecked(true)
    if (statement === '' || waitsForPhotos) return
    const { photoIds } = photos
    if (!(await run({ statement, photoIds, consent: photoIds.length > 0 ? consentKey : null }))) return
    forget()
    onSent()
  }

  return {
    statement: draft.statement,
    write: (text: string) => change({ statement: text }),
    isMissing: checked && statement === '',
    agreed,
    setAgreed,
    photos,
    waitsForPhotos: checked && waitsForPhotos,
    send,
    busy,
    failure,
  }
}
