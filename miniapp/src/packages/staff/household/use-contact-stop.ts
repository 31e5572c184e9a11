import type { ContactStop } from '@anjiao/shared/contract/notices'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'

/** Enters that a home is not to be contacted, or takes it back. */
export const useContactStop = ({ communityId, householdId }: HomeAddress) =>
  useMutation((stop: ContactStop | null, intention) =>
    call(
      'PUT /v1/staff/communities/:communityId/households/:householdId/contact-stop',
      { params: { communityId, householdId }, body: { stop } },
      { intention },
    ),
  )
