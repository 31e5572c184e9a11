import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aStandard, reliefScript } from '../testing/relief'
import { community, refusal, type Script, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const page = '/packages/staff/relief-standard-new/index?community=1'
const standards = `${community}/relief-standards`
const feeStandards = `GET ${community}/fee-standards`
const fee = (feeItem: string) => ({ id: 1, feeItem, name: feeItem, rooms: 1, versions: [] })
const { id: _, publishedAt: __, endedAt: ___, ...before } = aStandard()

async function writing(open = `${page}&standard=2`, script: Script = {}, confirm = true) {
  const { server, sent } = staffServer(['manager'], {
    ...reliefScript,
    [feeStandards]: [fee('物业服务费'), fee('机动车停车费')],
    [`POST ${standards}`]: aStandard(),
    ...script,
  })
  const weapp = await launchWeapp({ dist, open, server, confirm: () => confirm })
  return { weapp, published: () => sent(`POST ${standards}`) }
}

test('a next version begins with the one before, and shows at once what owners will read', async () => {
  const { weapp } = await writing()
  expect(weapp.has('减免 30%，最多 1,000.00 元，已有的违约金也免收')).toBe(true)

  await weapp.type('减免比例', '45')
  expect(weapp.has('减免 45%，最多 1,000.00 元')).toBe(true)
  await weapp.tap('机动车停车费')
  expect(weapp.has('只用于物业服务费、机动车停车费')).toBe(true)
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('it is published after a question, and only when it says where it was announced', async () => {
  const { weapp, published } = await writing()

  expect(weapp.has('还要写明在哪里公布的。')).toBe(true)
  await weapp.tap('公布标准')
  expect(published()).toEqual([])
  await weapp.type('在哪里公布的', ' 2026年物业服务公告第12号 ')
  await weapp.tap('公布标准')
  expect(published()).toEqual([{ ...before, publishedAs: '2026年物业服务公告第12号' }])
  expect(weapp.calls.find(({ name }) => name === 'showModal')?.options).toMatchObject({
    content: expect.stringContaining('仍按当时的标准'),
  })
  expect(weapp.path).toBe('packages/staff/relief-standards/index')
})

test('who says no at the question publishes nothing', async () => {
  const { weapp, published } = await writing(`${page}&standard=2`, {}, false)

  await weapp.type('在哪里公布的', '公告')
  await weapp.tap('公布标准')
  expect(published()).toEqual([])
})

test('only the fields that a measure has are asked for', async () => {
  const { weapp } = await writing()

  expect(weapp.has('减免比例')).toBe(true)
  expect(weapp.has('从哪一笔预算出')).toBe(true)
  await weapp.tap('延期缴费')
  expect(weapp.has('晚多少天')).toBe(true)
  expect(weapp.has('减免比例')).toBe(false)
  expect(weapp.has('从哪一笔预算出')).toBe(false)
  expect(weapp.has('不减本金，可以不填')).toBe(true)
  await weapp.tap('免收违约金')
  expect(weapp.has('这些账单已有的违约金也免收')).toBe(false)
})

test('it is said why a resolution and a local rule are asked for', async () => {
  const { weapp } = await writing()

  expect(weapp.has('酬金制小区，物业费属于业主')).toBe(true)
  expect(weapp.has('空置能不能少缴，只看当地规定')).toBe(false)
  await weapp.choose('困难类型', 5)
  expect(weapp.has('空置能不能少缴，只看当地规定')).toBe(true)
})

test('a first standard is written from the beginning, and wants a budget for principal', async () => {
  const { weapp } = await writing(page, { [`GET ${community}/relief-budgets`]: [] })

  expect(weapp.has('还没有预算，请先回“减免标准”登记一笔')).toBe(true)
  await weapp.type('标准名称', '低保家庭减免')
  await weapp.type('怎样就算够', '低保证，出示即可')
  expect(weapp.has('还要选从哪一笔预算出。')).toBe(true)
})

test('a number that makes no sense is said at its field', async () => {
  const { weapp } = await writing()

  await weapp.type('不同意的，几天内可以复议', '3')
  expect(weapp.has('请填 7 到 60 天之间的整数')).toBe(true)
  expect(weapp.has('有数字没有填对')).toBe(true)
})

test('what the server refuses is told in its words', async () => {
  const { weapp } = await writing(`${page}&standard=2`, {
    [`POST ${standards}`]: () =>
      refusal(422, 'relief-standard-needs-resolution', '本小区减免本金要有业主共同决定。'),
  })

  await weapp.type('在哪里公布的', '公告')
  await weapp.tap('公布标准')
  expect(weapp.has('本小区减免本金要有业主共同决定。')).toBe(true)
})

test('what this community charges for need not be known', async () => {
  const { weapp } = await writing(page, {
    [feeStandards]: () => refusal(503, 'database-unavailable', '系统正在维护。'),
  })

  expect(weapp.has('标准名称')).toBe(true)
  expect(weapp.has('只用于这些费用')).toBe(false)
})
