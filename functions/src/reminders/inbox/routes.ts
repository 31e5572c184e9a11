import type { noticesApi } from '@anjiao/shared/contract/notices'
import { answeringRoles, asOwnerOrFamily, asResident, asStaff } from '../../identity/index.ts'
import type { StaffRole } from '../../platform/database-types.ts'
import type { Routes } from '../../platform/http/routes.ts'
import { refuseRiskyText } from '../../platform/refuse-risky-text.ts'
import { complain } from './complain.ts'
import { answerComplaint, complaints } from './complaints.ts'
import { contactOf, stopContact, wish } from './contact-wishes.ts'
import { countUnknown, homeLog, messageLog } from './message-log.ts'
import { noticesOf } from './notices-of.ts'
import { openNotice } from './open-notice.ts'
import { resolveUnknown } from './resolve-unknown.ts'
import { complaintRoles } from './waiting-complaints.ts'

/** Who reads what a home was told and how it may be reached. */
const readingRoles: readonly StaffRole[] = [...answeringRoles, 'collector']
/** To whom residents say how they wish to be reached. */
const deskRoles: readonly StaffRole[] = ['front_desk', 'manager']

export const noticesRoutes: Routes<typeof noticesApi> = {
  'GET /v1/communities/:communityId/households/:householdId/notices': ({ world, caller, params, query }) =>
    // A tenant owes nothing here, and is told nothing of what an owner owes.
    asResident(world, caller, params, async (ctx, { householdId, relation }) =>
      relation === 'tenant'
        ? { notices: [], unopened: 0, next: null }
        : noticesOf(ctx, householdId, query.before ?? null),
    ),

  'POST /v1/communities/:communityId/households/:householdId/notices/:noticeId/open': ({
    world,
    caller,
    params: { noticeId, ...home },
  }) =>
    asOwnerOrFamily(world, caller, home, (ctx, householdId) =>
      openNotice(ctx, householdId, noticeId, caller.personId),
    ),

  'POST /v1/communities/:communityId/households/:householdId/notices/:noticeId/complaints': async ({
    world,
    caller,
    params: { noticeId, ...home },
    body,
  }) => {
    await refuseRiskyText(world, caller, body.text)
    return asOwnerOrFamily(world, caller, home, (ctx, householdId) =>
      complain(ctx, { householdId, noticeId, by: caller.personId, text: body.text }),
    )
  },

  'GET /v1/communities/:communityId/households/:householdId/contact-wishes': ({ world, caller, params }) =>
    asOwnerOrFamily(
      world,
      caller,
      params,
      async (ctx, householdId) => (await contactOf(ctx, householdId)).wishes,
    ),

  'PUT /v1/communities/:communityId/households/:householdId/contact-wishes': ({
    world,
    caller,
    params,
    body,
  }) => asOwnerOrFamily(world, caller, params, (ctx, householdId) => wish(ctx, householdId, body)),

  'GET /v1/staff/communities/:communityId/households/:householdId/notices': ({
    world,
    caller,
    params,
    query,
  }) =>
    asStaff(world, caller, params.communityId, readingRoles, (ctx) =>
      homeLog(ctx, params.householdId, query.before),
    ),

  'GET /v1/staff/communities/:communityId/households/:householdId/contact': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, readingRoles, (ctx) => contactOf(ctx, params.householdId)),

  'PUT /v1/staff/communities/:communityId/households/:householdId/contact-wishes': ({
    world,
    caller,
    params,
    body,
  }) => asStaff(world, caller, params.communityId, deskRoles, (ctx) => wish(ctx, params.householdId, body)),

  'PUT /v1/staff/communities/:communityId/households/:householdId/contact-stop': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, answeringRoles, async (ctx) => ({
      stop: await stopContact(ctx, params.householdId, body.stop),
    })),

  'GET /v1/staff/communities/:communityId/deliveries/unknown': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, ['manager'], (ctx) => messageLog(ctx, { isUnknown: true })),

  'GET /v1/staff/communities/:communityId/deliveries/unknown/count': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, ['manager'], async (ctx) => ({
      unknown: await countUnknown(ctx),
    })),

  'POST /v1/staff/communities/:communityId/deliveries/:deliveryId/resolve': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, ['manager'], (ctx) =>
      resolveUnknown(ctx, params.deliveryId, body),
    ),

  'GET /v1/staff/communities/:communityId/complaints': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, complaintRoles, (ctx) => complaints(ctx)),

  'POST /v1/staff/communities/:communityId/complaints/:complaintId/answer': ({
    world,
    caller,
    params,
    body,
  }) =>
    asStaff(world, caller, params.communityId, complaintRoles, (ctx) =>
      answerComplaint(ctx, params.complaintId, caller.personId, body.answer),
    ),
}
