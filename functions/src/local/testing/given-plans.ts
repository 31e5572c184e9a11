import type { Plan } from '@anjiao/shared/contract/plan'
import type { NewPlanPolicy } from '@anjiao/shared/contract/plan-policies'
import type { ChargeId, HouseholdId, PlanId, PlanPolicyId } from '@anjiao/shared/ids'
import type { PlanTerms } from '@anjiao/shared/instalments'
import { fen, negateFen, zeroFen } from '@anjiao/shared/money'
import { post } from '../../ledger/index.ts'
import { agreementView } from '../../plans/agreement/agreement-view.ts'
import { signPlan } from '../../plans/agreement/sign-plan.ts'
import { applyForPlan } from '../../plans/apply/apply-for-plan.ts'
import { auditPlans, keepPlans, keepPlansOfHome, publishPolicy } from '../../plans/index.ts'
import { planView } from '../../plans/plan-view.ts'
import { inCommunity, rehearse, type World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { type GivenCommunity, givenCommunity, yuan } from './given.ts'
import { noDeadline } from './given-billing.ts'

/** A policy that gives up to six instalments at once; 7 days of grace, 10 to cure. */
export const aPolicy = (over: Partial<NewPlanPolicy> = {}): NewPlanPolicy => ({
  arrearsMinFen: zeroFen,
  overdueMonthsMin: 0,
  afterBroken: 'needs_approval',
  afterBrokenMonths: 12,
  downPercent: 0,
  instalmentsMax: 12,
  everyMonths: [1],
  instalmentMinFen: fen(10_000),
  firstAfterDays: 7,
  termMonthsMax: 12,
  lateFee: 'held',
  atOnceMaxFen: yuan('3000'),
  atOnceInstalmentsMax: 6,
  graceDays: 7,
  toleranceFen: zeroFen,
  cureDays: 10,
  movesMax: 1,
  moveDaysMax: 15,
  replyDays: 5,
  offerDays: 10,
  deferralDaysMax: 60,
  deferralAtOnceDays: 30,
  deferralsPerYear: 1,
  publishedAs: '小区公示栏，2026年11月',
  ...over,
})

/** Three instalments, each month on the 5th. */
export const inThree: PlanTerms = { downFen: zeroFen, instalments: 3, everyMonths: 1, dayOfMonth: 5 }

export const required = ['debt', 'limitation', 'signature']

let paid = 0

/** What plans need: a policy, an owner, and ways to ask, sign, pay and let time pass. */
export function givenPlans(world: World, given: GivenCommunity) {
  const policy = async (over: Partial<NewPlanPolicy> = {}): Promise<PlanPolicyId> =>
    (await given.inside((ctx) => publishPolicy(ctx, aPolicy(over)))).id

  const asPerson = <T>(caller: Caller, work: Parameters<typeof inCommunity<T>>[3]): Promise<T> =>
    inCommunity(world, given.community, { kind: 'person', personId: caller.personId }, work)

  const apply = (
    householdId: HouseholdId,
    policyId: PlanPolicyId,
    chargeIds: readonly ChargeId[],
    terms: PlanTerms = inThree,
  ): Promise<PlanId> =>
    given.inside((ctx) =>
      applyForPlan(ctx, householdId, { policyId, chargeIds, terms, reason: '孩子上学，手头紧' }),
    )

  const read = (owner: Caller, householdId: HouseholdId, planId: PlanId) =>
    rehearse(world, given.community, { kind: 'person', personId: owner.personId }, (ctx) =>
      agreementView(ctx, householdId, planId),
    )

  /** Reads the agreement and signs what was read, with the phone the owner is known by. */
  async function sign(
    owner: Caller & { phone: string },
    householdId: HouseholdId,
    planId: PlanId,
  ): Promise<void> {
    const { sha256, consents } = await read(owner, householdId, planId)
    await asPerson(owner, (ctx) =>
      signPlan(ctx, householdId, planId, {
        signer: owner.personId,
        appid: owner.appid,
        openid: owner.openid,
        provenPhone: owner.phone,
        sha256,
        consents: consents.filter((consent) => consent.required).map(({ key }) => key),
      }),
    )
  }

  const plan = (householdId: HouseholdId, planId: PlanId): Promise<Plan> =>
    given.inside((ctx) => planView(ctx, householdId, planId))

  /** Money taken at the till for one charge on a day, as the books hear of it now. */
  async function pays(
    householdId: HouseholdId,
    chargeId: ChargeId,
    amount: string,
    on?: string,
  ): Promise<void> {
    await given.inside(async (ctx) => {
      await post(ctx, {
        kind: 'payment',
        source: `test-plan:${++paid}`,
        businessDate: (on ?? ctx.today) as typeof ctx.today,
        lines: [
          { account: 'cash', place: 'till', amountFen: yuan(amount) },
          { account: 'receivable', chargeId, amountFen: negateFen(yuan(amount)) },
        ],
      })
      await keepPlansOfHome(ctx, householdId)
    })
  }

  /** The job of the day's end. */
  const dayEnds = () => keepPlans(world, noDeadline)

  const events = async (kindLike = '%'): Promise<string[]> => {
    const rows = await given.inside(
      ({ tx, community }) => tx.rows<{ key: string }>`
        select key from domain_event where community_id = ${community} and kind like ${kindLike} order by id`,
    )
    return rows.map(({ key }) => key)
  }

  const audit = async () => [...(await given.books.audit()), ...(await given.inside(auditPlans))]

  return { policy, apply, read, sign, plan, pays, dayEnds, events, audit, asPerson }
}

/** An owner who owes 900.00 and 300.00 元 since the summer of 2026, under a policy. */
export async function givenOwnerInArrears(world: World, over: Partial<NewPlanPolicy> = {}) {
  const given = await givenCommunity(world)
  const plans = givenPlans(world, given)
  const { householdId, phone } = await given.household()
  const owner = { ...(await given.person({ householdId, phone })), phone }
  const first = await given.charge(householdId, { owes: '900.00', due: '2026-06-30' })
  const second = await given.charge(householdId, { owes: '300.00', due: '2026-09-30' })
  const policyId = await plans.policy(over)
  const signed = async (): Promise<PlanId> => {
    const planId = await plans.apply(householdId, policyId, [first])
    await plans.sign(owner, householdId, planId)
    return planId
  }
  const state = async (planId: PlanId) => (await plans.plan(householdId, planId)).state
  return { ...given, ...plans, householdId, owner, first, second, policyId, signed, state }
}
