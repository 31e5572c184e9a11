import type { financeApi } from '@anjiao/shared/contract/finance'
import { asStaff } from '../identity/index.ts'
import type { StaffRole } from '../platform/database-types.ts'
import type { Routes } from '../platform/http/routes.ts'
import { linkToFinanceList, openFinanceList } from './list-file.ts'
import { financeOverview } from './overview.ts'

const lookers: readonly StaffRole[] = ['finance', 'manager']

export const financeRoutes: Routes<typeof financeApi> = {
  'GET /v1/staff/communities/:communityId/finance-overview': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, lookers, (ctx) => financeOverview(ctx, query)),

  'POST /v1/staff/communities/:communityId/finance-lists': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, lookers, (ctx) =>
      linkToFinanceList(ctx, world.settings, body),
    ),

  'GET /v1/finance-lists/:token/:list/:from/:to': ({ world, params }) => openFinanceList(world, params),
}
