import { join } from 'node:path'
import type { BusinessDate } from '@anjiao/shared/calendar'
import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { describe, expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { noticeAnswers } from '../testing/notice-fixtures'
import { type Answer, aMe, homePath, ownerServer, Refused, someBills } from '../testing/owner-server'
import { aPlan } from '../testing/plan-fixtures'

const day = (text: string) => text as BusinessDate
const dist = join(import.meta.dirname, '../../../dist/weapp')

test('a home tells what is due in one look, and leads to paying it', async () => {
  const weapp = await launchWeapp({ dist, server: ownerServer().server })

  expect(weapp.has('3栋 1单元 502')).toBe(true)
  expect(weapp.has('¥2,552.28')).toBe(true)
  expect(weapp.has('其中已到缴费日 ¥1,952.28')).toBe(true)

  await weapp.tap('去缴费')
  expect(weapp.path).toBe('pages/pay/index')
})

test('a home that owes nothing says so, and asks for nothing', async () => {
  const clear = someBills({ openFen: fen(0), overdueFen: fen(0), years: [] })
  const weapp = await launchWeapp({
    dist,
    server: ownerServer({ [`GET ${homePath}/bills`]: clear }).server,
  })

  expect(weapp.has('现在没有待缴的费用')).toBe(true)
  expect(weapp.has('去缴费')).toBe(false)
})

describe('a home that owes something', () => {
  const opened = (plans: Answer, me = aMe()) =>
    launchWeapp({ dist, server: ownerServer({ 'GET /v1/me': me, [`GET ${homePath}/plans`]: plans }).server })

  test('is shown the way to a plan, its owner alone', async () => {
    const weapp = await opened([])
    await weapp.tap('一次缴不了？可以分期')
    expect(weapp.path).toBe('packages/owner/choose-plan/index')

    const [home] = aMe().households
    if (!home) throw new Error('the usual owner has a home')
    const family = await opened([], aMe({ households: [{ ...home, relation: 'family' }] }))
    expect(family.has('一次缴不了？可以分期')).toBe(false)
  })

  test.each([
    ['is being paid: what comes next', aPlan(), '缴费日 12月15日'],
    ['may be signed: that it waits for its owner', aPlan({ state: 'offered' }), '看方案，决定要不要签'],
    [
      'waits for an answer: by when',
      aPlan({ state: 'applied', replyBy: day('2026-11-28') }),
      '最晚 11月28日 答复您',
    ],
    [
      'can be caught up: until when',
      aPlan({ state: 'broken', cureUntil: day('2027-01-20'), cureFen: fen(65_076) }),
      '最晚 1月20日',
    ],
  ])('is told of its plan that %s, and led there instead', async (_, plan, words) => {
    const weapp = await opened([plan])
    expect(weapp.has(words)).toBe(true)
    expect(weapp.has('一次缴不了？可以分期')).toBe(false)
    await weapp.tap(words)
    expect(weapp.path).toBe('packages/owner/plan/index')
  })

  test('may have another plan when the last one is over', async () => {
    const weapp = await opened([aPlan({ state: 'expired' }), aPlan({ state: 'broken' })])
    expect(weapp.has('一次缴不了？可以分期')).toBe(true)
  })

  test('can pay, whatever becomes of the question about its plans', async () => {
    const weapp = await opened(new Refused(503, 'database-unavailable', '系统正在维护。'))
    expect(weapp.has('去缴费')).toBe(true)
    expect(weapp.has('一次缴不了？可以分期')).toBe(true)
  })
})

test('each of several homes stands for itself', async () => {
  const [first] = aMe().households
  if (!first) throw new Error('the usual owner has a home')
  const second = { ...first, householdId: 2 as HouseholdId, roomName: '5栋 101' }
  const weapp = await launchWeapp({
    dist,
    server: ownerServer({
      'GET /v1/me': aMe({ households: [first, second] }),
      'GET /v1/communities/1/households/2/plans': [],
      'GET /v1/communities/1/households/2/bills': someBills({ openFen: fen(100), overdueFen: fen(0) }),
    }).server,
  })

  for (const words of ['3栋 1单元 502', '¥2,552.28', '5栋 101', '¥1.00']) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.has('都还没到缴费日')).toBe(true)
})

test('what one home cannot tell is said there, and the rest of the page stays', async () => {
  const weapp = await launchWeapp({
    dist,
    server: ownerServer({
      [`GET ${homePath}/bills`]: new Refused(503, 'database-unavailable', '系统正在维护，请几分钟后再试。'),
    }).server,
  })

  expect(weapp.has('系统正在维护，请几分钟后再试。')).toBe(true)
  expect(weapp.has('物业电话')).toBe(true)
})

describe('what a home was told', () => {
  const unopened = (count: number) =>
    ownerServer({
      ...noticeAnswers,
      [`GET ${homePath}/notices`]: { notices: [], unopened: count, next: null },
    })

  test('is one press away, and says in words how much of it was not opened', async () => {
    const weapp = await launchWeapp({ dist, server: unopened(3).server })
    expect(weapp.has('3 条没看')).toBe(true)

    await weapp.tap('消息')
    expect(weapp.path).toBe('packages/owner/notices/index')
  })

  test('is not counted when all was opened, or when nobody knows', async () => {
    const none = await launchWeapp({ dist, server: unopened(0).server })
    expect(none.has('消息')).toBe(true)
    expect(none.has('条没看')).toBe(false)

    const down = new Refused(503, 'database-unavailable', '系统正在维护。')
    const weapp = await launchWeapp({
      dist,
      server: ownerServer({ [`GET ${homePath}/notices`]: down }).server,
    })
    expect(weapp.has('消息')).toBe(true)
    expect(weapp.has('系统正在维护。')).toBe(false)
  })

  test('is no business of a tenant', async () => {
    const [home] = aMe().households
    if (!home) throw new Error('the usual owner has a home')
    const { server, askedFor } = ownerServer({
      'GET /v1/me': aMe({ households: [{ ...home, relation: 'tenant' }] }),
    })
    const weapp = await launchWeapp({ dist, server })
    expect(weapp.has('消息')).toBe(false)
    expect(askedFor(`GET ${homePath}/notices`)).toEqual([])
  })
})

test('a press on the telephone rings the property company', async () => {
  const weapp = await launchWeapp({ dist, server: ownerServer().server })

  await weapp.tap('物业电话')
  expect(weapp.calls.at(-1)).toMatchObject({
    name: 'makePhoneCall',
    options: { phoneNumber: '021-55550000' },
  })
})

test('whoever works for the company finds the way to the workbench, others do not', async () => {
  const post = {
    communityId: 1 as CommunityId,
    communityName: '阳光花园',
    name: '林会计',
    roles: ['finance' as const],
  }
  const staff = await launchWeapp({
    dist,
    server: ownerServer({ 'GET /v1/me': aMe({ staff: [post] }) }).server,
  })
  expect(staff.has('员工工作台')).toBe(true)

  const owner = await launchWeapp({ dist, server: ownerServer().server })
  expect(owner.has('员工工作台')).toBe(false)
})
