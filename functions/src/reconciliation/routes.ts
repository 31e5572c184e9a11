import type { reconciliationApi } from '@anjiao/shared/contract/reconciliation'
import { asStaff } from '../identity/index.ts'
import type { StaffRole } from '../platform/database-types.ts'
import type { Routes } from '../platform/http/routes.ts'
import { closeBusinessDay, whatDayLacks } from './close-business-day.ts'
import { differencesIn, reconciledDays } from './days.ts'
import { fundFlows, resolveFundFlow } from './fund-flows.ts'
import { resolveDifference } from './resolve-difference.ts'
import { resolveStray, straysFor } from './strays.ts'

const lookers: readonly StaffRole[] = ['finance', 'manager']

export const reconciliationRoutes: Routes<typeof reconciliationApi> = {
  'GET /v1/staff/communities/:communityId/reconciliation/days': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, lookers, reconciledDays),

  'GET /v1/staff/communities/:communityId/reconciliation/days/:day': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, lookers, (ctx) => whatDayLacks(ctx, params.day)),

  'POST /v1/staff/communities/:communityId/reconciliation/days/:day/close': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, ['finance'], async (ctx) => {
      await closeBusinessDay(ctx, params.day)
      return { closedThrough: params.day }
    }),

  'GET /v1/staff/communities/:communityId/reconciliation/differences': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, lookers, (ctx) => differencesIn(ctx, query)),

  'GET /v1/staff/communities/:communityId/reconciliation/strays': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, lookers, straysFor),

  'POST /v1/staff/communities/:communityId/reconciliation/bills/:billId/strays/:line/resolve': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, ['finance'], async (ctx) => {
      await resolveStray(ctx, params.billId, params.line, body.reason)
      return straysFor(ctx)
    }),

  'POST /v1/staff/communities/:communityId/reconciliation/differences/:differenceId/resolve': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, ['finance'], async (ctx) => {
      await resolveDifference(ctx, params.differenceId, body.reason)
      return differencesIn(ctx, { state: 'open' })
    }),

  'GET /v1/staff/communities/:communityId/reconciliation/fund-flows': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, lookers, fundFlows),

  'POST /v1/staff/communities/:communityId/reconciliation/fund-flows/:mchid/:day/resolve': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, ['finance'], async (ctx) => {
      await resolveFundFlow(ctx, params.mchid, params.day, body.reason)
      return fundFlows(ctx)
    }),
}
