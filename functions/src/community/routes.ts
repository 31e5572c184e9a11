import type { communityApi } from '@anjiao/shared/contract/community'
import { asStaff } from '../identity/index.ts'
import type { StaffRole } from '../platform/database-types.ts'
import type { Routes } from '../platform/http/routes.ts'
import { communityParts } from './community-parts.ts'
import { confirmRoll, findRoll } from './confirm-roll.ts'
import { householdDetail, revealPhones } from './household-detail.ts'
import { previewRoll, rollRoles } from './preview-roll.ts'
import { searchHouseholds } from './search-households.ts'
import { endContract, enterContract, listContracts } from './service-contracts.ts'
import { staffOverview } from './staff-overview.ts'

const everyone: readonly StaffRole[] = ['front_desk', 'finance', 'collector', 'manager']

export const communityRoutes: Routes<typeof communityApi> = {
  'GET /v1/staff/communities/:communityId/contracts': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, ['finance', 'manager'], listContracts),

  'POST /v1/staff/communities/:communityId/contracts': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, ['manager'], (ctx) => enterContract(ctx, body)),

  'POST /v1/staff/communities/:communityId/contracts/:contractId/end': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, ['manager'], (ctx) =>
      endContract(ctx, params.contractId, body.endedOn),
    ),

  'GET /v1/staff/communities/:communityId/overview': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, everyone, staffOverview),

  'GET /v1/staff/communities/:communityId/parts': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, everyone, communityParts),

  'POST /v1/staff/communities/:communityId/rolls': ({ world, caller, params, query, body }) =>
    previewRoll(world, caller, { ...params, ...query, file: body }),

  'GET /v1/staff/communities/:communityId/rolls/:rollImportId': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, rollRoles, (ctx) => findRoll(ctx, params.rollImportId)),

  'POST /v1/staff/communities/:communityId/rolls/:rollImportId/confirm': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, rollRoles, (ctx) => confirmRoll(ctx, params.rollImportId)),

  'GET /v1/staff/communities/:communityId/households': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, everyone, (ctx) => searchHouseholds(ctx, query)),

  'GET /v1/staff/communities/:communityId/households/:householdId': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, everyone, (ctx) => householdDetail(ctx, params.householdId)),

  'POST /v1/staff/communities/:communityId/households/:householdId/reveal-phone': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, ['front_desk', 'collector', 'manager'], (ctx) =>
      revealPhones(ctx, params.householdId, body.reason),
    ),
}
