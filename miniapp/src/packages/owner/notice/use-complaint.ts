import type { NoticeId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { useKeptDraft } from '../../../platform/kept-draft'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'

/** What is wrong with a notice, being written. A failure loses nothing of it. */
export function useComplaint(
  { communityId, householdId }: HomeAddress,
  noticeId: NoticeId,
  onSent: () => void,
) {
  const { draft, change, forget } = useKeptDraft(`complaint-${communityId}-${noticeId}`, { text: '' })
  const [checked, setChecked] = useState(false)
  const { run, busy, failure } = useMutation((body: { text: string }, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/notices/:noticeId/complaints',
      { params: { communityId, householdId, noticeId }, body },
      { intention },
    ),
  )
  const text = draft.text.trim()

  const send = async () => {
    setChecked(true)
    if (text === '' || !(await run({ text }))) return
    forget()
    onSent()
  }

  return {
    text: draft.text,
    write: (written: string) => change({ text: written }),
    isMissing: checked && text === '',
    send: () => void send(),
    busy,
    failure,
  }
}
