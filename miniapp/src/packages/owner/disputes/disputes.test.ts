import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { type Answer, homePath, homeQuery, ownerServer, Refused } from '../../../pages/testing/owner-server'
import { aDispute, reliefAnswers } from '../../../pages/testing/relief-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/disputes/index?${homeQuery}`

const opened = (disputes: Answer) =>
  launchWeapp({
    dist,
    open,
    server: ownerServer({ ...reliefAnswers, [`GET ${homePath}/disputes`]: disputes }).server,
  })

test('each dispute says of which charge it is and how it stands, and leads to its answer', async () => {
  const weapp = await opened([aDispute()])
  expect(weapp.has('物业服务费：面积不对')).toBe(true)
  expect(weapp.has('等待答复')).toBe(true)

  await weapp.tap('物业服务费：面积不对')
  expect(weapp.path).toBe('packages/owner/dispute/index')
})

test('who never asked is told how, and what it does', async () => {
  const weapp = await opened([])
  expect(weapp.has('对哪一笔账单有疑问，就点开那一笔')).toBe(true)

  await weapp.tap('去看账单')
  expect(weapp.path).toBe('pages/bills/index')
})

test('when the list does not come, it can be asked for again', async () => {
  const weapp = await opened(new Refused(503, 'database-unavailable', '系统正在维护，请几分钟后再试。'))

  expect(weapp.has('系统正在维护，请几分钟后再试。')).toBe(true)
  expect(weapp.has('再试一次')).toBe(true)
})
