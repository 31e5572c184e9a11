import type { DebitBatch, Debits } from '@anjiao/shared/contract/debit-batches'
import type { CommunityId, DebitBatchId } from '@anjiao/shared/ids'
import { call, type Reply } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

/** Batches of bank debits, and what a new one takes. */
export const useDebits = (communityId: CommunityId): Query<Debits> =>
  useQuery(`debits-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/debits', { params: { communityId } }),
  )

/** One batch with its lines. */
export const useDebitBatch = (communityId: CommunityId, batchId: DebitBatchId): Query<DebitBatch> =>
  useQuery(`debit-batch-${communityId}-${batchId}`, () =>
    call('GET /v1/staff/communities/:communityId/debit-batches/:batchId', {
      params: { communityId, batchId },
    }),
  )

/** How the bank wants its files. */
export const useDebitLayouts = (
  communityId: CommunityId,
): Query<Reply<'GET /v1/staff/communities/:communityId/debit-layouts'>> =>
  useQuery(`debit-layouts-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/debit-layouts', { params: { communityId } }),
  )
