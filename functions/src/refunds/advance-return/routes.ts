import type { advanceReturnsApi } from '@anjiao/shared/contract/advance-returns'
import { asOwner, asResident, asStaff } from '../../identity/index.ts'
import type { Routes } from '../../platform/http/routes.ts'
import { refuseRiskyText } from '../../platform/refuse-risky-text.ts'
import { refundAskers } from '../who-may-refund.ts'
import { declineReturn } from './answer-return.ts'
import { askForAdvance, withdrawAdvanceReturn } from './ask-for-advance.ts'
import { giveAdvanceBack } from './give-advance-back.ts'
import { homeAdvanceReturn, staffAdvanceReturn } from './return-views.ts'

export const advanceReturnsRoutes: Routes<typeof advanceReturnsApi> = {
  'GET /v1/communities/:communityId/households/:householdId/advance-return': ({ world, caller, params }) =>
    asResident(world, caller, params, (ctx, { householdId, relation }) =>
      homeAdvanceReturn(ctx, householdId, { personId: caller.personId, isOwner: relation === 'owner' }),
    ),

  'POST /v1/communities/:communityId/households/:householdId/advance-return': async ({
    world,
    caller,
    params,
    body,
  }) => {
    await refuseRiskyText(world, caller, body.words)
    return asOwner(world, caller, params, async (ctx, householdId) => {
      await askForAdvance(ctx, householdId, caller.personId, body)
      return homeAdvanceReturn(ctx, householdId, { personId: caller.personId, isOwner: true })
    })
  },

  'POST /v1/communities/:communityId/households/:householdId/advance-return/withdraw': ({
    world,
    caller,
    params,
  }) =>
    asOwner(world, caller, params, async (ctx, householdId) => {
      await withdrawAdvanceReturn(ctx, householdId, caller.personId)
      return homeAdvanceReturn(ctx, householdId, { personId: caller.personId, isOwner: true })
    }),

  'GET /v1/staff/communities/:communityId/households/:householdId/advance-return': ({
    world,
    caller,
    params,
  }) =>
    asStaff(world, caller, params.communityId, refundAskers, (ctx) =>
      staffAdvanceReturn(ctx, params.householdId),
    ),

  'POST /v1/staff/communities/:communityId/households/:householdId/advance-return': ({
    world,
    caller,
    params,
    body,
    idempotencyKey,
  }) =>
    asStaff(world, caller, params.communityId, refundAskers, (ctx) =>
      giveAdvanceBack(ctx, params.householdId, caller.personId, body, idempotencyKey),
    ),

  'POST /v1/staff/communities/:communityId/advance-returns/:returnId/decline': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, refundAskers, async (ctx) => {
      await declineReturn(ctx, params.returnId, caller.personId, body.reason)
      return { state: 'declined' as const }
    }),
}
