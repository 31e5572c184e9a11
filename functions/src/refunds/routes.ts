import type { refundsApi } from '@anjiao/shared/contract/refunds'
import { asViewer } from '../billing/index.ts'
import { counterRoles } from '../counter/index.ts'
import { asStaff } from '../identity/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { StaffRole } from '../platform/database-types.ts'
import type { Routes } from '../platform/http/routes.ts'
import { Refusal } from '../platform/refusal.ts'
import { askRefund } from './ask-refund.ts'
import { decideRefund, withdrawRefund } from './decide-refund.ts'
import { explainRefund } from './explain-refund.ts'
import { payOutRefund } from './pay-out-refund.ts'
import { payoutDay } from './payout-day.ts'
import { leftAlone, refundLimit, setRefundLimit } from './refund-limit.ts'
import { refundsIn, refundsOfHome } from './refund-view.ts'
import { refundablePayments } from './refundable-payments.ts'
import { refundAskers } from './who-may-refund.ts'

export { advanceReturnsRoutes } from './advance-return/routes.ts'

/** Who lets it go. */
const checkers: readonly StaffRole[] = ['finance', 'manager']

const shown = async (ctx: Ctx, id: Parameters<typeof decideRefund>[1]) => {
  const [refund] = (await refundsIn(ctx, { id })).refunds
  if (!refund) throw new Refusal('not-found')
  return refund
}

export const refundsRoutes: Routes<typeof refundsApi> = {
  'GET /v1/communities/:communityId/households/:householdId/refunds': ({ world, caller, params }) =>
    asViewer(world, caller, params, (ctx) => refundsOfHome(ctx, params.householdId)),

  'GET /v1/staff/communities/:communityId/households/:householdId/refundable': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, refundAskers, (ctx) =>
      refundablePayments(ctx, params.householdId),
    ),

  'GET /v1/staff/communities/:communityId/households/:householdId/refund-limit': ({
    world,
    caller,
    params,
  }) =>
    asStaff(world, caller, params.communityId, refundAskers, async (ctx) => ({
      aloneFen: await leftAlone(ctx, params.householdId),
    })),

  'POST /v1/staff/communities/:communityId/payments/:paymentId/refunds': ({
    world,
    caller,
    params,
    body,
    idempotencyKey,
  }) =>
    asStaff(world, caller, params.communityId, refundAskers, async (ctx) => {
      const request = { ...body, paymentId: params.paymentId }
      return shown(ctx, await askRefund(ctx, caller.personId, request, idempotencyKey))
    }),

  'GET /v1/staff/communities/:communityId/refunds': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, refundAskers, (ctx) =>
      refundsIn(ctx, { ...query, ...(query.state && { states: [query.state] }) }),
    ),

  'GET /v1/staff/communities/:communityId/refunds/:refundId': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, refundAskers, (ctx) => shown(ctx, params.refundId)),

  'POST /v1/staff/communities/:communityId/refunds/:refundId/decide': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, checkers, async (ctx) => {
      await decideRefund(ctx, params.refundId, caller.personId, body)
      return shown(ctx, params.refundId)
    }),

  'POST /v1/staff/communities/:communityId/refunds/:refundId/withdraw': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, refundAskers, async (ctx) => {
      await withdrawRefund(ctx, params.refundId)
      return shown(ctx, params.refundId)
    }),

  'POST /v1/staff/communities/:communityId/refunds/:refundId/explain': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, ['finance'], async (ctx) => {
      await explainRefund(ctx, params.refundId, body)
      return shown(ctx, params.refundId)
    }),

  'POST /v1/staff/communities/:communityId/refunds/:refundId/pay-out': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, refundAskers, async (ctx) => {
      await payOutRefund(ctx, params.refundId, caller.personId, body)
      return shown(ctx, params.refundId)
    }),

  'GET /v1/staff/communities/:communityId/refund-payouts': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, counterRoles, (ctx) => payoutDay(ctx, query.day)),

  'GET /v1/staff/communities/:communityId/refund-limit': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, refundAskers, async (ctx) => ({
      aloneUpToFen: await refundLimit(ctx),
    })),

  'POST /v1/staff/communities/:communityId/refund-limit': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, ['manager'], async (ctx) => {
      await setRefundLimit(ctx, body.aloneUpToFen)
      return body
    }),
}
