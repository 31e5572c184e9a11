import type { plansApi } from '@anjiao/shared/contract/plans'
import { staffRoles } from '@anjiao/shared/vocabulary'
import { asOwner, asResident, asStaff, provenPhone } from '../identity/index.ts'
import { rehearse } from '../platform/context.ts'
import type { StaffRole } from '../platform/database-types.ts'
import type { Routes } from '../platform/http/routes.ts'
import { refuseRiskyText } from '../platform/refuse-risky-text.ts'
import { linkToAgreement, openAgreement } from './agreement/agreement-file.ts'
import { agreementView } from './agreement/agreement-view.ts'
import { signPlan } from './agreement/sign-plan.ts'
import { applyForPlan } from './apply/apply-for-plan.ts'
import { decidePlan } from './apply/decide-plan.ts'
import { planOptions } from './apply/plan-options.ts'
import { turnDown } from './apply/turn-down.ts'
import { askDeferral } from './deferral/ask-deferral.ts'
import { decideDeferral, withdrawDeferral } from './deferral/decide-deferral.ts'
import { deferrals, deferralView } from './deferral/deferral-view.ts'
import { listPlans } from './list-plans.ts'
import { moveInstalment } from './move-instalment.ts'
import { offerPlans, previewOffer } from './offers/offer-plans.ts'
import { payInstalments } from './pay-instalments.ts'
import { plansOf, planView } from './plan-view.ts'
import { plansOverview } from './plans-overview.ts'
import { planPolicies, publishPolicy } from './policy/publish-policy.ts'
import { householdOfPlan } from './stored-plan.ts'

/** Who decides about plans and deferrals. Administrators may do everything. */
const deciders: readonly StaffRole[] = ['finance', 'manager']
const everyone = Object.keys(staffRoles) as StaffRole[]

export const plansRoutes: Routes<typeof plansApi> = {
  'GET /v1/communities/:communityId/households/:householdId/plan-options': ({ world, caller, params }) =>
    asOwner(world, caller, params, planOptions),

  'GET /v1/communities/:communityId/households/:householdId/plans': ({ world, caller, params }) =>
    asResident(world, caller, params, (ctx) => plansOf(ctx, params.householdId)),

  'POST /v1/communities/:communityId/households/:householdId/plans': async ({
    world,
    caller,
    params,
    body,
  }) => {
    await refuseRiskyText(world, caller, body.reason)
    return asOwner(world, caller, params, async (ctx, householdId) =>
      planView(ctx, householdId, await applyForPlan(ctx, householdId, body)),
    )
  },

  'GET /v1/communities/:communityId/households/:householdId/plans/:planId': ({ world, caller, params }) =>
    asResident(world, caller, params, (ctx) => planView(ctx, params.householdId, params.planId)),

  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/decline': ({
    world,
    caller,
    params,
  }) =>
    asOwner(world, caller, params, async (ctx, householdId) => {
      await turnDown(ctx, householdId, params.planId, 'decline')
      return planView(ctx, householdId, params.planId)
    }),

  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/withdraw': ({
    world,
    caller,
    params,
  }) =>
    asOwner(world, caller, params, async (ctx, householdId) => {
      await turnDown(ctx, householdId, params.planId, 'withdraw')
      return planView(ctx, householdId, params.planId)
    }),

  'GET /v1/communities/:communityId/households/:householdId/plans/:planId/agreement': async ({
    world,
    caller,
    params,
  }) => {
    const actor = await asOwner(world, caller, params, (ctx) => Promise.resolve(ctx.actor))
    return rehearse(world, params.communityId, actor, (ctx) =>
      agreementView(ctx, params.householdId, params.planId),
    )
  },

  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/sign': async ({
    world,
    caller,
    params,
    body,
  }) => {
    const phone = await provenPhone(world, body.phoneCode)
    return asOwner(world, caller, params, async (ctx, householdId) => {
      const { personId: signer, appid, openid } = caller
      await signPlan(ctx, householdId, params.planId, { ...body, signer, appid, openid, provenPhone: phone })
      return planView(ctx, householdId, params.planId)
    })
  },

  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/agreement/pdf': ({
    world,
    caller,
    params,
  }) =>
    asOwner(world, caller, params, (ctx, householdId) =>
      linkToAgreement(ctx, world.settings, householdId, params.planId),
    ),

  'GET /v1/agreements/:token': ({ world, params }) => openAgreement(world, params.token),

  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/payments': ({
    world,
    caller,
    params,
    body,
    idempotencyKey,
  }) => payInstalments(world, caller, { ...params, ...body, intentKey: idempotencyKey }),

  'POST /v1/communities/:communityId/households/:householdId/plans/:planId/instalments/:no/move': async ({
    world,
    caller,
    params,
    body,
  }) => {
    await refuseRiskyText(world, caller, body.reason)
    return asOwner(world, caller, params, async (ctx, householdId) => {
      await moveInstalment(ctx, householdId, params.planId, { no: params.no, ...body })
      return planView(ctx, householdId, params.planId)
    })
  },

  'GET /v1/communities/:communityId/households/:householdId/deferrals': ({ world, caller, params }) =>
    asResident(world, caller, params, async (ctx, { householdId }) =>
      (await deferrals(ctx, { householdId })).map(({ deferral }) => deferral),
    ),

  'POST /v1/communities/:communityId/households/:householdId/deferrals': async ({
    world,
    caller,
    params,
    body,
  }) => {
    await refuseRiskyText(world, caller, body.reason)
    return asOwner(world, caller, params, async (ctx, householdId) => {
      const id = await askDeferral(ctx, householdId, { ...body, askedBy: caller.personId })
      return deferralView(ctx, householdId, id)
    })
  },

  'POST /v1/communities/:communityId/households/:householdId/deferrals/:deferralId/withdraw': ({
    world,
    caller,
    params,
  }) =>
    asOwner(world, caller, params, async (ctx, householdId) => {
      await withdrawDeferral(ctx, householdId, params.deferralId)
      return deferralView(ctx, householdId, params.deferralId)
    }),

  'GET /v1/staff/communities/:communityId/plan-policies': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, everyone, planPolicies),

  'POST /v1/staff/communities/:communityId/plan-policies': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, ['manager'], (ctx) => publishPolicy(ctx, body)),

  'GET /v1/staff/communities/:communityId/plans': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, everyone, (ctx) => listPlans(ctx, query)),

  'GET /v1/staff/communities/:communityId/plans/:planId': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, everyone, async (ctx) =>
      planView(ctx, await householdOfPlan(ctx, params.planId), params.planId),
    ),

  'POST /v1/staff/communities/:communityId/plans/:planId/decide': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, deciders, async (ctx) => {
      const householdId = await decidePlan(ctx, params.planId, caller.personId, body)
      return planView(ctx, householdId, params.planId)
    }),

  'POST /v1/staff/communities/:communityId/plans/:planId/take-back': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, deciders, async (ctx) => {
      const householdId = await householdOfPlan(ctx, params.planId)
      await turnDown(ctx, householdId, params.planId, 'take_back')
      return planView(ctx, householdId, params.planId)
    }),

  'POST /v1/staff/communities/:communityId/plan-offers/preview': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, deciders, (ctx) => previewOffer(ctx, body)),

  'POST /v1/staff/communities/:communityId/plan-offers': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, deciders, (ctx) => offerPlans(ctx, body)),

  'GET /v1/staff/communities/:communityId/plans-overview': ({ world, caller, params }) =>
    asStaff(world, caller, params.communityId, everyone, plansOverview),

  'GET /v1/staff/communities/:communityId/deferrals': ({ world, caller, params, query }) =>
    asStaff(world, caller, params.communityId, everyone, (ctx) => deferrals(ctx, query)),

  'POST /v1/staff/communities/:communityId/deferrals/:deferralId/decide': ({ world, caller, params, body }) =>
    asStaff(world, caller, params.communityId, deciders, async (ctx) => {
      const householdId = await decideDeferral(ctx, params.deferralId, caller.personId, body)
      return deferralView(ctx, householdId, params.deferralId)
    }),
}
