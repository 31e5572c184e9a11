import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import {
  type Answer,
  aMe,
  homePath,
  homeQuery,
  ownerServer,
  Refused,
} from '../../../pages/testing/owner-server'
import { aRefusedApplication, reliefAnswers, reliefOptions } from '../../../pages/testing/relief-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/relief/index?${homeQuery}`

const opened = (instead: Readonly<Record<string, Answer>> = {}) =>
  launchWeapp({ dist, open, server: ownerServer({ ...reliefAnswers, ...instead }).server })

test('a standard says for whom, how much, with what evidence, how long it takes and who decides', async () => {
  const weapp = await opened()

  for (const words of [
    '低保、低收入家庭。只用于物业服务费',
    '减免 30%，最多 1,000.00 元，已有的违约金也免收。往后 12 个月的账单也一样',
    '低保证或低收入证明，有一样就够',
    '5 天内答复，不同意会写明理由',
    '由物业的两个人先后审核',
    '由物业审核。',
    '不告诉邻居、单位和亲友',
    '到小区物业前台',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
})

test('a press on a standard begins an application under it', async () => {
  const weapp = await opened()

  await weapp.tap('申请这一项')
  expect(weapp.path).toBe('packages/owner/relief-apply/index')
  expect(weapp.find('低保、低收入家庭减免').parent).toBeDefined()
})

test('what was asked for stands first, each with how it stands, and leads to it', async () => {
  const weapp = await opened({ [`GET ${homePath}/relief`]: [aRefusedApplication()] })
  expect(weapp.has('未同意')).toBe(true)

  await weapp.tap('未同意')
  expect(weapp.path).toBe('packages/owner/relief-application/index')
})

test('who has asked for nothing is told how, and that no papers are needed first', async () => {
  const weapp = await opened({ [`GET ${homePath}/relief`]: [] })

  expect(weapp.has('还没有申请过')).toBe(true)
  expect(weapp.has('不用先准备齐材料')).toBe(true)
})

test('where nothing is published, people are told whom to talk to', async () => {
  const weapp = await opened({ [`GET ${homePath}/relief-options`]: reliefOptions({ standards: [] }) })

  expect(weapp.has('物业还没有公布减免办法')).toBe(true)
  expect(weapp.has('打电话问物业')).toBe(true)
})

test('who may not ask is told so in the words of the server, and whom to talk to', async () => {
  const weapp = await opened({
    [`GET ${homePath}/relief-options`]: new Refused(
      403,
      'owner-only',
      '这件事要由业主本人办理。请联系业主。',
    ),
  })

  expect(weapp.has('这件事要由业主本人办理。')).toBe(true)
  expect(weapp.has('打电话问物业')).toBe(true)
})

test('the first page leads the owner here, and nobody else', async () => {
  const weapp = await launchWeapp({ dist, server: ownerServer(reliefAnswers).server })

  await weapp.tap('困难减免')
  expect(weapp.path).toBe('packages/owner/relief/index')

  const [home] = aMe().households
  if (!home) throw new Error('the usual owner has a home')
  for (const relation of ['family', 'tenant'] as const) {
    const me = aMe({ households: [{ ...home, relation }] })
    const other = await launchWeapp({ dist, server: ownerServer({ 'GET /v1/me': me }).server })
    expect(other.has('困难减免'), relation).toBe(false)
  }
})
