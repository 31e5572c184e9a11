import { call, type Reply } from '../../platform/call'
import { type Query, useQuery } from '../../platform/use-query'

/** Who is signed in: homes, applications, posts. */
export const useMe = (): Query<Reply<'GET /v1/me'>> => useQuery('me', () => call('GET /v1/me', {}))
