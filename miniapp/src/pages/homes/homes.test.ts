import { join } from 'node:path'
import type { MembershipId } from '@anjiao/shared/ids'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { aMe, aPerson, homePath, ownerServer, Refused } from '../testing/owner-server'

const dist = join(import.meta.dirname, '../../../dist/weapp')
const open = '/pages/homes/index'
const list = `GET ${homePath}/people`
const daughter = aPerson({
  membershipId: 2 as MembershipId,
  label: '女儿',
  relation: 'family',
  joined: false,
  isMe: false,
})

test('the owner links a daughter by her phone, who then stands in the list', async () => {
  let linked = false
  const { server, askedFor } = ownerServer({
    [list]: () => (linked ? [aPerson(), daughter] : [aPerson()]),
    [`POST ${homePath}/people`]: () => {
      linked = true
      return [aPerson(), daughter]
    },
  })
  const weapp = await launchWeapp({ dist, server })
  await weapp.tap('房屋与家人')
  await weapp.tap('添加家人或租户')
  await weapp.type('对方的手机号', '1381234')
  await weapp.tap('添加')
  expect(weapp.has('请填写 11 位手机号')).toBe(true)

  await weapp.type('对方的手机号', '13812345678')
  await weapp.type('怎么称呼', '女儿')
  await weapp.tap('添加')
  expect(askedFor(`POST ${homePath}/people`).map(({ body }) => body)).toEqual([
    { phone: '13812345678', relation: 'family', label: '女儿' },
  ])
  expect(weapp.path).toBe('pages/homes/index')
  expect(weapp.has('女儿')).toBe(true)
  expect(weapp.has('还没有登录过')).toBe(true)
})

test('somebody is unlinked only after the owner has said so twice', async () => {
  let sure = false
  let linked = true
  const { server, askedFor } = ownerServer({
    [list]: () => (linked ? [aPerson(), daughter] : [aPerson()]),
    [`DELETE ${homePath}/people/2`]: () => {
      linked = false
      return [aPerson()]
    },
  })
  const weapp = await launchWeapp({ dist, server, open, confirm: () => sure })
  await weapp.tap('移除女儿')
  expect(askedFor(`DELETE ${homePath}/people/2`)).toEqual([])

  sure = true
  await weapp.tap('移除女儿')
  expect(weapp.has('女儿')).toBe(false)
})

test('owners cannot be removed here', async () => {
  const other = aPerson({ membershipId: 3 as MembershipId, label: '共有人', isMe: false })
  const weapp = await launchWeapp({
    dist,
    open,
    server: ownerServer({ [list]: [aPerson(), other] }).server,
  })

  expect(weapp.has('共有人')).toBe(true)
  expect(weapp.has('移除')).toBe(false)
})

test('family is told that the owner does this, and nothing is asked of the server that it would refuse', async () => {
  const [link] = aMe().households
  if (!link) throw new Error('the usual owner has a home')
  const { server, askedFor } = ownerServer({
    'GET /v1/me': aMe({ households: [{ ...link, relation: 'family' }] }),
  })
  const weapp = await launchWeapp({ dist, server, open })

  expect(weapp.has('由业主本人办理')).toBe(true)
  expect(askedFor(list)).toEqual([])
})

test('a refusal is said in the server’s words', async () => {
  const { server } = ownerServer({
    [`POST ${homePath}/people`]: new Refused(409, 'already-linked', '这个手机号已经关联到这套房屋。'),
  })
  const weapp = await launchWeapp({ dist, server, open: '/pages/link/index?community=1&household=1' })
  await weapp.type('对方的手机号', '13812345678')
  await weapp.tap('添加')

  expect(weapp.has('这个手机号已经关联到这套房屋。')).toBe(true)
})
