import type { RuleSetting, reminderRulesApi } from '@anjiao/shared/contract/reminder-rules'
import type { Channel } from '@anjiao/shared/notice-life'
import type { ReminderRule } from '@anjiao/shared/reminder-rules'
import { asStaff } from '../../identity/index.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Routes } from '../../platform/http/routes.ts'
import { refuseClosed } from '../delivery/closed-channels.ts'
import { buildingRoles, lookingRoles } from '../who-reminds.ts'
import { rulesInForce, setRule } from './rule-settings.ts'

export const reminderRulesRoutes: Routes<typeof reminderRulesApi> = {
  'GET /v1/staff/communities/:communityId/reminder-rules': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, lookingRoles, ruleSettings),

  'PUT /v1/staff/communities/:communityId/reminder-rules': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, buildingRoles, async (ctx) => {
      await setRule(ctx, body)
      const settings = await ruleSettings(ctx)
      if (body.on || body.channels) refuseClosed(channelsInUse(settings, body.rule), world)
      return settings
    }),
}

/** Of a rule that is off: none. */
const channelsInUse = (settings: readonly RuleSetting[], rule: ReminderRule): readonly Channel[] =>
  settings.find((each) => each.rule === rule && each.on)?.channels ?? []

const ruleSettings = async (ctx: Ctx): Promise<RuleSetting[]> =>
  (await rulesInForce(ctx)).map(({ rule, on, channels, hour }) => ({ rule, on, channels, hour }))
