import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from './launch-weapp.ts'
import type { Server } from './network.ts'

const dist = join(import.meta.dirname, '../dist/weapp')

const nobody: Server = ({ path }) =>
  path === '/v1/session'
    ? { status: 200, body: { accessToken: 'access', refreshToken: 'refresh', expiresInSeconds: 600 } }
    : { status: 200, body: { personId: 1, phoneMasked: null, households: [], applications: [], staff: [] } }

test('the first page mounts, signs in silently and asks who is there', async () => {
  const asked: string[] = []
  const weapp = await launchWeapp({
    dist,
    server: (request) => {
      asked.push(`${request.method} ${request.path} ${request.header.authorization ?? ''}`.trim())
      return nobody(request)
    },
  })

  expect(weapp.path).toBe('pages/home/index')
  expect(weapp.has('还没有关联房屋')).toBe(true)
  expect(asked).toEqual(['POST /v1/session', 'GET /v1/me Bearer access'])
  expect(weapp.complaints).toEqual([])
})

test('a tap opens the next page, and back leads to the first', async () => {
  const weapp = await launchWeapp({ dist, server: nobody })

  await weapp.tap('隐私说明')
  expect(weapp.path).toBe('pages/privacy/index')

  await weapp.back()
  expect(weapp.path).toBe('pages/home/index')
})

test('coming back to a page asks anew for all it shows, since it may have changed meanwhile', async () => {
  const asked: string[] = []
  const household = { communityId: 1, householdId: 7, roomName: '3栋 1单元 502', communityName: '阳光花园' }
  const weapp = await launchWeapp({
    dist,
    server: (request) => {
      asked.push(request.path)
      if (request.path === '/v1/me')
        return { status: 200, body: { households: [household], applications: [], staff: [] } }
      if (/communities$|plans$/.test(request.path)) return { status: 200, body: [] }
      return request.path.endsWith('/bills')
        ? { status: 200, body: { openFen: 1, overdueFen: 0, years: [] } }
        : nobody(request)
    },
  })
  const bills = () => asked.filter((path) => path.endsWith('/households/7/bills')).length
  expect(bills()).toBe(1)

  await weapp.open('/pages/settings/index')
  await weapp.back()
  expect(bills()).toBe(2)
})

test('what a screen reader needs crosses to the phone', async () => {
  const weapp = await launchWeapp({ dist, server: nobody, open: '/pages/settings/index' })

  const choice = weapp.find('选择字号')
  expect(choice.attributes).toMatchObject({ 'aria-role': 'radiogroup', 'aria-label': '选择字号' })
  const options = choice.children.map(({ attributes }) => [
    attributes['aria-role'],
    attributes['aria-checked'],
  ])
  expect(options).toEqual([
    ['radio', true],
    ['radio', false],
    ['radio', false],
  ])
})

test('a page stays whole, says what is wrong and tries again when there is no network', async () => {
  let online = false
  const weapp = await launchWeapp({
    dist,
    server: (request) => {
      if (!online) throw new Error('offline')
      return nobody(request)
    },
  })
  expect(weapp.has('网络没有连上')).toBe(true)

  online = true
  await weapp.tap('再试一次')
  expect(weapp.has('还没有关联房屋')).toBe(true)
})

test('no piece of data that crosses to the view is larger than WeChat likes (64 KB)', async () => {
  const weapp = await launchWeapp({ dist, server: nobody })
  await weapp.tap('隐私说明')

  expect(weapp.largestSetDataBytes).toBeGreaterThan(0)
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('looking for words that are not there shows what the page does say', async () => {
  const weapp = await launchWeapp({ dist, server: nobody })

  expect(() => weapp.find('不存在的文字')).toThrow(/还没有关联房屋/)
})
