import type { disputesApi } from '@anjiao/shared/contract/disputes'
import { photoLink } from '../evidence/index.ts'
import { answeringRoles, asOwnerOrFamily, asResident, asStaff } from '../identity/index.ts'
import type { Routes } from '../platform/http/routes.ts'
import { refuseRiskyText } from '../platform/refuse-risky-text.ts'
import { answerDispute } from './answer-dispute.ts'
import { disputesIn, disputesOf } from './list-disputes.ts'
import { openDispute } from './open-dispute.ts'
import { photoSubject } from './photo-subject.ts'
import { withdrawDispute } from './withdraw-dispute.ts'

export const disputesRoutes: Routes<typeof disputesApi> = {
  'GET /v1/communities/:communityId/households/:householdId/disputes': ({ world, caller, params }) =>
    // A tenant sees that a charge is disputed, and not what its owner wrote.
    asResident(world, caller, params, async (ctx, { householdId, relation }) =>
      relation === 'tenant' ? [] : disputesOf(ctx, householdId),
    ),

  'POST /v1/communities/:communityId/households/:householdId/charges/:chargeId/disputes': async ({
    world,
    caller,
    params: { chargeId, ...home },
    body,
  }) => {
    await refuseRiskyText(world, caller, body.text)
    return asOwnerOrFamily(world, caller, home, (ctx, householdId) =>
      openDispute(ctx, { ...body, householdId, chargeId, askedBy: caller.personId }),
    )
  },

  'POST /v1/communities/:communityId/households/:householdId/disputes/:disputeId/withdraw': ({
    world,
    caller,
    params: { disputeId, ...home },
  }) =>
    asOwnerOrFamily(world, caller, home, (ctx, householdId) => withdrawDispute(ctx, householdId, disputeId)),

  'GET /v1/staff/communities/:communityId/disputes': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, answeringRoles, (ctx) => disputesIn(ctx, query.state)),

  'POST /v1/staff/communities/:communityId/disputes/:disputeId/answer': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, answeringRoles, (ctx) =>
      answerDispute(ctx, params.disputeId, caller.personId, body),
    ),

  'POST /v1/staff/communities/:communityId/disputes/:disputeId/photos/:photoId/view': ({
    world,
    caller,
    params,
  }) =>
    asStaff(world, caller, params.communityId, answeringRoles, (ctx) =>
      photoLink(ctx, world.settings, photoSubject(params.disputeId), params.photoId),
    ),
}
