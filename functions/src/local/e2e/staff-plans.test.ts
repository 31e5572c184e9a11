import { addDays, formatDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { zeroFen } from '@anjiao/shared/money'
import { expect, it } from 'vitest'
import { ensureBuilt } from '../../../../miniapp/harness/ensure-built.ts'
import { launchWeapp, type Weapp } from '../../../../miniapp/harness/launch-weapp.ts'
import { noticeVersion } from '../../../../miniapp/src/features/privacy/notice.ts'
import { grantStaff } from '../../identity/index.ts'
import { type ApiClient, signIn } from '../testing/api-client.ts'
import { givenCommunity } from '../testing/given.ts'
import { testSystem } from '../testing/system.ts'

const system = await testSystem('')
const { world, emulator, address } = system
const given = await givenCommunity(world, '阳光花园', {
  mchid: emulator.merchant.mchid,
  appid: emulator.merchant.appid,
})
const communityId = given.community
const managerPhone = '13800000002'
await given.inside((ctx) => grantStaff(ctx, { name: '周经理', phone: managerPhone, roles: ['manager'] }))

const timeout = 60_000

/** The phone of the manager, opened at a page. */
async function atWork(page: string): Promise<Weapp> {
  const { openid } = await signIn(system, managerPhone)
  return launchWeapp({
    dist: await ensureBuilt('weapp'),
    server: address,
    now: new Date(),
    storage: new Map([['anjiao.privacy', String(noticeVersion)]]),
    open: `/packages/staff/${page}/index?community=${communityId}`,
    loginCode: () => emulator.control.tap({ kind: 'login', openid }).code,
  })
}

interface Home {
  readonly owner: ApiClient
  readonly home: { readonly communityId: typeof communityId; readonly householdId: HouseholdId }
  readonly roomName: string
  readonly chargeId: ChargeId
}

/** A home that owes 3,600.00 元, overdue, and its owner. */
async function aHome(phone: string): Promise<Home> {
  const { householdId } = await given.household({ phone })
  const chargeId = await given.charge(householdId, { owes: '3600.00', due: '2026-06-30' })
  const owner = await signIn(system, phone)
  const home = { communityId, householdId }
  const { roomName } = await owner.ask('GET /v1/communities/:communityId/households/:householdId/bills', {
    params: home,
  })
  return { owner, home, roomName, chargeId }
}

const optionsOf = ({ owner, home }: Home) =>
  owner.ask('GET /v1/communities/:communityId/households/:householdId/plan-options', { params: home })

async function policyId(asking: Home) {
  const { policy } = await optionsOf(asking)
  if (!policy) throw new Error('a policy has been published')
  return policy.id
}

it('a manager publishes a policy on the phone, and owners choose by it', { timeout }, async () => {
  const home = await aHome('13712345701')
  expect((await optionsOf(home)).policy).toBeNull()

  const weapp = await atWork('plan-policy')
  await weapp.tap('写新办法')
  await weapp.type('多少元以内不用审核', '0')
  await weapp.type('几天以内不用审核', '0')
  await weapp.type('在哪里公布的', '2026年物业服务公告第8号')
  await weapp.tap('公布新办法')
  expect(weapp.path).toBe('packages/staff/plan-policy/index')
  expect(weapp.has('2026年物业服务公告第8号')).toBe(true)
  expect((await optionsOf(home)).policy).toMatchObject({ atOnceMaxFen: 0, deferralAtOnceDays: 0 })
})

it('what an owner asks stands in the queue, is answered with other terms, and is then theirs to sign', {
  timeout,
}, async () => {
  const asking = await aHome('13712345702')
  const { owner, home, roomName, chargeId } = asking
  const plan = await owner.ask('POST /v1/communities/:communityId/households/:householdId/plans', {
    params: home,
    body: {
      policyId: await policyId(asking),
      chargeIds: [chargeId],
      terms: { downFen: zeroFen, instalments: 12, everyMonths: 1, dayOfMonth: 5 },
      reason: '孩子上学，手头紧',
    },
  })

  const weapp = await atWork('home')
  expect(weapp.has('1 件')).toBe(true)
  await weapp.tap('住户的申请')
  expect(weapp.has('分 12 期，每月 5 号缴')).toBe(true)
  await weapp.tap(roomName)
  expect(weapp.has('孩子上学，手头紧')).toBe(true)
  expect(weapp.has('分期申请正在审核')).toBe(true)

  await weapp.tap('换个方案')
  await weapp.choose('分几期', 4)
  await weapp.type('给业主的话', '半年缴清可以吗')
  await weapp.tap('发出新方案')
  expect(weapp.has('已改方案，等业主签')).toBe(true)
  expect(weapp.has('原来申请')).toBe(true)

  const now = await owner.ask('GET /v1/communities/:communityId/households/:householdId/plans/:planId', {
    params: { ...home, planId: plan.id },
  })
  expect(now).toMatchObject({ state: 'countered', terms: { instalments: 6 }, answer: '半年缴清可以吗' })
  await weapp.back()
  expect(weapp.has('没有等待答复的申请')).toBe(true)
})

it('a deferral is granted to another day than was asked for', { timeout }, async () => {
  const asking = await aHome('13712345703')
  const { owner, home, roomName, chargeId } = asking
  const { today } = await optionsOf(asking)
  await owner.ask('POST /v1/communities/:communityId/households/:householdId/deferrals', {
    params: home,
    body: {
      policyId: await policyId(asking),
      chargeIds: [chargeId],
      until: addDays(today, 50),
      reason: '等年终奖',
      oldDebtKnown: false,
    },
  })

  const weapp = await atWork('requests')
  expect(weapp.has(`延期到${formatDate(addDays(today, 50))}`)).toBe(true)
  await weapp.tap(roomName)
  await weapp.tap('同意')
  await weapp.choose('延到哪一天', addDays(today, 30))
  await weapp.tap('同意延到这一天')
  expect(weapp.has('没有等待答复的延期申请')).toBe(true)
  await weapp.tap('已同意延期')
  expect(weapp.has(`延到 ${formatDate(addDays(today, 30))}`)).toBe(true)
})

it('a plan is offered to those who owe enough, and to nobody twice', { timeout }, async () => {
  const { owner, home } = await aHome('13712345704')

  const weapp = await atWork('plan-offers')
  await weapp.type('待缴至少', '3600')
  await weapp.tap('看看会给到谁')
  expect(weapp.has('不会收到的住户')).toBe(true)
  await weapp.tap('发出方案')
  expect(weapp.lines.join('\n')).toContain('已向')
  const plans = await owner.ask('GET /v1/communities/:communityId/households/:householdId/plans', {
    params: home,
  })
  expect(plans).toMatchObject([{ state: 'offered', terms: { instalments: 6 } }])

  await weapp.tap('看分期列表')
  expect(weapp.has('已提供，等业主签')).toBe(true)
  await weapp.open(`/packages/staff/plan-offers/index?community=${communityId}`)
  await weapp.tap('看看会给到谁')
  expect(weapp.has('没有住户会收到')).toBe(true)
  expect(await system.audit()).toEqual([])
})
