import type { paymentsApi } from '@anjiao/shared/contract/payments'
import { asViewer } from '../billing/index.ts'
import { asResident, asStaff } from '../identity/index.ts'
import type { StaffRole } from '../platform/database-types.ts'
import type { Routes } from '../platform/http/routes.ts'
import { advanceAccount } from './advance-account.ts'
import { advancePolicies, publishAdvancePolicy } from './advance-policy.ts'
import { applyAdvance } from './apply-advance.ts'
import { orderFromWechat } from './order-from-wechat.ts'
import { paymentRecord, paymentRecords } from './payment-records.ts'
import { giveUpPayment, paymentStanding } from './payment-standing.ts'
import { startPayment } from './start-payment.ts'

const everyone: readonly StaffRole[] = ['front_desk', 'finance', 'collector', 'manager']

export const paymentsRoutes: Routes<typeof paymentsApi> = {
  'POST /v1/communities/:communityId/households/:householdId/payments': ({
    world,
    caller,
    params,
    body,
    idempotencyKey,
  }) => startPayment(world, caller, { ...params, choice: body, intentKey: idempotencyKey }),

  'GET /v1/communities/:communityId/households/:householdId/payments': ({ world, caller, params, query }) =>
    asViewer(world, caller, params, (ctx) => paymentRecords(ctx, params.householdId, query.before)),

  'GET /v1/communities/:communityId/households/:householdId/payment-records/:paymentId': ({
    world,
    caller,
    params,
  }) => asViewer(world, caller, params, (ctx) => paymentRecord(ctx, params.householdId, params.paymentId)),

  'GET /v1/communities/:communityId/households/:householdId/payments/:attemptId': ({
    world,
    caller,
    params,
  }) => paymentStanding(world, caller, params),

  'POST /v1/communities/:communityId/households/:householdId/payments/:attemptId/resume': ({
    world,
    caller,
    params,
  }) => orderFromWechat(world, caller, params),

  'POST /v1/communities/:communityId/households/:householdId/payments/:attemptId/close': ({
    world,
    caller,
    params,
  }) => giveUpPayment(world, caller, params),

  'GET /v1/communities/:communityId/households/:householdId/advance': ({ world, caller, params }) =>
    asViewer(world, caller, params, (ctx) => advanceAccount(ctx, params.householdId)),

  'GET /v1/staff/communities/:communityId/advance-policies': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, everyone, advancePolicies),

  'POST /v1/staff/communities/:communityId/advance-policies': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, ['manager'], (ctx) => publishAdvancePolicy(ctx, body)),

  'POST /v1/communities/:communityId/households/:householdId/advance/apply': ({
    world,
    caller,
    params,
    body,
    idempotencyKey,
  }) =>
    asResident(world, caller, params, (ctx, { householdId }) =>
      applyAdvance(ctx, householdId, body.chargeIds, idempotencyKey),
    ),
}
