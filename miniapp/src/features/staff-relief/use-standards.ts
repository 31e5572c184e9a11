import type { ReliefBudget, ReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type { CommunityId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

/** Published standards (减免标准), those in force first. */
export const useStandards = (communityId: CommunityId): Query<readonly ReliefStandard[]> =>
  useQuery(`relief-standards-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/relief-standards', { params: { communityId } }),
  )

/** What relief is paid from, the newest first. */
export const useBudgets = (communityId: CommunityId): Query<readonly ReliefBudget[]> =>
  useQuery(`relief-budgets-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/relief-budgets', { params: { communityId } }),
  )
