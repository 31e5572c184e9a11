import { businessDate } from '@anjiao/shared/calendar'
import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import type { NewReliefBudget, NewReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type {
  ChargeId,
  HouseholdId,
  PhotoId,
  ReliefApplicationId,
  ReliefBudgetId,
  ReliefStandardId,
} from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import type { EvidenceWay } from '@anjiao/shared/vocabulary'
import type { Caller } from '../../platform/http/routes.ts'
import { addBudget, auditRelief, keepRelief, publishStandard } from '../../relief/index.ts'
import { reliefRoutes } from '../../relief/routes.ts'
import { givenCommunity, yuan } from './given.ts'
import { noDeadline } from './given-billing.ts'
import { givenPrices } from './given-prices.ts'
import type { TestWorld } from './world.ts'

/** Half of the principal, decided by one person up to 1,000.00 元 a home. */
export const aStandard = (over: Partial<NewReliefStandard> = {}): NewReliefStandard => ({
  kind: 'low_income',
  name: '低保家庭减半',
  evidence: '低保证，看一眼就行',
  ways: ['desk', 'certificate'],
  measure: 'percent',
  percent: 50,
  sumMaxFen: null,
  deferralDays: null,
  instalmentsMax: null,
  waivesLateFee: false,
  feeItems: [],
  months: 0,
  budgetId: null,
  secondAboveFen: yuan('1000.00'),
  resolution: '',
  legalBasis: '',
  replyDays: 7,
  appealDays: 15,
  photoDays: 10,
  publishedAs: '小区公示栏，2026年11月',
  ...over,
})

export const aBudget = (over: Partial<NewReliefBudget> = {}): NewReliefBudget => ({
  name: '2026–2027 年困难减免',
  fromDate: businessDate('2026-01-01'),
  toDate: businessDate('2028-12-31'),
  amountFen: yuan('100000.00'),
  source: 'company',
  resolution: '',
  ...over,
})

let made = 0

/**
 * On 10 March 2026, a home that has owed 1,000.00 元 twice since 31 January, 0.05 元 a day each, its owner, staff, a budget,
 * and what each may do.
 */
export async function givenRelief(
  { world, clock }: Pick<TestWorld, 'world' | 'clock'>,
  budgetOver: Partial<NewReliefBudget> = {},
) {
  clock.set('2026-03-10T10:00:00+08:00')
  const given = await givenCommunity(world)
  await givenPrices(given).contract({ lateFee: { dailyPpm: 50 } })
  const communityId = given.community
  const [manager, finance, desk] = [
    await given.staff('manager'),
    await given.staff('finance'),
    await given.staff('front_desk'),
  ]
  const budget = await given.inside((ctx) => addBudget(ctx, aBudget(budgetOver)))

  /** Another such home. What it owes came into the books before it was due. */
  async function aDebtor() {
    const now = clock.now().toISOString()
    clock.set('2026-01-10T10:00:00+08:00')
    const { householdId, roomId, phone } = await given.household()
    const charges: ChargeId[] = []
    for (const month of ['2026-01-01', '2026-02-01']) {
      charges.push(await given.charge(householdId, { owes: '1000.00', from: month, due: '2026-01-31' }))
    }
    const owner = await given.person({ householdId, phone })
    clock.set(now)
    return { householdId, roomId, owner, charges, first: charges[0] as ChargeId }
  }
  const debtor = await aDebtor()

  const asked = (caller: Caller) => ({
    world,
    caller,
    idempotencyKey: `a-key-of-a-test-${++made}`,
    askedFrom: '',
  })
  const paramsOf = (householdId: HouseholdId) => ({ communityId, householdId })

  const publish = async (over: Partial<NewReliefStandard> = {}): Promise<ReliefStandardId> => {
    const takesPrincipal = (over.measure ?? 'percent') === 'percent' || over.measure === 'sum'
    const standard = await given.inside((ctx) =>
      publishStandard(
        ctx,
        aStandard({
          ...(takesPrincipal && { budgetId: budget.id }),
          ...(over.measure && over.measure !== 'percent' && { percent: null }),
          ...over,
        }),
      ),
    )
    return standard.id
  }

  interface Asking {
    standardId: ReliefStandardId
    chargeIds: readonly ChargeId[]
    evidenceWay: EvidenceWay
    photoIds: PhotoId[]
    consent: string | null
    caller: Caller
    householdId: HouseholdId
  }
  const apply = (
    standardId: ReliefStandardId,
    {
      chargeIds = debtor.charges,
      evidenceWay = 'desk',
      photoIds = [],
      consent = null,
      caller = debtor.owner,
      householdId = debtor.householdId,
    }: Partial<Asking> = {},
  ): Promise<ReliefApplication> =>
    reliefRoutes['POST /v1/communities/:communityId/households/:householdId/relief']({
      ...asked(caller),
      params: paramsOf(householdId),
      body: {
        standardId,
        chargeIds: [...chargeIds],
        statement: '家里领低保，孩子还在上学',
        evidenceWay,
        photoIds,
        consent,
      },
    })

  const onOwn = (id: ReliefApplicationId, caller: Caller, householdId: HouseholdId) => ({
    ...asked(caller),
    params: { ...paramsOf(householdId), applicationId: id },
  })
  const onCase = (id: ReliefApplicationId, caller: Caller, at = communityId) => ({
    ...asked(caller),
    params: { communityId: at, applicationId: id },
  })
  const decide = (
    id: ReliefApplicationId,
    body: Parameters<
      (typeof reliefRoutes)['POST /v1/staff/communities/:communityId/relief/:applicationId/decide']
    >[0]['body'],
    caller: Caller = manager,
  ) =>
    reliefRoutes['POST /v1/staff/communities/:communityId/relief/:applicationId/decide']({
      ...onCase(id, caller),
      body,
    })

  const grant = (
    id: ReliefApplicationId,
    caller = manager,
    { percent = null, amountFen = null }: { percent?: number | null; amountFen?: number | null } = {},
  ) =>
    decide(
      id,
      {
        kind: 'grant',
        percent,
        amountFen: amountFen === null ? null : fen(amountFen),
        reason: '低保证核对无误',
      },
      caller,
    )
  const second = (id: ReliefApplicationId, caller = finance, approve = true) =>
    reliefRoutes['POST /v1/staff/communities/:communityId/relief/:applicationId/second']({
      ...onCase(id, caller),
      body: { approve, reason: approve ? '同意' : '收入超过标准' },
    })

  return {
    ...given,
    ...debtor,
    manager,
    finance,
    desk,
    budgetId: budget.id as ReliefBudgetId,
    aDebtor,
    publish,
    apply,
    options: (caller = debtor.owner, householdId = debtor.householdId) =>
      reliefRoutes['GET /v1/communities/:communityId/households/:householdId/relief-options']({
        ...asked(caller),
        params: paramsOf(householdId),
      }),
    mine: (caller = debtor.owner, householdId = debtor.householdId) =>
      reliefRoutes['GET /v1/communities/:communityId/households/:householdId/relief']({
        ...asked(caller),
        params: paramsOf(householdId),
      }),
    read: (id: ReliefApplicationId, caller = debtor.owner, householdId = debtor.householdId) =>
      reliefRoutes['GET /v1/communities/:communityId/households/:householdId/relief/:applicationId'](
        onOwn(id, caller, householdId),
      ),
    withdraw: (id: ReliefApplicationId, caller = debtor.owner, householdId = debtor.householdId) =>
      reliefRoutes[
        'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/withdraw'
      ](onOwn(id, caller, householdId)),
    sendMore: (
      id: ReliefApplicationId,
      { photoIds = [], consent = null }: { photoIds?: PhotoId[]; consent?: string | null } = {},
      caller = debtor.owner,
      householdId = debtor.householdId,
    ) =>
      reliefRoutes['POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/more']({
        ...onOwn(id, caller, householdId),
        body: { statement: '已到前台出示低保证', photoIds, consent },
      }),
    appeal: (id: ReliefApplicationId, caller = debtor.owner, householdId = debtor.householdId) =>
      reliefRoutes['POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/appeal']({
        ...onOwn(id, caller, householdId),
        body: { text: '上个月刚续了低保，请再看一次' },
      }),
    caseOf: (id: ReliefApplicationId, caller = manager, at = communityId) =>
      reliefRoutes['GET /v1/staff/communities/:communityId/relief/:applicationId'](onCase(id, caller, at)),
    check: (id: ReliefApplicationId, caller = desk, note = '已出示低保证，在有效期内') =>
      reliefRoutes['POST /v1/staff/communities/:communityId/relief/:applicationId/checked']({
        ...onCase(id, caller),
        body: { note },
      }),
    decide,
    grant,
    second,
    /** The manager and finance, one after the other. */
    grantByTwo: async (id: ReliefApplicationId) => {
      await grant(id)
      return second(id)
    },
    refuse: (id: ReliefApplicationId, caller = manager) =>
      decide(id, { kind: 'refuse', reason: '低保证已过期' }, caller),
    returnIt: (id: ReliefApplicationId, caller = manager) =>
      decide(id, { kind: 'return', reason: '请补充低保证的有效期' }, caller),
    reverse: (id: ReliefApplicationId, caller = manager) =>
      reliefRoutes['POST /v1/staff/communities/:communityId/relief/:applicationId/reverse']({
        ...onCase(id, caller),
        body: { reason: '材料不真实' },
      }),
    overview: (caller = manager) =>
      reliefRoutes['GET /v1/staff/communities/:communityId/relief-overview']({
        ...asked(caller),
        params: { communityId },
      }),
    budgets: (caller = manager) =>
      reliefRoutes['GET /v1/staff/communities/:communityId/relief-budgets']({
        ...asked(caller),
        params: { communityId },
      }),
    /** The hourly job. */
    hourly: () => keepRelief(world, noDeadline),
    /** Which charges are held in the name of relief, on which days. */
    held: () =>
      given.inside(
        ({ tx, community }) => tx.rows<{
          chargeId: ChargeId
          granted: boolean
          from: string
          to: string | null
        }>`
          select charge_id, granted, from_date as "from", to_date as "to" from charge_hold
           where (community_id, matter) = (${community}, 'relief') order by from_date, charge_id, id`,
      ),
    events: async (): Promise<string[]> => {
      const rows = await given.inside(
        ({ tx, community }) => tx.rows<{ key: string }>`
          select key from domain_event where community_id = ${community} order by id`,
      )
      return rows.map(({ key }) => key)
    },
    audit: async () => [...(await given.books.audit()), ...(await given.inside(auditRelief))],
  }
}

export type GivenRelief = Awaited<ReturnType<typeof givenRelief>>
