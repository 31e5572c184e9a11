import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aRoll, community, ok, staffServer } from '../testing/staff-server'
import { bringingSentence } from './texts'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/roll-preview/index?community=1&roll=7'

test('the preview says what would come, row by row what would not, and what would change', async () => {
  const { server } = staffServer(['manager'], { [`GET ${community}/rolls/7`]: aRoll() })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('将新增 1,207 户、1,368 笔账单，改动 1 处；1 行有问题，不导入。')).toBe(true)
  expect(weapp.has('业主档案 第 101 行')).toBe(true)
  expect(weapp.has('“建筑面积”填的是“待测绘”，不是数字。')).toBe(true)

  await weapp.tap('提醒 0')
  expect(weapp.has('没有需要留意的地方')).toBe(true)
  await weapp.tap('改动 1')
  expect(weapp.has('崔娜桐')).toBe(true)
  expect(weapp.has('崔娜彤')).toBe(true)
})

test('the roll is taken in only after the question is answered with yes', async () => {
  let state: 'previewed' | 'confirmed' = 'previewed'
  let sure = false
  const { server, sent } = staffServer(['manager'], {
    [`GET ${community}/rolls/7`]: () => ok(aRoll({ state })),
    [`POST ${community}/rolls/7/confirm`]: () => {
      state = 'confirmed'
      return ok(aRoll({ state }))
    },
  })
  const weapp = await launchWeapp({ dist, open, server, confirm: () => sure })

  await weapp.tap('确认导入')
  expect(sent(`POST ${community}/rolls/7/confirm`)).toEqual([])

  sure = true
  await weapp.tap('确认导入')
  expect(weapp.has('导入完成')).toBe(true)
  expect(weapp.has('已新增 1,207 户、1,368 笔账单，改动 1 处；1 行有问题，没有导入。')).toBe(true)
  expect(weapp.has('确认导入')).toBe(false)
})

test('when no answer came, the server is asked how it stands before anything is repeated', async () => {
  let state: 'previewed' | 'confirmed' = 'previewed'
  const { server } = staffServer(['manager'], {
    [`GET ${community}/rolls/7`]: () => ok(aRoll({ state })),
    [`POST ${community}/rolls/7/confirm`]: () => {
      state = 'confirmed'
      throw new Error('the answer was lost')
    },
  })
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.tap('确认导入')
  expect(weapp.has('网络没有连上')).toBe(true)
  await weapp.tap('还在处理，查看结果')
  expect(weapp.has('导入完成')).toBe(true)
})

test('a file that changes nothing is not offered for import', async () => {
  const same = aRoll({}, { newHouseholds: 0, newCharges: 0, differences: [], differencesTotal: 0 })
  const { server } = staffServer(['manager'], { [`GET ${community}/rolls/7`]: same })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('这份文件与系统里的一致')).toBe(true)
  expect(weapp.has('确认导入')).toBe(false)
})

test('hundreds of rejected rows come in parts that a phone can draw', async () => {
  const [row] = aRoll().summary.rejected
  const rejected = Array.from({ length: 500 }, (_, at) => ({
    ...(row ?? { sheet: '', column: '', value: '', why: '', reason: '' }),
    row: at + 1,
  }))
  const many = aRoll({}, { rejected, rejectedTotal: 1_234 })
  const { server } = staffServer(['manager'], { [`GET ${community}/rolls/7`]: many })
  const weapp = await launchWeapp({ dist, open, server })
  const shown = () => weapp.lines.filter((line) => /第 \d+ 行/.test(line)).length

  expect(weapp.has('共 1,234 条，这里列出前 500 条。')).toBe(true)
  expect(shown()).toBe(20)
  await weapp.tap('再看 30 行')
  expect(shown()).toBe(50)
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test.each([
  [
    { newHouseholds: 1, newCharges: 0, differencesTotal: 2, rejectedTotal: 17 },
    '将新增 1 户，改动 2 处；17 行有问题，不导入。',
  ],
  [{ newHouseholds: 0, newCharges: 5, differencesTotal: 0, rejectedTotal: 0 }, '将新增 5 笔账单。'],
  [
    { newHouseholds: 0, newCharges: 0, differencesTotal: 0, rejectedTotal: 3 },
    '没有新增和改动；3 行有问题，不导入。',
  ],
])('what is brought is said in one sentence: %#', (bringing, sentence) => {
  expect(bringingSentence('将', bringing)).toBe(sentence)
})
