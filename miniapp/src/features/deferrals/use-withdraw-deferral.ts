import type { DeferralId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'

/** Takes a deferral back while it waits for an answer. */
export const useWithdrawDeferral = ({ communityId, householdId }: HomeAddress) =>
  useMutation((deferralId: DeferralId, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/deferrals/:deferralId/withdraw',
      { params: { communityId, householdId, deferralId } },
      { intention },
    ),
  )
