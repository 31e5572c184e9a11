import { type BusinessDate, businessDateAt } from '@anjiao/shared/calendar'
import type { ReliefGrant } from '@anjiao/shared/contract/relief-application'
import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import type { ReliefApplicationId, ReliefBudgetId } from '@anjiao/shared/ids'
import { addFen, type Fen, sumFen, zeroFen } from '@anjiao/shared/money'
import { lateFeesDue } from '../billing/index.ts'
import { holdsAnyOf, isOwnRequest } from '../identity/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { ReliefState } from '../platform/database-types.ts'
import { reliefBudget } from './budgets/budgets.ts'
import { needsSecond } from './decide/needs-second.ts'
import { whyNotDecide } from './decide/who-may-decide.ts'
import { decidingRoles } from './deciding-roles.ts'
import { standardForHome } from './given-to-home.ts'
import { allOfIt, measureRelief } from './measure-relief.ts'
import { chargesNamed } from './named-charges.ts'
import { grantOf, shownOne } from './relief-view.ts'
import { reliefOf, type StoredRelief } from './stored-relief.ts'

/** Earlier decisions that are shown beside a case. */
const sameKindMax = 20

/** An application as staff see it, with what its standard gives today and how like cases were decided. Refused as `not-found`. */
export async function reliefCase(ctx: Ctx, id: ReliefApplicationId): Promise<ReliefCase> {
  const relief = await reliefOf(ctx, id)
  const home = await ctx.tx.one<{ roomName: string; ownerMasked: string }>`
    select room_name, owner_masked from home_name
     where (community_id, household_id) = (${ctx.community}, ${relief.householdId})`
  const proposed = await proposedGrant(ctx, relief)
  return {
    ...home,
    application: await shownOne(ctx, relief),
    proposed,
    needsSecond: relief.state === 'agreed_once' || (await needsSecond(ctx, relief, proposed)),
    mayDecide: await mayDecide(ctx, relief),
    budget: await budgetOf(ctx, relief.standard.budgetId),
    sameKind: await sameKind(ctx, relief),
  }
}

/** What the standard would give today; where one of two has agreed, what they agreed to. Late fees that are not posted yet count. */
async function proposedGrant(ctx: Ctx, relief: StoredRelief): Promise<ReliefGrant> {
  const { standard, state, agreedPercent, agreedFen, named, householdId } = relief
  const chosen = state === 'agreed_once' ? { percent: agreedPercent, amountFen: agreedFen } : allOfIt
  const measure = await standardForHome(ctx, relief)
  const { grant } = measureRelief(measure, await chargesNamed(ctx, named), ctx.today, chosen)
  if (!standard.waivesLateFee) return grant
  const accrued = await lateFeesDue(ctx, householdId, ctx.today)
  const accruedFen: Fen = sumFen(named.map((id) => accrued.get(id) ?? zeroFen))
  return { ...grant, lateFeeFen: addFen(grant.lateFeeFen, accruedFen) }
}

const decidable: ReadonlySet<ReliefState> = new Set(['applied', 'returned', 'agreed_once', 'appealed'])

async function mayDecide(ctx: Ctx, relief: StoredRelief): Promise<boolean> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !decidable.has(relief.state)) return false
  if (!holdsAnyOf(actor.roles, decidingRoles) || whyNotDecide(relief, actor.personId)) return false
  return !(await isOwnRequest(ctx, relief, actor.personId))
}

const budgetOf = async (ctx: Ctx, budgetId: ReliefBudgetId | null): Promise<ReliefCase['budget']> =>
  budgetId === null ? null : ((await reliefBudget(ctx, budgetId)) ?? null)

type Earlier = ReliefGrant & {
  readonly state: ReliefState
  readonly grantedOn: BusinessDate | null
  readonly decidedAt: Date
}

async function sameKind(
  { tx, community }: Ctx,
  { id, standard }: StoredRelief,
): Promise<ReliefCase['sameKind']> {
  const earlier = await tx.rows<Earlier>`
    select a.state, a.granted_on, a.percent, a.principal_fen, a.late_fee_fen, a.deferred_until, a.instalments, a.lasts_until,
           decided.at as decided_at
      from relief_application a
      join relief_standard s on (s.community_id, s.id) = (a.community_id, a.standard_id) and s.kind = ${standard.kind}
      join lateral (
        select at from relief_event e
         where (e.community_id, e.application_id) = (a.community_id, a.id) and event in ('grant', 'refuse', 'refuse_finally')
         order by id desc limit 1) as decided on true
     where a.community_id = ${community} and a.id <> ${id}
     order by decided.at desc, a.id desc limit ${sameKindMax}`
  return earlier.map((each) => ({
    decidedOn: businessDateAt(each.decidedAt),
    state: each.state,
    grant: grantOf(each),
  }))
}
