import { useState } from 'react'
import { call } from '../../platform/call'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { linkTexts } from './texts'

interface Draft {
  phone: string
  relation: 'family' | 'tenant'
  label: string
}

const mobilePhone = /^1[3-9]\d{9}$/

/** Somebody whom the owner links, while it is being written. */
export function useLinkForm({ communityId, householdId }: HomeAddress, saved: () => void) {
  const [draft, setDraft] = useState<Draft>({ phone: '', relation: 'family', label: '' })
  const [checked, setChecked] = useState(false)
  const phone = draft.phone.replace(/\s/g, '')
  const { run, busy, failure } = useMutation((body: Draft, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/people',
      { params: { communityId, householdId }, body },
      { intention },
    ),
  )
  const save = async () => {
    setChecked(true)
    if (!mobilePhone.test(phone)) return
    if (await run({ ...draft, phone, label: draft.label.trim() })) saved()
  }
  return {
    draft,
    change: (part: Partial<Draft>) => setDraft({ ...draft, ...part }),
    phoneError: checked && !mobilePhone.test(phone) ? linkTexts.phoneWrong : undefined,
    save: () => void save(),
    busy,
    failure,
  }
}
