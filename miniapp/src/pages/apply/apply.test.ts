import { join } from 'node:path'
import type { BindingApplicationId, CommunityId } from '@anjiao/shared/ids'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { aMe, ownerServer } from '../testing/owner-server'

const dist = join(import.meta.dirname, '../../../dist/weapp')
const open = '/pages/apply/index'

const application = {
  id: 1 as BindingApplicationId,
  communityId: 1 as CommunityId,
  communityName: '阳光花园',
  roomText: '3栋 1单元 502',
  applicantName: '王小明',
  relation: 'family' as const,
  state: 'pending' as const,
  answer: '',
  createdAt: '2026-11-22T03:00:00Z',
}

test('an application goes to the office with room, name and relation, and then stands on the page', async () => {
  let sent = false
  const { server, askedFor } = ownerServer({
    'GET /v1/me': () => aMe({ households: [], applications: sent ? [application] : [] }),
    'POST /v1/communities/1/applications': () => {
      sent = true
      return application
    },
  })
  const weapp = await launchWeapp({ dist, server, open })
  await weapp.tap('家人')
  await weapp.type('房号', ' 3栋 1单元 502 ')
  await weapp.type('您的姓名', '王小明')
  await weapp.tap('提交申请')

  expect(askedFor('POST /v1/communities/1/applications').map(({ body }) => body)).toEqual([
    { roomText: '3栋 1单元 502', applicantName: '王小明', relation: 'family' },
  ])
  expect(weapp.has('待审核')).toBe(true)
  expect(weapp.has('提交于 2026年11月22日 11:00')).toBe(true)
})

test('what is missing is said, and nothing is sent', async () => {
  const { server, asked } = ownerServer({ 'GET /v1/me': aMe({ households: [] }) })
  const weapp = await launchWeapp({ dist, server, open })
  await weapp.tap('提交申请')

  expect(weapp.has('请写房号')).toBe(true)
  expect(weapp.has('请写您的姓名')).toBe(true)
  expect(asked.filter(({ method, path }) => method === 'POST' && path !== '/v1/session')).toEqual([])
})

test('a tenant is told to ask the owner, and has nothing to send', async () => {
  const { server } = ownerServer({ 'GET /v1/me': aMe({ households: [] }) })
  const weapp = await launchWeapp({ dist, server, open })
  await weapp.tap('租户')

  expect(weapp.has('租户不用申请')).toBe(true)
  expect(weapp.has('提交申请')).toBe(false)
})

test('a declined application is shown with the answer of the office', async () => {
  const declined = { ...application, state: 'rejected' as const, answer: '姓名与登记不一致' }
  const { server } = ownerServer({ 'GET /v1/me': aMe({ households: [], applications: [declined] }) })
  const weapp = await launchWeapp({ dist, server, open })

  expect(weapp.has('物业的答复：姓名与登记不一致')).toBe(true)
})
