import type { BusinessDate } from '@anjiao/shared/calendar'
import type {
  BillDifference,
  BillStray,
  FundFlow,
  ReconciledDay,
} from '@anjiao/shared/contract/reconciliation'
import type { CommunityId } from '@anjiao/shared/ids'
import type { DifferenceState } from '@anjiao/shared/vocabulary'
import { call, type Reply } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

/** The last days, newest first. */
export const useReconciledDays = (communityId: CommunityId): Query<ReconciledDay[]> =>
  useQuery(`reconciled-days-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/reconciliation/days', { params: { communityId } }),
  )

/** How many of each keep a day from being closed. */
export type DayLacks = Reply<'GET /v1/staff/communities/:communityId/reconciliation/days/:day'>

/** What keeps a day from being closed. */
export const useDayLacks = (communityId: CommunityId, day: BusinessDate): Query<DayLacks> =>
  useQuery(`day-lacks-${communityId}-${day}`, () =>
    call('GET /v1/staff/communities/:communityId/reconciliation/days/:day', { params: { communityId, day } }),
  )

/** What a bill and the books do not agree on. */
export const useDifferences = (communityId: CommunityId, state: DifferenceState): Query<BillDifference[]> =>
  useQuery(`bill-differences-${communityId}-${state}`, () =>
    call('GET /v1/staff/communities/:communityId/reconciliation/differences', {
      params: { communityId },
      query: { state },
    }),
  )

/** Lines of bills that belong to no community and that nobody has explained. */
export const useStrays = (communityId: CommunityId): Query<BillStray[]> =>
  useQuery(`bill-strays-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/reconciliation/strays', { params: { communityId } }),
  )

/** What moved on the merchants' accounts lately, and all that is in doubt. */
export const useFundFlows = (communityId: CommunityId): Query<FundFlow[]> =>
  useQuery(`fund-flows-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/reconciliation/fund-flows', { params: { communityId } }),
  )
