import type { ContactWishes } from '@anjiao/shared/contract/notices'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { useKeptDraft } from '../../../platform/kept-draft'
import { useMutation } from '../../../platform/use-mutation'
import { type Query, useQuery } from '../../../platform/use-query'
import type { HomeAddress } from '../../../routes'

/** How a home wishes to be reached. */
export const useWishes = ({ communityId, householdId }: HomeAddress): Query<ContactWishes> =>
  useQuery(`wishes-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/contact-wishes', {
      params: { communityId, householdId },
    }),
  )

/** The same, being changed. */
export function useWishesForm({ communityId, householdId }: HomeAddress, before: ContactWishes) {
  const { draft, change: write, forget } = useKeptDraft(`wishes-${communityId}-${householdId}`, before)
  const [saved, setSaved] = useState(false)
  const { run, busy, failure } = useMutation((body: ContactWishes, intention) =>
    call(
      'PUT /v1/communities/:communityId/households/:householdId/contact-wishes',
      { params: { communityId, householdId }, body },
      { intention },
    ),
  )
  const change = (part: Partial<ContactWishes>) => {
    setSaved(false)
    write(part)
  }
  const save = async () => {
    const kept = await run({ ...draft, address: draft.address.trim() })
    if (!kept) return
    write(kept)
    forget()
    setSaved(true)
  }
  const isUnsaved = !saved && JSON.stringify(draft) !== JSON.stringify({ ...draft, ...before })
  return { draft, change, save: () => void save(), saved, isUnsaved, busy, failure }
}
