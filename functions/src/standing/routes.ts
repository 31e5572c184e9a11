import type { standingApi } from '@anjiao/shared/contract/disputes'
import { answeringRoles, asStaff } from '../identity/index.ts'
import type { Routes } from '../platform/http/routes.ts'
import { standingOf } from './may-we-press.ts'

export const standingRoutes: Routes<typeof standingApi> = {
  'GET /v1/staff/communities/:communityId/households/:householdId/standing': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, [...answeringRoles, 'collector'], (ctx) =>
      standingOf(ctx, params.householdId),
    ),
}
