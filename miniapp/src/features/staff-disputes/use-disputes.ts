import type { CommunityId, DisputeId } from '@anjiao/shared/ids'
import type { DisputeState } from '@anjiao/shared/vocabulary'
import { call, type Reply } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

/** A dispute with the home it is of. */
export type DisputeCase = Reply<'GET /v1/staff/communities/:communityId/disputes'>[number]

const listed = (communityId: CommunityId, state: DisputeState): Promise<DisputeCase[]> =>
  call('GET /v1/staff/communities/:communityId/disputes', { params: { communityId }, query: { state } })

/** Disputes in a state: those that wait oldest first, of the others the latest. */
export const useDisputes = (communityId: CommunityId, state: DisputeState): Query<readonly DisputeCase[]> =>
  useQuery(`disputes-${communityId}-${state}`, () => listed(communityId, state))

/** Where one is looked for: most are looked at while they wait. */
const statesInTurn = [
  'open',
  'explained',
  'corrected',
  'withdrawn',
] as const satisfies readonly DisputeState[]

/** One dispute, from the lists in which it may stand; null where it is in none. */
export const useDispute = (communityId: CommunityId, disputeId: DisputeId): Query<DisputeCase | null> =>
  useQuery(`dispute-${communityId}-${disputeId}`, async () => {
    for (const state of statesInTurn) {
      const found = (await listed(communityId, state)).find(({ dispute }) => dispute.id === disputeId)
      if (found) return found
    }
    return null
  })
