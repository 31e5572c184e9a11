import { call, type Reply } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'

export type Standing = Reply<'GET /v1/staff/communities/:communityId/households/:householdId/standing'>
export type PlansOf = Reply<'GET /v1/staff/communities/:communityId/plans'>['plans']
export type ReliefOf = Reply<'GET /v1/staff/communities/:communityId/relief'>['applications']

/** For each open charge of a home: may we press for it now, and if not, why. */
export const useStanding = ({ communityId, householdId }: HomeAddress): Query<Standing> =>
  useQuery(`standing-${communityId}-${householdId}`, () =>
    call('GET /v1/staff/communities/:communityId/households/:householdId/standing', {
      params: { communityId, householdId },
    }),
  )

/** The latest plans of a home, newest first. */
export const usePlansOf = ({ communityId, householdId }: HomeAddress): Query<PlansOf> =>
  useQuery(`plans-of-${communityId}-${householdId}`, async () => {
    const listed = await call('GET /v1/staff/communities/:communityId/plans', {
      params: { communityId },
      query: { householdId },
    })
    return listed.plans
  })

/** The latest relief applications of a home, newest first. */
export const useReliefOf = ({ communityId, householdId }: HomeAddress): Query<ReliefOf> =>
  useQuery(`relief-of-${communityId}-${householdId}`, async () => {
    const listed = await call('GET /v1/staff/communities/:communityId/relief', {
      params: { communityId },
      query: { householdId },
    })
    return listed.applications
  })
