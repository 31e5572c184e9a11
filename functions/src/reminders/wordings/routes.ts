import type { wordingsApi } from '@anjiao/shared/contract/wordings'
import { asStaff } from '../../identity/index.ts'
import type { StaffRole } from '../../platform/database-types.ts'
import type { Routes } from '../../platform/http/routes.ts'
import { accountsOf } from '../delivery/channel-pauses.ts'
import { publishWording } from './publish-wording.ts'
import { syncTemplates } from './sync-templates.ts'
import { listTemplates } from './templates.ts'
import { tryWording } from './try-wording.ts'
import { listWordings } from './wordings-in-force.ts'

/** Who decides what is said. Administrators may do everything. */
const managers: readonly StaffRole[] = ['manager']
/** Who may look it up, to answer for it. */
const readers: readonly StaffRole[] = ['front_desk', 'finance', ...managers]

export const wordingsRoutes: Routes<typeof wordingsApi> = {
  'GET /v1/staff/communities/:communityId/wechat-templates': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, readers, (ctx) => listTemplates(ctx, world.settings.appid)),

  'POST /v1/staff/communities/:communityId/wechat-templates/sync': async ({ world, caller, params }) => {
    const { communityId } = params
    const actor = await asStaff(world, caller, communityId, managers, (ctx) => Promise.resolve(ctx.actor))
    return syncTemplates(world, communityId, actor)
  },

  'GET /v1/staff/communities/:communityId/wordings': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, readers, (ctx) => listWordings(ctx, accountsOf(world))),

  'POST /v1/staff/communities/:communityId/wordings/try': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, managers, (ctx) =>
      tryWording(ctx, world.settings.appid, body),
    ),

  'POST /v1/staff/communities/:communityId/wordings': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, managers, async (ctx) => {
      await publishWording(ctx, world.settings.appid, body)
      return listWordings(ctx, accountsOf(world))
    }),
}
