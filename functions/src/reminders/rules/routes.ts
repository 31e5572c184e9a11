import type { reminderRulesApi } from '@anjiao/shared/contract/reminder-rules'
import { asStaff } from '../../identity/index.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Routes } from '../../platform/http/routes.ts'
import { buildingRoles, lookingRoles } from '../who-reminds.ts'
import { rulesInForce, setRule } from './rule-settings.ts'

export const reminderRulesRoutes: Routes<typeof reminderRulesApi> = {
  'GET /v1/staff/communities/:communityId/reminder-rules': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, lookingRoles, ruleSettings),

  'PUT /v1/staff/communities/:communityId/reminder-rules': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, buildingRoles, async (ctx) => {
      await setRule(ctx, body)
      return ruleSettings(ctx)
    }),
}

const ruleSettings = async (ctx: Ctx) =>
  (await rulesInForce(ctx)).map(({ rule, on, channels, hour }) => ({ rule, on, channels, hour }))
