import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aHousehold, community, ok, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/households/index?community=1'
const list = `GET ${community}/households`

const page = (first: number, next: number | null) => ({
  households: Array.from({ length: 30 }, (_, at) =>
    aHousehold({ householdId: id(first + at), roomName: `1栋 1单元 ${first + at}` }),
  ),
  total: 45,
  next,
})

test('households come page by page, with how many there are', async () => {
  const { server } = staffServer(['collector'], {
    [list]: page(100, 30),
    [`${list}?after=30`]: { ...page(200, null), households: page(200, null).households.slice(0, 15) },
  })
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('共 45 户')).toBe(true)
  expect(weapp.has('1栋 1单元 200')).toBe(false)

  await weapp.tap('再看一些')
  expect(weapp.has('1栋 1单元 214')).toBe(true)
  expect(weapp.has('再看一些')).toBe(false)
})

test('typing is searched for once it pauses, together with the switch', async () => {
  const { server, asked } = staffServer(['collector'], {
    [list]: () => ok({ households: [], total: 0, next: null }),
  })
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('还没有住户')).toBe(true)

  await weapp.type('房号、姓名或手机尾号', '502')
  await weapp.pass(500)
  await weapp.tap('只看待缴户')
  expect(weapp.has('没有找到住户')).toBe(true)
  const queries = asked.flatMap(({ path }) =>
    path.includes('/households') ? [path.split('?')[1] ?? ''] : [],
  )
  expect(queries).toEqual(['', 'search=502', 'search=502&inArrears=true'])
})

test('a household leads to its own page', async () => {
  const { server } = staffServer(['collector'], { [list]: page(100, null) })
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.tap('1栋 1单元 103')
  expect(weapp.path).toBe('packages/staff/household/index')
})
