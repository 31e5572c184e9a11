import type { billingApi } from '@anjiao/shared/contract/billing'
import { asStaff } from '../identity/index.ts'
import type { World } from '../platform/context.ts'
import type { StaffRole } from '../platform/database-types.ts'
import type { Routes } from '../platform/http/routes.ts'
import { addFeeStandard } from './add-fee-standard.ts'
import { addPriceVersion } from './add-price-version.ts'
import { asViewer } from './as-viewer.ts'
import { billRuns } from './bill-run.ts'
import { cancelCharge } from './cancel-charge.ts'
import { chargeStatement } from './charge-statement.ts'
import { continueBillRun } from './continue-bill-run.ts'
import { feeStandards } from './fee-standards.ts'
import { householdBills } from './household-bills.ts'
import { previewBillRun } from './preview-bill-run.ts'
import { startBillRun } from './start-bill-run.ts'

/** Who sets prices and issues bills. Administrators may do everything. */
const billers: readonly StaffRole[] = ['finance', 'manager']

/** A request works this long, then answers how far it came; the page, or the schedule, goes on. */
const workMs = 5_000

const workUntil = ({ clock }: World) => new Date(clock.now().getTime() + workMs)

export const billingRoutes: Routes<typeof billingApi> = {
  'GET /v1/communities/:communityId/households/:householdId/bills': ({ world, caller, params }) =>
    asViewer(world, caller, params, (ctx) => householdBills(ctx, params.householdId)),

  'GET /v1/communities/:communityId/households/:householdId/charges/:chargeId': ({ world, caller, params }) =>
    asViewer(world, caller, params, (ctx) => chargeStatement(ctx, params.householdId, params.chargeId)),

  'GET /v1/staff/communities/:communityId/fee-standards': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, billers, feeStandards),

  'POST /v1/staff/communities/:communityId/fee-standards/:standardId/versions': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, billers, (ctx) =>
      addPriceVersion(ctx, params.standardId, body),
    ),

  'POST /v1/staff/communities/:communityId/fee-standards': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, billers, (ctx) => addFeeStandard(ctx, body)),

  'POST /v1/staff/communities/:communityId/charges/:chargeId/cancel': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, ['manager'], async (ctx) => {
      await cancelCharge(ctx, params.chargeId, body.reason)
      return {}
    }),

  'POST /v1/staff/communities/:communityId/bill-runs/preview': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, billers, (ctx) => previewBillRun(ctx, body)),

  'POST /v1/staff/communities/:communityId/bill-runs': async ({ world, caller, params, body }) => {
    const { communityId } = params
    const { actor, billRunId } = await asStaff(world, caller, communityId, billers, async (ctx) => ({
      actor: ctx.actor,
      billRunId: await startBillRun(ctx, body),
    }))
    return continueBillRun(world, { communityId, billRunId, actor, until: workUntil(world) })
  },

  'GET /v1/staff/communities/:communityId/bill-runs': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, billers, billRuns),

  'POST /v1/staff/communities/:communityId/bill-runs/:billRunId/continue': async ({
    world,
    caller,
    params,
  }) => {
    const { communityId, billRunId } = params
    const actor = await asStaff(world, caller, communityId, billers, (ctx) => Promise.resolve(ctx.actor))
    return continueBillRun(world, { communityId, billRunId, actor, until: workUntil(world) })
  },
}
