import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aPlanRow, planScript } from '../testing/plans'
import { community, ok, refusal, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/plans/index?community=1'
const list = `GET ${community}/plans`

test('the overview tells what plans have brought, how they go, and each month what was due and paid', async () => {
  const { server } = staffServer(['manager'], planScript)
  const weapp = await launchWeapp({ dist, open, server })

  for (const words of [
    '87,654',
    '签协议以后实际缴进来的钱，减免和作废的不算',
    '65,432',
    '80%',
    '41 份',
    '已中断（4 份）',
    '2026年10月',
    '21,000.00 / 24,680.00 元',
    '已缴是签协议以后实际缴的钱',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.has('2026年8月')).toBe(false)
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('the list is narrowed to a state, goes on after its last, and leads to each plan', async () => {
  const asked: string[] = []
  const { server } = staffServer(['manager'], {
    ...planScript,
    [list]: ({ path }) => {
      asked.push(path.split('?')[1] ?? '')
      const first = !path.includes('before')
      return ok({
        plans: [aPlanRow({ id: id(first ? 12 : 11), roomName: first ? '3栋 502' : '4栋 101' })],
        more: first,
      })
    },
  })
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.choose('看哪些', 2)
  await weapp.tap('再看一些')
  expect(asked).toEqual(['', 'state=applied', 'state=applied&before=12'])
  expect(weapp.has('4栋 101')).toBe(true)
  await weapp.tap('3栋 502')
  expect(weapp.path).toBe('packages/staff/plan/index')
})

test('a community without plans is told how there come to be some', async () => {
  const { server } = staffServer(['manager'], {
    ...planScript,
    [`GET ${community}/plans-overview`]: { byState: [], recoveredFen: 0, promisedFen: 0, months: [] },
    [list]: { plans: [], more: false },
  })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('业主申请了分期，或物业批量提供了分期后')).toBe(true)
  await weapp.choose('看哪些', 7)
  expect(weapp.has('没有这种状态的分期')).toBe(true)
})

test('what cannot be read is said, and the rest is there', async () => {
  const { server } = staffServer(['manager'], {
    ...planScript,
    [`GET ${community}/plans-overview`]: () => refusal(503, 'database-unavailable', '系统正在维护。'),
  })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('系统正在维护。')).toBe(true)
  expect(weapp.has('3栋 1单元 502')).toBe(true)
})
