import type { counterApi } from '@anjiao/shared/contract/counter'
import { asStaff } from '../identity/index.ts'
import type { Routes } from '../platform/http/routes.ts'
import { chequesIn } from './cheques.ts'
import { clerkRoles, confirmingRoles, counterRoles } from './clerk-roles.ts'
import { closeTill } from './close-till.ts'
import { confirmTill } from './confirm-till.ts'
import { counterBill } from './counter-bill.ts'
import { counterDay } from './counter-day.ts'
import { paymentOf } from './counter-payments.ts'
import { counterFor } from './counter-view.ts'
import { bringFloat, depositCash } from './deposit-cash.ts'
import { handOverTill } from './hand-over-till.ts'
import { openTill } from './open-till.ts'
import { receiveCheque } from './receive-cheque.ts'
import { reversePayment } from './reverse-payment.ts'
import { tillHistory } from './session-view.ts'
import { changePlace, setUpPlace } from './set-up-place.ts'
import { bounceCheque, clearCheque } from './settle-cheque.ts'
import { takePayment } from './take-payment.ts'

export const counterRoutes: Routes<typeof counterApi> = {
  'GET /v1/staff/communities/:communityId/counter': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, counterRoles, (ctx) => counterFor(ctx, caller.personId)),

  'POST /v1/staff/communities/:communityId/money-places': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, ['finance'], (ctx) => setUpPlace(ctx, body)),

  'PUT /v1/staff/communities/:communityId/money-places/:placeId': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, ['finance'], (ctx) => changePlace(ctx, params.placeId, body)),

  'GET /v1/staff/communities/:communityId/households/:householdId/counter-bill': ({
    world,
    caller,
    params,
    query,
  }) =>
    asStaff(world, caller, params.communityId, clerkRoles, (ctx) =>
      counterBill(ctx, params.householdId, query.paidOn ?? ctx.today),
    ),

  'POST /v1/staff/communities/:communityId/households/:householdId/counter-payments': ({
    world,
    caller,
    params,
    body,
    idempotencyKey,
  }) =>
    asStaff(world, caller, params.communityId, clerkRoles, (ctx) =>
      takePayment(ctx, {
        ...body,
        householdId: params.householdId,
        takenBy: caller.personId,
        intentKey: idempotencyKey,
      }),
    ),

  'POST /v1/staff/communities/:communityId/households/:householdId/cheques': ({
    world,
    caller,
    params,
    body,
    idempotencyKey,
  }) =>
    asStaff(world, caller, params.communityId, clerkRoles, (ctx) =>
      receiveCheque(ctx, {
        ...body,
        householdId: params.householdId,
        receivedBy: caller.personId,
        intentKey: idempotencyKey,
      }),
    ),

  'GET /v1/staff/communities/:communityId/cheques': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, counterRoles, (ctx) => chequesIn(ctx, query)),

  'POST /v1/staff/communities/:communityId/cheques/:chequeId/clear': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, ['finance'], (ctx) =>
      clearCheque(ctx, params.chequeId, caller.personId, body),
    ),

  'POST /v1/staff/communities/:communityId/cheques/:chequeId/bounce': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, ['finance'], (ctx) =>
      bounceCheque(ctx, params.chequeId, caller.personId, body.reason),
    ),

  'GET /v1/staff/communities/:communityId/counter-payments': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, counterRoles, (ctx) =>
      counterDay(ctx, { ...query, day: query.day ?? ctx.today }),
    ),

  'GET /v1/staff/communities/:communityId/counter-payments/:paymentId': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, counterRoles, (ctx) => paymentOf(ctx, params.paymentId)),

  'POST /v1/staff/communities/:communityId/counter-payments/:paymentId/reverse': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, counterRoles, (ctx) =>
      reversePayment(ctx, params.paymentId, body.reason),
    ),

  'POST /v1/staff/communities/:communityId/money-places/:placeId/open': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, clerkRoles, (ctx) =>
      openTill(ctx, params.placeId, caller.personId, body.count),
    ),

  'POST /v1/staff/communities/:communityId/till-sessions/:sessionId/count': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, clerkRoles, (ctx) =>
      closeTill(ctx, params.sessionId, caller.personId, body),
    ),

  'POST /v1/staff/communities/:communityId/till-sessions/:sessionId/take-over': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, clerkRoles, (ctx) =>
      handOverTill(ctx, params.sessionId, caller.personId, body.count),
    ),

  'POST /v1/staff/communities/:communityId/till-sessions/:sessionId/confirm': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, confirmingRoles, (ctx) =>
      confirmTill(ctx, params.sessionId, caller.personId, body.reason),
    ),

  'GET /v1/staff/communities/:communityId/till-sessions': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, counterRoles, (ctx) => tillHistory(ctx, query.before)),

  'POST /v1/staff/communities/:communityId/money-places/:placeId/deposit': ({
    world,
    caller,
    params,
    body,
    idempotencyKey,
  }) =>
    asStaff(world, caller, params.communityId, clerkRoles, (ctx) =>
      depositCash(ctx, {
        ...body,
        tillId: params.placeId,
        movedBy: caller.personId,
        intentKey: idempotencyKey,
      }),
    ),

  'POST /v1/staff/communities/:communityId/money-places/:placeId/float': ({
    world,
    caller,
    params,
    body,
    idempotencyKey,
  }) =>
    asStaff(world, caller, params.communityId, ['finance'], (ctx) =>
      bringFloat(ctx, {
        ...body,
        tillId: params.placeId,
        movedBy: caller.personId,
        intentKey: idempotencyKey,
      }),
    ),
}
