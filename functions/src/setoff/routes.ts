import type { setOffApi } from '@anjiao/shared/contract/set-off'
import { asOwner, asResident } from '../identity/index.ts'
import type { Routes } from '../platform/http/routes.ts'
import { agreeToSetOff } from './agree-to-set-off.ts'
import { ownSetOff } from './own-set-off.ts'
import { withdrawSetOff } from './withdraw-set-off.ts'

export const setOffRoutes: Routes<typeof setOffApi> = {
  'GET /v1/communities/:communityId/households/:householdId/set-off': ({ world, caller, params }) =>
    asResident(world, caller, params, ownSetOff),

  'POST /v1/communities/:communityId/households/:householdId/set-off': ({ world, caller, params, body }) =>
    asOwner(world, caller, params, async (ctx, householdId) => {
      const { personId: giver, appid, openid } = caller
      await agreeToSetOff(ctx, householdId, { ...body, giver, appid, openid })
      return ownSetOff(ctx, { householdId, relation: 'owner' })
    }),

  'POST /v1/communities/:communityId/households/:householdId/set-off/stop': ({ world, caller, params }) =>
    asOwner(world, caller, params, async (ctx, householdId) => {
      await withdrawSetOff(ctx, householdId, caller.personId)
      return ownSetOff(ctx, { householdId, relation: 'owner' })
    }),
}
