import type { requestsApi } from '@anjiao/shared/contract/requests'
import { answeringRoles, asStaff } from '../identity/index.ts'
import type { Routes } from '../platform/http/routes.ts'
import { waitingRequests } from './waiting-requests.ts'

export const requestsRoutes: Routes<typeof requestsApi> = {
  'GET /v1/staff/communities/:communityId/requests': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, answeringRoles, waitingRequests),
}
