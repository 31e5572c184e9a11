import type { RefundablePayment, StaffRefund } from '@anjiao/shared/contract/refunds'
import type { CommunityId, RefundId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import type { RefundState } from '@anjiao/shared/refund-life'
import { call } from '../../platform/call'
import { type Pages, usePages } from '../../platform/use-pages'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

/** Refunds newest first, all or those in a state. */
export const useRefunds = (communityId: CommunityId, state: RefundState | 'all'): Pages<StaffRefund> =>
  usePages<StaffRefund, RefundId>(`refunds-${communityId}-${state}`, async (before) => {
    const slice = await call('GET /v1/staff/communities/:communityId/refunds', {
      params: { communityId },
      query: { ...(state !== 'all' && { state }), ...(before && { before }) },
    })
    return { rows: slice.refunds, next: slice.more ? slice.refunds[slice.refunds.length - 1]?.id : undefined }
  })

/** One refund. */
export const useRefund = (communityId: CommunityId, refundId: RefundId): Query<StaffRefund> =>
  useQuery(`refund-${communityId}-${refundId}`, () =>
    call('GET /v1/staff/communities/:communityId/refunds/:refundId', { params: { communityId, refundId } }),
  )

/** The newest payments of a home, and what of each may still go back. */
export const useRefundable = ({ communityId, householdId }: HomeAddress): Query<RefundablePayment[]> =>
  useQuery(`refundable-${communityId}-${householdId}`, () =>
    call('GET /v1/staff/communities/:communityId/households/:householdId/refundable', {
      params: { communityId, householdId },
    }),
  )

/** How much one person may still give back alone to a home. */
export const useLeftAlone = ({ communityId, householdId }: HomeAddress): Query<{ aloneFen: Fen }> =>
  useQuery(`refund-alone-${communityId}-${householdId}`, () =>
    call('GET /v1/staff/communities/:communityId/households/:householdId/refund-limit', {
      params: { communityId, householdId },
    }),
  )

/** Up to which sum one person is enough. */
export const useRefundLimit = (communityId: CommunityId): Query<{ aloneUpToFen: Fen }> =>
  useQuery(`refund-limit-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/refund-limit', { params: { communityId } }),
  )
