import type { HouseholdPerson } from '@anjiao/shared/contract/identity'
import type { MembershipId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { useMutation } from '../../platform/use-mutation'
import { useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** Who is linked to a home, for its owner, and the way to unlink somebody. */
export function usePeople({ communityId, householdId }: HomeAddress) {
  const params = { communityId, householdId }
  const people = useQuery<HouseholdPerson[]>(`people-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/people', { params }),
  )
  const removal = useMutation((membershipId: MembershipId, intention) =>
    call(
      'DELETE /v1/communities/:communityId/households/:householdId/people/:membershipId',
      { params: { ...params, membershipId } },
      { intention },
    ),
  )
  return { people, removal }
}
