import { join } from 'node:path'
import type { ReliefRow } from '@anjiao/shared/contract/staff-relief'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { homeScript } from '../testing/home'
import { planScript } from '../testing/plans'
import { reliefScript } from '../testing/relief'
import { community, ok, refusal, staffServer } from '../testing/staff-server'
import { day, id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/relief/index?community=1'
const list = `GET ${community}/relief`

const aRow = (over: Partial<ReliefRow> = {}): ReliefRow => ({
  id: id(6),
  householdId: id(42),
  roomName: '3栋 1单元 502',
  ownerMasked: '汤**',
  kind: 'illness',
  state: 'applied',
  askedAt: '2026-11-20T02:00:00Z',
  replyBy: day('2026-11-25'),
  amountFen: fen(195_228),
  ...over,
})

test('applications are listed newest first with how long there is to answer, and lead to the case', async () => {
  const { server } = staffServer(['front_desk'], {
    ...homeScript,
    ...planScript,
    ...reliefScript,
    [list]: { applications: [aRow()], more: false },
  })
  const weapp = await launchWeapp({ dist, open, server })
  for (const words of ['重大疾病', '等待审核', '还有 2 天', '汤**']) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.has('再看一些')).toBe(false)

  await weapp.tap('3栋 1单元 502')
  expect(weapp.path).toBe('packages/staff/relief-case/index')
})

test('they may be narrowed to a state, and are told a page at a time', async () => {
  const asked: string[] = []
  const { server } = staffServer(['manager'], {
    [list]: ({ path }) => {
      asked.push(path.split('?')[1] ?? '')
      const first = !path.includes('before')
      const row = aRow({ id: id(first ? 6 : 5), roomName: first ? '3栋 502' : '4栋 101', replyBy: null })
      return ok({ applications: [row], more: first })
    },
  })
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.choose('看哪些', 3)
  await weapp.tap('再看一些')
  expect(asked).toEqual(['', 'state=agreed_once', 'state=agreed_once&before=6'])
  expect(weapp.has('4栋 101')).toBe(true)
})

test('a community in which nobody has asked is told how one comes to ask', async () => {
  const { server } = staffServer(['manager'], { [list]: { applications: [], more: false } })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('公布减免标准以后，业主在小程序里就能申请')).toBe(true)
  await weapp.choose('看哪些', 4)
  expect(weapp.has('没有这种状态的申请')).toBe(true)
})

test('what cannot be read is said, and can be tried again', async () => {
  const { server } = staffServer(['manager'], {
    [list]: () => refusal(503, 'database-unavailable', '系统正在维护。'),
  })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('系统正在维护。')).toBe(true)
  expect(weapp.has('再试一次')).toBe(true)
})

test('who goes out to collect learns nothing of hardship', async () => {
  const { server, asked } = staffServer(['collector'], {})
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('这里不在您的岗位范围内')).toBe(true)
  expect(asked.some(({ path }) => path.includes('/relief'))).toBe(false)
})

test.each([
  ['减免标准', 'relief-standards'],
  ['减免总览', 'relief-overview'],
])('%s is found from here by those who decide', async (way, page) => {
  const { server } = staffServer(['finance'], {
    ...reliefScript,
    [list]: { applications: [], more: false },
  })
  const weapp = await launchWeapp({ dist, open, server })

  await weapp.tap(way)
  expect(weapp.path).toBe(`packages/staff/${page}/index`)
})

test('the desk finds the standards and no money', async () => {
  const { server } = staffServer(['front_desk'], { [list]: { applications: [], more: false } })
  const weapp = await launchWeapp({ dist, open, server })

  expect(weapp.has('减免标准')).toBe(true)
  expect(weapp.has('减免总览')).toBe(false)
})
