import { call, type Reply } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

/** The communities that are served, with the telephone of each property company's front desk. */
export const useCommunities = (): Query<Reply<'GET /v1/communities'>> =>
  useQuery('communities', () => call('GET /v1/communities', {}))
