import { join } from 'node:path'
import type { CampaignId } from '@anjiao/shared/ids'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aBatch, aBatchDetail, letterScript, waitingLetters } from '../testing/letters'
import { community, refusal, type Script, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'
import { bySource } from './by-source'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/letters/index?community=1'
const waiting = `GET ${community}/letters/waiting`
const print = `POST ${community}/letter-batches`

async function opened(script: Script = {}, role: StaffRole = 'front_desk', confirm = () => true) {
  const { server, sent } = staffServer([role], { ...letterScript, [print]: aBatch(), ...script })
  return { weapp: await launchWeapp({ dist, open, server, confirm }), sent }
}

test('letters that wait stand by campaign or rule and building, with the day until which they may be printed', async () => {
  const { weapp } = await opened()
  for (const words of [
    '四季度物业费提醒',
    '19 封',
    '3栋',
    '12 封',
    '10栋',
    '7 封',
    '最晚 2026年12月1日 打印',
    '缴费日后 7 天',
  ])
    expect(weapp.has(words), words).toBe(true)
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('all of one campaign are printed at a press, once one has said so, and lead to their batch', async () => {
  const { weapp, sent } = await opened({ [`GET ${community}/letter-batches/3`]: aBatchDetail() })
  await weapp.tap('打印 19 封')
  expect(sent(print)).toEqual([{ campaignId: 5, rule: null, building: null }])
  expect(weapp.path).toBe('packages/staff/letter-batch/index')
})

test('those of one building are printed by the word beside it; who thinks better of it prints nothing', async () => {
  const { weapp, sent } = await opened()
  await weapp.tap('打印 7 封')
  expect(sent(print)).toEqual([{ campaignId: 5, rule: null, building: '10栋' }])

  const unsure = await opened({}, 'manager', () => false)
  await unsure.weapp.tap('打印 7 封')
  expect(unsure.sent(print)).toEqual([])
})

test('more than two hundred come in stacks', async () => {
  const { weapp } = await opened({
    [waiting]: [waitingLetters({ letters: 340 }), waitingLetters({ building: '9栋', letters: 5 })],
  })
  expect(weapp.lines.filter((line) => line === '先打印 200 封')).toHaveLength(2)
  await weapp.tap('先打印 200 封')
  expect(weapp.calls.find(({ name }) => name === 'showModal')?.options).toMatchObject({
    title: expect.stringMatching(/^先打印.*200 封吗？$/),
  })
})

test('where nobody has written what a letter says, a manager is led to it and the desk is told whom to ask', async () => {
  const unworded = { [waiting]: [waitingLetters({ worded: false })] }
  const manager = await opened(unworded, 'manager')
  expect(manager.weapp.has('打印 12 封')).toBe(false)
  await manager.weapp.tap('写信的内容')
  expect(manager.weapp.path).toBe('packages/staff/wording/index')

  const desk = await opened(unworded)
  expect(desk.weapp.has('请项目经理先写好')).toBe(true)
})

test('a campaign that stands still prints nothing', async () => {
  const { weapp } = await opened({ [waiting]: [waitingLetters({ paused: true })] })
  expect(weapp.has('活动已暂停')).toBe(true)
  expect(weapp.has('打印 12 封')).toBe(false)
})

test('who only carries letters sees them, and prints none', async () => {
  const { weapp } = await opened({}, 'collector')
  expect(weapp.has('由前台、项目经理打印')).toBe(true)
  expect(weapp.has('打印 19 封')).toBe(false)
  expect((await opened({}, 'finance')).weapp.has('由前台、催缴员、项目经理办理')).toBe(true)
})

test('when a colleague was faster one is told, and looks again', async () => {
  const { weapp } = await opened({
    [print]: () => refusal(409, 'no-letters-waiting', '这里没有等着打印的信了。'),
  })
  await weapp.tap('打印 19 封')
  expect(weapp.has('这里没有等着打印的信了。')).toBe(true)
  await weapp.tap('刷新')
})

test('what was printed is listed, and leads to its batch; without any it says so', async () => {
  const { weapp } = await opened()
  expect(weapp.has('四季度物业费提醒（全部楼栋）')).toBe(true)
  expect(weapp.has('1 封在路上')).toBe(true)
  await weapp.tap('四季度物业费提醒（3栋）')
  expect(weapp.path).toBe('packages/staff/letter-batch/index')

  const none = await opened({ [waiting]: [], [`GET ${community}/letter-batches`]: [] })
  expect(none.weapp.has('没有等着打印的信')).toBe(true)
  expect(none.weapp.has('还没有打印过')).toBe(true)
})

test('letters of one source are put together, whatever their buildings; the first that runs out says until when', () => {
  const found = bySource([
    waitingLetters({ printBy: '2026-12-02T00:00:00.000Z' }),
    waitingLetters({ campaignId: null, rule: 'due_today' }),
    waitingLetters({ building: '4栋', letters: 3, printBy: '2026-12-01T00:00:00.000Z' }),
    waitingLetters({ campaignId: id<CampaignId>(6) }),
  ])
  expect(
    found.map(({ letters, buildings, printBy }) => [letters, buildings.length, printBy.slice(0, 10)]),
  ).toEqual([
    [15, 2, '2026-12-01'],
    [12, 1, '2026-11-30'],
    [12, 1, '2026-11-30'],
  ])
})
