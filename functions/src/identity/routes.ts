import type { identityApi } from '@anjiao/shared/contract/identity'
import type { Routes } from '../platform/http/routes.ts'
import { asStaff } from './access.ts'
import { applyForBinding } from './binding/apply-for-binding.ts'
import { bindPhone } from './binding/bind-phone.ts'
import { decideApplication } from './binding/decide-application.ts'
import { listApplications } from './binding/list-applications.ts'
import { confirmDeviceLogin, lookAtDeviceLogin } from './desktop/confirm-device-login.ts'
import { pollDeviceLogin } from './desktop/poll-device-login.ts'
import { startDeviceLogin } from './desktop/start-device-login.ts'
import { listCommunities } from './list-communities.ts'
import { readMe } from './me.ts'
import { asOwner } from './people/as-owner.ts'
import { linkPerson } from './people/link-person.ts'
import { listPeople } from './people/list-people.ts'
import { unlinkPerson } from './people/unlink-person.ts'
import { refreshSession } from './session/refresh-session.ts'
import { signIn } from './session/sign-in.ts'
import { signOut } from './session/sign-out.ts'

/** Who decides binding applications, besides administrators. */
const receptionists = ['front_desk', 'manager'] as const

export const identityRoutes: Routes<typeof identityApi> = {
  'GET /v1/client-config': async ({ world: { settings } }) => ({
    peoplePageUrl: settings.peoplePageUrl,
    cashierUrl: settings.cashierUrl,
    subscribePageUrl: settings.subscribePageUrl,
  }),
  'POST /v1/session': ({ world, body }) => signIn(world, body.code),
  'POST /v1/session/refresh': ({ world, body }) => refreshSession(world, body.refreshToken),
  'DELETE /v1/session': async ({ world, caller }) => {
    await signOut(world, caller)
    return {}
  },
  'GET /v1/me': ({ world, caller }) => readMe(world, caller.personId),
  'POST /v1/me/phone': ({ world, caller, body }) => bindPhone(world, caller, body.code),
  'GET /v1/communities': ({ world }) => listCommunities(world),
  'POST /v1/communities/:communityId/applications': ({ world, caller, params, body }) =>
    applyForBinding(world, caller, { ...params, ...body }),

  'GET /v1/communities/:communityId/households/:householdId/people': ({ world, caller, params }) =>
    asOwner(world, caller, params, (ctx, householdId) => listPeople(ctx, householdId, caller.personId)),
  'POST /v1/communities/:communityId/households/:householdId/people': ({ world, caller, params, body }) =>
    asOwner(world, caller, params, async (ctx, householdId) => {
      await linkPerson(ctx, householdId, body)
      return listPeople(ctx, householdId, caller.personId)
    }),
  'DELETE /v1/communities/:communityId/households/:householdId/people/:membershipId': ({
    world,
    caller,
    params,
  }) =>
    asOwner(world, caller, params, async (ctx, householdId) => {
      await unlinkPerson(ctx, householdId, params.membershipId)
      return listPeople(ctx, householdId, caller.personId)
    }),

  'POST /v1/device': ({ world, askedFrom }) => startDeviceLogin(world, askedFrom),
  'POST /v1/device/poll': ({ world, body }) => pollDeviceLogin(world, body.deviceCode),
  'GET /v1/device/:userCode': async ({ world, caller, params }) => {
    const { askedFrom, askedAt } = await lookAtDeviceLogin(world, caller, params.userCode)
    return { askedFrom, askedAt: askedAt.toISOString() }
  },
  'POST /v1/device/:userCode': async ({ world, caller, params, body }) => {
    await confirmDeviceLogin(world, caller, { ...params, ...body })
    return {}
  },

  'GET /v1/staff/communities/:communityId/applications': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, receptionists, (ctx) => listApplications(ctx, query.state)),
  'POST /v1/staff/communities/:communityId/applications/:applicationId': async ({
    world,
    caller,
    params,
    body,
  }) => {
    await asStaff(world, caller, params.communityId, receptionists, (ctx) =>
      decideApplication(ctx, params.applicationId, caller.personId, body),
    )
    return {}
  },
}
