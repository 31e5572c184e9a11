import type { reliefApi } from '@anjiao/shared/contract/relief'
import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import type { CommunityId, ReliefApplicationId } from '@anjiao/shared/ids'
import { photoLink } from '../evidence/index.ts'
import { asOwner, asStaff } from '../identity/index.ts'
import type { Ctx, World } from '../platform/context.ts'
import type { StaffRole } from '../platform/database-types.ts'
import type { Caller, Routes } from '../platform/http/routes.ts'
import { refuseRiskyText } from '../platform/refuse-risky-text.ts'
import { appealRelief } from './apply/appeal-relief.ts'
import { applyForRelief } from './apply/apply-for-relief.ts'
import { reliefOptions } from './apply/relief-options.ts'
import { sendMore } from './apply/send-more.ts'
import { withdrawRelief } from './apply/withdraw-relief.ts'
import { addBudget } from './budgets/add-budget.ts'
import { reliefBudgets } from './budgets/budgets.ts'
import { decideRelief, decideSecond } from './decide/decide-relief.ts'
import { noteWhatWasShown } from './decide/note-what-was-shown.ts'
import { reverseRelief } from './decide/reverse-relief.ts'
import { decidingRoles } from './deciding-roles.ts'
import { listRelief } from './list-relief.ts'
import { reliefCase } from './relief-case.ts'
import { reliefOverview } from './relief-overview.ts'
import { reliefOfHome, reliefView } from './relief-view.ts'
import { endStandard } from './standards/end-standard.ts'
import { publishStandard } from './standards/publish-standard.ts'
import { reliefStandards } from './standards/standard-rows.ts'
import { reliefOf, subjectOf } from './stored-relief.ts'

/** Who may look at applications: those who decide, and the desk that is shown the papers. */
const readers: readonly StaffRole[] = ['front_desk', ...decidingRoles]
/** Who sets out what is given, and takes it back. */
const managers: readonly StaffRole[] = ['manager']

export const reliefRoutes: Routes<typeof reliefApi> = {
  'GET /v1/communities/:communityId/households/:householdId/relief-options': ({ world, caller, params }) =>
    asOwner(world, caller, params, reliefOptions),

  'GET /v1/communities/:communityId/households/:householdId/relief': ({ world, caller, params }) =>
    asOwner(world, caller, params, reliefOfHome),

  'POST /v1/communities/:communityId/households/:householdId/relief': async ({
    world,
    caller,
    params,
    body,
  }) => {
    await refuseRiskyText(world, caller, body.statement)
    return asOwner(world, caller, params, async (ctx, householdId) =>
      reliefView(
        ctx,
        householdId,
        await applyForRelief(ctx, householdId, { ...body, askedBy: caller.personId }),
      ),
    )
  },

  'GET /v1/communities/:communityId/households/:householdId/relief/:applicationId': ({
    world,
    caller,
    params,
  }) =>
    asOwner(world, caller, params, (ctx, householdId) => reliefView(ctx, householdId, params.applicationId)),

  'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/withdraw': ({
    world,
    caller,
    params,
  }) =>
    asOwner(world, caller, params, async (ctx, householdId) => {
      await withdrawRelief(ctx, householdId, params.applicationId)
      return reliefView(ctx, householdId, params.applicationId)
    }),

  'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/more': async ({
    world,
    caller,
    params,
    body,
  }) => {
    await refuseRiskyText(world, caller, body.statement)
    return asOwner(world, caller, params, async (ctx, householdId) => {
      await sendMore(ctx, householdId, params.applicationId, body)
      return reliefView(ctx, householdId, params.applicationId)
    })
  },

  'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/appeal': async ({
    world,
    caller,
    params,
    body,
  }) => {
    await refuseRiskyText(world, caller, body.text)
    return asOwner(world, caller, params, async (ctx, householdId) => {
      await appealRelief(ctx, householdId, params.applicationId, body.text)
      return reliefView(ctx, householdId, params.applicationId)
    })
  },

  'GET /v1/staff/communities/:communityId/relief-standards': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, readers, reliefStandards),

  'POST /v1/staff/communities/:communityId/relief-standards': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, managers, (ctx) => publishStandard(ctx, body)),

  'POST /v1/staff/communities/:communityId/relief-standards/:standardId/end': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, managers, (ctx) => endStandard(ctx, params.standardId)),

  'GET /v1/staff/communities/:communityId/relief-budgets': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, decidingRoles, reliefBudgets),

  'POST /v1/staff/communities/:communityId/relief-budgets': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, managers, (ctx) => addBudget(ctx, body)),

  'GET /v1/staff/communities/:communityId/relief': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, readers, (ctx) => listRelief(ctx, query)),

  'GET /v1/staff/communities/:communityId/relief/:applicationId': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, readers, (ctx) => reliefCase(ctx, params.applicationId)),

  'POST /v1/staff/communities/:communityId/relief/:applicationId/checked': ({
    world,
    caller,
    params,
    body,
  }) =>
    onCase(world, caller, params, ['front_desk', 'manager'], (ctx, id) =>
      noteWhatWasShown(ctx, id, caller.personId, body.note),
    ),

  'POST /v1/staff/communities/:communityId/relief/:applicationId/photos/:photoId/view': ({
    world,
    caller,
    params,
  }) =>
    asStaff(world, caller, params.communityId, decidingRoles, async (ctx) => {
      const { id } = await reliefOf(ctx, params.applicationId)
      return photoLink(ctx, world.settings, subjectOf(id), params.photoId)
    }),

  'POST /v1/staff/communities/:communityId/relief/:applicationId/decide': ({ world, caller, params, body }) =>
    onCase(world, caller, params, decidingRoles, (ctx, id) => decideRelief(ctx, id, caller.personId, body)),

  'POST /v1/staff/communities/:communityId/relief/:applicationId/second': ({ world, caller, params, body }) =>
    onCase(world, caller, params, decidingRoles, (ctx, id) => decideSecond(ctx, id, caller.personId, body)),

  'POST /v1/staff/communities/:communityId/relief/:applicationId/reverse': ({
    world,
    caller,
    params,
    body,
  }) => onCase(world, caller, params, managers, (ctx, id) => reverseRelief(ctx, id, body.reason)),

  'GET /v1/staff/communities/:communityId/relief-overview': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, decidingRoles, reliefOverview),
}

/** Does something to a case, and answers it as it stands then. */
function onCase(
  world: World,
  caller: Caller,
  { communityId, applicationId }: { communityId: CommunityId; applicationId: ReliefApplicationId },
  roles: readonly StaffRole[],
  work: (ctx: Ctx, id: ReliefApplicationId) => Promise<void>,
): Promise<ReliefCase> {
  return asStaff(world, caller, communityId, roles, async (ctx) => {
    await work(ctx, applicationId)
    return reliefCase(ctx, applicationId)
  })
}
