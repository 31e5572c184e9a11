import type { BindingApplicationId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import type { ApplicationState, MembershipRelation } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'

export type Decision =
  | { readonly approve: true; readonly householdId: HouseholdId }
  | { readonly approve: false; readonly answer: string }

/**
 * Staff approve a binding application, which links the applicant to the home as they asked, or decline it with an
 * answer they will read. Decided once (`application-decided`), by somebody else than the applicant (`own-application`).
 * Refused as `not-found` when the application or the home is not of this community.
 */
export async function decideApplication(
  ctx: Ctx,
  applicationId: BindingApplicationId,
  decider: PersonId,
  decision: Decision,
): Promise<void> {
  const application = await ctx.tx.maybe<Application>`
    select person_id, relation, state from binding_application
     where (community_id, id) = (${ctx.community}, ${applicationId}) for update`
  if (!application) throw new Refusal('not-found')
  if (application.personId === decider) throw new Refusal('own-application')
  if (application.state !== 'pending') throw new Refusal('application-decided')

  if (decision.approve) await link(ctx, application, decision.householdId)
  const state = decision.approve ? 'approved' : 'rejected'
  const householdId = decision.approve ? decision.householdId : null
  await ctx.tx.run`
    update binding_application
       set state = ${state}, household_id = ${householdId}, answer = ${decision.approve ? '' : decision.answer},
           decided_at = ${ctx.now}, decided_by = ${decider}
     where (community_id, id) = (${ctx.community}, ${applicationId})`
  await logAction(ctx, `application-${state}`, `application ${applicationId}`, {
    relation: application.relation,
    ...(householdId !== null && { householdId }),
  })
}

interface Application {
  readonly personId: PersonId
  readonly relation: MembershipRelation
  readonly state: ApplicationState
}

async function link({ tx, community }: Ctx, { personId, relation }: Application, householdId: HouseholdId) {
  const home = await tx.maybe`select from household where (community_id, id) = (${community}, ${householdId})`
  if (!home) throw new Refusal('not-found')
  await tx.run`
    insert into membership (community_id, household_id, person_id, relation)
    values (${community}, ${householdId}, ${personId}, ${relation})
    on conflict (community_id, household_id, person_id) do update set relation = excluded.relation
      where membership.relation <> 'owner'`
}
