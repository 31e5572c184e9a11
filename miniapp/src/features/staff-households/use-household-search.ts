import type { HouseholdRow } from '@anjiao/shared/contract/community'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { call } from '../../platform/call'
import { type Pages, usePages } from '../../platform/use-pages'

export interface HouseholdSearch {
  readonly communityId: CommunityId
  /** Room, name or digits of a phone; empty: everybody. */
  readonly search: string
  readonly inArrears: boolean
}

export interface FoundHouseholds extends Pages<HouseholdRow> {
  /** How many there are in all; undefined until the first have come. */
  readonly total: number | undefined
}

/** Households that match, slice by slice. */
export function useHouseholdSearch({ communityId, search, inArrears }: HouseholdSearch): FoundHouseholds {
  const [total, setTotal] = useState<number>()
  const pages = usePages<HouseholdRow, number>(`${communityId}/${inArrears}/${search}`, async (after) => {
    const found = await call('GET /v1/staff/communities/:communityId/households', {
      params: { communityId },
      query: { ...(search && { search }), ...(inArrears && { inArrears }), ...(after && { after }) },
    })
    if (after === undefined) setTotal(found.total)
    return { rows: found.households, next: found.next ?? undefined }
  })
  return { ...pages, total: pages.data && total }
}
