import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aStaffRefund } from '../testing/refunds'
import { someRequests } from '../testing/requests'
import { community, overview, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/home/index'
const script = { [`GET ${community}/overview`]: overview, [`GET ${community}/requests`]: someRequests }

test('the workbench opens with what is owed, by how many, and what waits', async () => {
  const weapp = await launchWeapp({ dist, open, server: staffServer(['manager'], script).server })

  for (const words of ['阳光花园', '周经理', '项目经理', '1,207 户', '803 户', '404 户', '33%', '3 份']) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.has('4,351,661')).toBe(true)
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test.each([
  ['front_desk', ['住户查询', '待办申请', '绑定审核', '登录电脑'], ['导入名册', '出账', '收费标准']],
  ['finance', ['住户查询', '导入名册', '出账', '收费标准', '服务合同'], ['绑定审核']],
  ['collector', ['住户查询', '登录电脑'], ['待办申请', '导入名册', '绑定审核', '出账']],
  ['administrator', ['住户查询', '绑定审核', '导入名册', '出账', '收费标准', '登录电脑'], []],
] as const)('a %s sees the doors of the post, and no others', async (role, shown, hidden) => {
  const weapp = await launchWeapp({ dist, open, server: staffServer([role], script).server })

  expect(shown.filter((words) => !weapp.has(words))).toEqual([])
  expect(hidden.filter((words) => weapp.has(words))).toEqual([])
})

test('the workbench counts the requests that wait and those that wait too long, and leads to them', async () => {
  const weapp = await launchWeapp({ dist, open, server: staffServer(['front_desk'], script).server })
  expect(weapp.has('4 件')).toBe(true)
  expect(weapp.has('1 件超期')).toBe(true)

  await weapp.tap('住户的申请')
  expect(weapp.path).toBe('packages/staff/requests/index')
})

test('the workbench counts the refunds that wait for a second person, but not one’s own, and leads to them', async () => {
  const refunds = [aStaffRefund(), aStaffRefund({ id: id(9), askedByMe: true })]
  const { server } = staffServer(['finance'], {
    ...script,
    [`GET ${community}/refunds?state=asked`]: { refunds, more: false },
  })
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('1 笔')).toBe(true)

  await weapp.tap('待复核的退款')
  expect(weapp.path).toBe('packages/staff/refunds/index')
})

test('the workbench counts messages of unknown fate by themselves: complaints stand among the requests', async () => {
  const { server, sent } = staffServer(['manager'], {
    ...script,
    [`GET ${community}/deliveries/unknown/count`]: { unknown: 2 },
  })
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('2 条')).toBe(true)
  expect(sent(`GET ${community}/complaints`)).toEqual([])
  await weapp.tap('结果不明的消息')
  expect(weapp.path).toBe('packages/staff/messages/index')
})

test('whoever has no post is told how to get one', async () => {
  const { server } = staffServer([], {
    'GET /v1/me': { personId: 1, phoneMasked: null, households: [], applications: [], staff: [] },
  })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('您还没有物业岗位')).toBe(true)
  await weapp.tap('核对手机号')
  expect(weapp.path).toBe('pages/bind/index')
})

test('with several posts one chooses the community, and finds it chosen the next time', async () => {
  const storage = new Map<string, string>()
  const post = (communityId: number, communityName: string) => ({
    communityId,
    communityName,
    name: '周经理',
    roles: ['manager'],
  })
  const { server } = staffServer(['manager'], {
    'GET /v1/me': {
      personId: 1,
      phoneMasked: null,
      households: [],
      applications: [],
      staff: [post(1, '阳光花园'), post(2, '月光花园')],
    },
    ...script,
    'GET /v1/staff/communities/2/overview': { ...overview, households: 88, householdsInArrears: 8 },
  })
  const weapp = await launchWeapp({ dist, open, server, storage })
  expect(weapp.has('1,207 户')).toBe(true)

  await weapp.choose('小区', 1)
  expect(weapp.has('88 户')).toBe(true)
  const again = await launchWeapp({ dist, open, server, storage })
  expect(again.has('88 户')).toBe(true)
})

test('a page outside the post says whose it is, and leads back', async () => {
  const { server } = staffServer(['front_desk'], script)
  const weapp = await launchWeapp({ dist, open: '/packages/staff/prices/index?community=1', server })

  expect(weapp.has('由财务、项目经理办理')).toBe(true)
  await weapp.tap('回工作台')
  expect(weapp.path).toBe('packages/staff/home/index')
})
