import { join } from 'node:path'
import { businessDate } from '@anjiao/shared/calendar'
import type { AdvanceReturnId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { anAdvanceReturn, aSetOff, homePath, homeQuery, ownerServer } from '../testing/owner-server'

const dist = join(import.meta.dirname, '../../../dist/weapp')
const open = `/pages/advance/index?${homeQuery}`

test('what was paid ahead is told with how it came and went', async () => {
  const weapp = await launchWeapp({ dist, open, server: ownerServer().server })

  expect(weapp.has('¥500.00')).toBe(true)
  expect(weapp.lines).toEqual(expect.arrayContaining(['缴费', '2026年10月5日']))
  expect(weapp.has('+¥500.00')).toBe(true)
})

test('more can be paid ahead from here, by an amount', async () => {
  const weapp = await launchWeapp({ dist, open, server: ownerServer().server })
  await weapp.tap('存一笔')

  expect(weapp.path).toBe('pages/pay/index')
  await weapp.type('缴多少', '3000')
  expect(weapp.has('多出的存为预存：¥447.72')).toBe(true)
})

/** A server that remembers whether it is on. */
function switchable(mayDecide = true) {
  let since: string | null = null
  const told = () => aSetOff({ since, mayDecide })
  const switched = (to: string | null) => () => {
    since = to
    return told()
  }
  return ownerServer({
    [`GET ${homePath}/set-off`]: told,
    [`POST ${homePath}/set-off`]: switched('2026-11-23T02:00:00Z'),
    [`POST ${homePath}/set-off/stop`]: switched(null),
  })
}

test('new bills are settled by themselves only after a yes to the words that stand there, and stop at the next press', async () => {
  const { server, askedFor } = switchable()
  let sure = false
  const weapp = await launchWeapp({ dist, open, server, confirm: () => sure })
  expect(weapp.has('现在没有打开')).toBe(true)
  expect(weapp.has('随时可以关，马上生效，不用说明原因。')).toBe(true)

  await weapp.tap('出新账单时，自动用预存款抵扣')
  expect(askedFor(`POST ${homePath}/set-off`)).toEqual([])

  sure = true
  await weapp.tap('出新账单时，自动用预存款抵扣')
  expect(askedFor(`POST ${homePath}/set-off`).map(({ body }) => body)).toEqual([{ sha256: 'a'.repeat(64) }])
  expect(weapp.has('2026年11月23日 10:00 打开')).toBe(true)

  await weapp.tap('出新账单时，自动用预存款抵扣')
  expect(askedFor(`POST ${homePath}/set-off/stop`)).toHaveLength(1)
  expect(weapp.has('现在没有打开')).toBe(true)
})

test('the family sees whether it is on, and that the owner decides', async () => {
  const weapp = await launchWeapp({ dist, open, server: switchable(false).server })
  expect(weapp.has('没有打开')).toBe(true)
  expect(weapp.has('打开或关闭由业主本人决定。')).toBe(true)
})

test('an owner asks for it back, sees by when there is an answer, and takes it back', async () => {
  let told = anAdvanceReturn()
  const latest = {
    id: 3 as AdvanceReturnId,
    cause: 'moved_out',
    words: '12月5日搬走',
    askedAt: '2026-11-23T02:00:00Z',
    replyBy: businessDate('2026-11-30'),
    amountFen: null,
    declinedBecause: null,
  } as const
  const { server, askedFor } = ownerServer({
    [`GET ${homePath}/advance-return`]: () => told,
    [`POST ${homePath}/advance-return`]: () => {
      told = anAdvanceReturn({
        mayAsk: false,
        underWay: 'waiting',
        latest: { ...latest, state: 'waiting', mayWithdraw: true },
      })
      return told
    },
    [`POST ${homePath}/advance-return/withdraw`]: () => {
      told = anAdvanceReturn({ latest: { ...latest, state: 'withdrawn', mayWithdraw: false } })
      return told
    },
  })
  const weapp = await launchWeapp({ dist, open, server, confirm: () => true })
  await weapp.tap('申请退还')
  expect(weapp.has('现在可以退的有 500.00 元')).toBe(true)
  await weapp.tap('搬走或卖房了')
  await weapp.type('补充说明', '12月5日搬走')
  await weapp.tap('提交申请')
  expect(askedFor(`POST ${homePath}/advance-return`).map(({ body }) => body)).toEqual([
    { cause: 'moved_out', words: '12月5日搬走' },
  ])
  expect(weapp.has('物业最晚 2026年11月30日答复您')).toBe(true)
  expect(weapp.lines).not.toContain('申请退还')

  await weapp.tap('撤回申请')
  expect(weapp.has('上次的申请您已经撤回')).toBe(true)
  expect(weapp.lines).toContain('申请退还')
})

test('why nothing went back is read, and a home with nothing ahead is not asked', async () => {
  const declined = {
    id: 3 as AdvanceReturnId,
    cause: 'other',
    words: '',
    state: 'declined',
    askedAt: '2026-11-23T02:00:00Z',
    replyBy: businessDate('2026-11-30'),
    amountFen: null,
    declinedBecause: '请先到前台核对身份和账户',
    mayWithdraw: false,
  } as const
  const answered = ownerServer({ [`GET ${homePath}/advance-return`]: anAdvanceReturn({ latest: declined }) })
  expect((await launchWeapp({ dist, open, server: answered.server })).has('请先到前台核对身份和账户')).toBe(
    true,
  )

  const nothing = ownerServer({
    [`GET ${homePath}/advance-return`]: anAdvanceReturn({ freeFen: fen(0), mayAsk: false }),
  })
  expect((await launchWeapp({ dist, open, server: nothing.server })).has('退还预存款')).toBe(false)
})
