import type { suspenseApi } from '@anjiao/shared/contract/suspense'
import { asStaff } from '../identity/index.ts'
import type { Routes } from '../platform/http/routes.ts'
import { openSuspense } from './open-suspense.ts'
import { placeSuspense } from './place-suspense.ts'
import { returnSuspense } from './return-suspense.ts'
import { suspenseBill } from './suspense-bill.ts'
import { resolvedIn, resolvedOf } from './suspense-view.ts'
import { takeBackPlacing } from './take-back-placing.ts'
import { lookers, placers, undoers } from './who-places.ts'

export const suspenseRoutes: Routes<typeof suspenseApi> = {
  'GET /v1/staff/communities/:communityId/suspense': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, lookers, openSuspense),

  'GET /v1/staff/communities/:communityId/suspense/resolved': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, lookers, (ctx) => resolvedIn(ctx)),

  'GET /v1/staff/communities/:communityId/suspense/homes/:householdId': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, lookers, (ctx) => suspenseBill(ctx, params.householdId)),

  'POST /v1/staff/communities/:communityId/suspense/:itemId/place': ({
    world,
    caller,
    params,
    body,
    idempotencyKey,
  }) =>
    asStaff(world, caller, params.communityId, placers, async (ctx) => {
      const intent = { itemId: params.itemId, resolvedBy: caller.personId, intentKey: idempotencyKey }
      return resolvedOf(ctx, await placeSuspense(ctx, { ...body, ...intent }))
    }),

  'POST /v1/staff/communities/:communityId/suspense/:itemId/return': ({
    world,
    caller,
    params,
    body,
    idempotencyKey,
  }) =>
    asStaff(world, caller, params.communityId, placers, async (ctx) => {
      const intent = { itemId: params.itemId, resolvedBy: caller.personId, intentKey: idempotencyKey }
      return resolvedOf(ctx, await returnSuspense(ctx, { ...intent, how: body }))
    }),

  'POST /v1/staff/communities/:communityId/suspense/:itemId/take-back': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, undoers, async (ctx) =>
      resolvedOf(ctx, await takeBackPlacing(ctx, params.itemId, caller.personId, body.reason)),
    ),
}
