import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aHousehold, anApplication, community, ok, refusal, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/applications/index?community=1'
const decide = `POST ${community}/applications/5`

/** A server with one application, which is gone once it is decided. */
function withOne(candidates = anApplication().candidates) {
  let pending = true
  return staffServer(['front_desk'], {
    [`GET ${community}/applications?state=pending`]: () => ok(pending ? [anApplication({ candidates })] : []),
    [`GET ${community}/applications?state=rejected`]: [],
    [`GET ${community}/households`]: {
      households: [aHousehold({ householdId: id(77), roomName: '8栋 2单元 901' })],
      total: 1,
      next: null,
    },
    [decide]: () => {
      pending = false
      return ok({})
    },
  })
}

test('an application is linked to the home that was picked, after being asked', async () => {
  const { server, sent } = withOne()
  const weapp = await launchWeapp({ dist, open, server })
  for (const words of ['王小明', '家人', '3-1-502', '139****0099', '业主 汤**']) {
    expect(weapp.has(words), words).toBe(true)
  }

  await weapp.tap('请先选一户')
  expect(sent(decide)).toEqual([])
  await weapp.tap('3栋 1单元 502')
  await weapp.tap('通过')
  expect(sent(decide)).toEqual([{ approve: true, householdId: 42 }])
  expect(weapp.has('没有待审核的申请')).toBe(true)
})

test('a home the server did not think of is found by searching', async () => {
  const { server, sent } = withOne([])
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('名册里没有相近的房号')).toBe(true)

  await weapp.tap('查找其他房屋')
  await weapp.type('房号、姓名或手机尾号', '901')
  await weapp.pass(500)
  await weapp.tap('8栋 2单元 901')
  await weapp.tap('通过')
  expect(sent(decide)).toEqual([{ approve: true, householdId: 77 }])
})

test('an application is declined with an answer that the applicant will read', async () => {
  const { server, sent } = withOne()
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.tap('不通过')
  await weapp.tap('另写一段')
  await weapp.type('另写一段', ' 请带房产证到前台。 ')
  await weapp.tap('发送答复')
  expect(sent(decide)).toEqual([{ approve: false, answer: '请带房产证到前台。' }])
})

test('what a colleague decided meanwhile is said so, and the list can be read anew', async () => {
  const { server } = staffServer(['front_desk'], {
    [`GET ${community}/applications?state=pending`]: [anApplication()],
    [decide]: () => refusal(409, 'application-decided', '这份申请已经由同事办理过了，请刷新查看结果。'),
  })
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.tap('3栋 1单元 502')
  await weapp.tap('通过')
  expect(weapp.has('这份申请已经由同事办理过了')).toBe(true)
  expect(weapp.has('刷新列表')).toBe(true)
})
