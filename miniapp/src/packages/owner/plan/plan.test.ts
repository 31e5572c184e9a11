import { join } from 'node:path'
import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Plan } from '@anjiao/shared/contract/plan'
import { fen } from '@anjiao/shared/money'
import { describe, expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import {
  anAttempt,
  homePath,
  homeQuery,
  ownerServer,
  payParams,
  Refused,
} from '../../../pages/testing/owner-server'
import { anInstalment, aPlan } from '../../../pages/testing/plan-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/plan/index?${homeQuery}&plan=12`
const look = `GET ${homePath}/plans/12`
const pay = `POST ${homePath}/plans/12/payments`
const day = (text: string) => text as BusinessDate
const started = (amount: number) => ({
  attempt: anAttempt({ amountFen: fen(amount) }),
  payParams,
  appId: 'wx',
})

const [first, second, third] = [
  anInstalment({ paidFen: fen(65_076), state: 'paid' }),
  anInstalment({ no: 2, dueDate: day('2027-01-15') }),
  anInstalment({ no: 3, dueDate: day('2027-02-15') }),
]

async function looking(
  plan: Partial<Plan>,
  instead: Parameters<typeof ownerServer>[0] = {},
  now = '2026-11-25',
) {
  const server = ownerServer({ [look]: aPlan(plan), ...instead })
  const weapp = await launchWeapp({ dist, open, server: server.server, now: new Date(`${now}T02:00:00Z`) })
  return { ...server, weapp }
}

describe('a plan that is being paid', () => {
  const running = { paidFen: fen(65_076), openFen: fen(130_152), instalments: [first, second, third] }

  test('tells what comes next in one look, and how far it has come', async () => {
    const { weapp } = await looking(running)

    for (const words of [
      '下一期：第 2 期',
      '¥650.76',
      '缴费日 2027年1月15日',
      '还有 51 天',
      '已缴 1 期，共 3 期',
      '33%',
    ]) {
      expect(weapp.has(words), words).toBe(true)
    }
    expect(weapp.has('第 1 期 · 已缴')).toBe(true)
    expect(weapp.has('第 2 期 · 还没到日子')).toBe(true)
  })

  test('is paid instalment by instalment; WeChat is asked for what the server says', async () => {
    const { weapp, askedFor } = await looking(running, { [pay]: started(65_076) })
    await weapp.tap('缴这一期')

    expect(askedFor(pay).map(({ body }) => body)).toEqual([{ upTo: 2 }])
    expect(weapp.calls.find(({ name }) => name === 'requestPayment')?.options).toEqual(payParams)
    expect(weapp.path).toBe('pages/payment/index')
  })

  test('may be paid whole at any time', async () => {
    const { weapp, askedFor } = await looking(running, { [pay]: started(130_152) })
    await weapp.tap('全部缴清 1,301.52 元')

    expect(askedFor(pay).map(({ body }) => body)).toEqual([{ upTo: 3 }])
  })

  test('may be paid several instalments ahead', async () => {
    const { weapp, askedFor } = await looking({}, { [pay]: started(130_152) })
    await weapp.tap('多缴几期')
    await weapp.tap('缴到第 2 期（1月15日）')
    await weapp.tap('缴 1,301.52 元')

    expect(askedFor(pay).map(({ body }) => body)).toEqual([{ upTo: 2 }])
  })

  test('is not paid with another sum than was shown, unless the person says so', async () => {
    const close = `POST ${homePath}/payments/7/close`
    const server = ownerServer({
      [look]: aPlan(running),
      [pay]: started(60_000),
      [close]: anAttempt({ state: 'closed' }),
    })
    const weapp = await launchWeapp({ dist, open, server: server.server, confirm: () => false })
    await weapp.tap('缴这一期')

    expect(weapp.calls.some(({ name }) => name === 'requestPayment')).toBe(false)
    expect(server.askedFor(close)).toHaveLength(1)
  })

  test('in its days of grace says that it is not too late', async () => {
    const { weapp } = await looking(
      { instalments: [anInstalment({ state: 'grace' }), second, third] },
      {},
      '2026-12-17',
    )

    expect(weapp.has('最晚 12月22日 缴上，都算按时')).toBe(true)
    expect(weapp.has('第 1 期 · 宽限期内，现在缴算按时')).toBe(true)
  })

  test('in which something is disputed says that it need not be paid for now', async () => {
    const { weapp } = await looking({ instalments: [anInstalment({ state: 'aside' }), second, third] })

    expect(weapp.has('答复以前先不用缴，不算晚')).toBe(true)
    expect(weapp.has('第 1 期 · 先不用缴，等答复')).toBe(true)
  })

  test('that was signed with a down payment begins with it', async () => {
    const down = anInstalment({ no: 0, dueDate: day('2026-11-28'), amountFen: fen(30_000) })
    const { weapp, askedFor } = await looking(
      { state: 'signed', instalments: [down, anInstalment(), second, third] },
      { [pay]: started(30_000) },
    )
    expect(weapp.has('最晚 2026年11月28日 付。')).toBe(true)
    expect(weapp.has('换一天缴')).toBe(false)

    await weapp.tap('付首付')
    expect(askedFor(pay).map(({ body }) => body)).toEqual([{ upTo: 0 }])
  })
})

describe('moving an instalment', () => {
  const move = `POST ${homePath}/plans/12/instalments/1/move`
  const moved = aPlan({
    instalments: [anInstalment({ dueDate: day('2026-12-22'), movedFrom: day('2026-12-15') })],
  })

  test('takes a later day within what is allowed, and a word why', async () => {
    let told = aPlan()
    const { weapp, askedFor } = await looking(
      {},
      {
        [look]: () => told,
        [move]: () => {
          told = moved
          return moved
        },
      },
    )
    await weapp.tap('换一天缴（还可以换 2 次）')
    expect(weapp.has('最晚可以到 2026年12月30日')).toBe(true)
    await weapp.tap('晚 7 天')
    await weapp.tap('换到这一天')
    expect(weapp.has('请写一句原因')).toBe(true)

    await weapp.type('为什么换', '养老金晚到几天')
    await weapp.tap('换到这一天')
    expect(askedFor(move).map(({ body }) => body)).toEqual([{ to: '2026-12-22', reason: '养老金晚到几天' }])
    expect(weapp.has('原来是 2026年12月15日')).toBe(true)
  })

  test('to a day beyond is not even asked for', async () => {
    const { weapp, askedFor } = await looking({}, { [move]: moved })
    await weapp.tap('换一天缴（还可以换 2 次）')
    await weapp.choose('换到别的日子', '2027-01-10')
    await weapp.type('为什么换', '晚一些')
    await weapp.tap('换到这一天')

    expect(weapp.has('请选 12月16日 到 12月30日 之间的日子')).toBe(true)
    expect(askedFor(move)).toEqual([])
  })

  test('is not offered when it is used up', async () => {
    const { weapp } = await looking({ movesLeft: 0 })
    expect(weapp.has('换一天缴')).toBe(false)
  })
})

describe('a plan that was broken', () => {
  const broken: Partial<Plan> = {
    state: 'broken',
    instalments: [anInstalment({ state: 'missed' }), second, third],
  }

  test('says until when and with how much it can be caught up, and does it by one press', async () => {
    const { weapp, askedFor } = await looking(
      { ...broken, cureUntil: day('2027-01-20'), cureFen: fen(65_076) },
      { [pay]: started(65_076) },
    )
    expect(weapp.has('最晚 2027年1月20日 补上这些钱，分期就接着走')).toBe(true)
    expect(weapp.has('缴过的钱都算数')).toBe(true)

    await weapp.tap('补上 650.76 元')
    expect(askedFor(pay).map(({ body }) => body)).toEqual([{ upTo: 1 }])
  })

  test('for good leads to the front desk, to the bills, and to another plan', async () => {
    const { weapp } = await looking(broken)
    expect(weapp.has('请联系物业前台')).toBe(true)
    expect(weapp.has('重新选一个方案')).toBe(true)

    await weapp.tap('直接缴账单')
    expect(weapp.path).toBe('pages/pay/index')
  })
})

describe('a plan that may be signed', () => {
  const offer: Partial<Plan> = { signedOn: null, openUntil: day('2026-12-09') }

  test('that the company offered says so, in its words, and leaves it to the owner', async () => {
    const { weapp, askedFor } = await looking(
      { ...offer, state: 'offered', answer: '可以分三个月慢慢缴。' },
      { [`POST ${homePath}/plans/12/decline`]: aPlan({ ...offer, state: 'declined' }) },
    )
    for (const words of ['要不要用，由您决定', '可以分三个月慢慢缴。', '给您留到 2026年12月9日']) {
      expect(weapp.has(words), words).toBe(true)
    }
    await weapp.tap('不用这个方案')
    expect(askedFor(`POST ${homePath}/plans/12/decline`)).toHaveLength(1)
    expect(askedFor(look)).toHaveLength(2)
  })

  test('with other terms stands beside what was asked for, and leads to its agreement', async () => {
    const { weapp } = await looking(
      {
        ...offer,
        state: 'countered',
        asked: { downFen: fen(0), instalments: 10, everyMonths: 1, dayOfMonth: 20 },
      },
      { [`GET ${homePath}/plans/12/agreement`]: new Refused(503, 'database-unavailable', '系统正在维护。') },
    )
    for (const words of ['您申请的', '10 期', '¥195.23', '每月 20 号缴', '物业建议的', '3 期', '¥650.76']) {
      expect(weapp.has(words), words).toBe(true)
    }
    await weapp.tap('看协议，去签署')
    expect(weapp.path).toBe('packages/owner/agreement/index')
  })
})

describe('an application', () => {
  const applied: Partial<Plan> = { state: 'applied', signedOn: null, replyBy: day('2026-11-28') }

  test('says by when it is answered, that nothing presses meanwhile, and may be taken back', async () => {
    const { weapp, askedFor } = await looking(applied, {
      [`POST ${homePath}/plans/12/withdraw`]: aPlan({ ...applied, state: 'cancelled', replyBy: null }),
    })
    expect(weapp.has('最晚 2026年11月28日 答复您')).toBe(true)
    expect(weapp.has('审核期间，这些账单不催缴')).toBe(true)

    await weapp.tap('撤回申请')
    expect(askedFor(`POST ${homePath}/plans/12/withdraw`)).toHaveLength(1)
  })

  test('that was refused gives the reason, and the way to try again', async () => {
    const { weapp } = await looking({ state: 'declined', signedOn: null, answer: '请到前台当面商量。' })

    expect(weapp.has('请到前台当面商量。')).toBe(true)
    expect(weapp.has('再选一个方案')).toBe(true)
  })
})

test('a plan that was kept is thanked for', async () => {
  const { weapp } = await looking({ state: 'kept', openFen: fen(0), instalments: [first] })
  expect(weapp.has('全部缴完了，谢谢您')).toBe(true)
})

test('a plan keeps its story, its charges and its agreement at hand', async () => {
  const happenings = [
    {
      on: day('2026-12-01'),
      event: 'move' as const,
      to: 'active' as const,
      note: '第 2 期改到 2027年1月20日：住院',
    },
  ]
  const { weapp } = await looking({ happenings })

  expect(weapp.has('换了一期的日子')).toBe(true)
  expect(weapp.has('第 2 期改到 2027年1月20日：住院')).toBe(true)
  expect(weapp.has('里面有 1 笔账单')).toBe(true)
  expect(weapp.has('看全文，或下载 PDF')).toBe(true)
})

test('to family who are not told why, a plan shows no empty lines for it; two moves of one day stay two', async () => {
  const move = { on: day('2026-12-01'), event: 'move' as const, to: 'active' as const, note: '' }
  const { weapp } = await looking({ happenings: [move, move] })
  expect(weapp.has('换了一期的日子')).toBe(true)
  expect(weapp.complaints).toEqual([])

  const applied = await looking({ state: 'applied', signedOn: null, replyBy: day('2026-11-28') })
  expect(applied.weapp.has('您说的话')).toBe(false)
})

test('five years of instalments come in parts that an old phone can draw', async () => {
  const instalments = Array.from({ length: 60 }, (_, at) =>
    anInstalment({ no: at + 1, amountFen: fen(3_254) }),
  )
  const { weapp } = await looking({ instalments })
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)

  await weapp.tap('看后面 54 期')
  expect(weapp.has('第 60 期')).toBe(true)
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('a plan of another home is not found, in the server’s words', async () => {
  const { weapp } = await looking({}, { [look]: new Refused(404, 'not-found', '没有找到您要的内容。') })
  expect(weapp.has('没有找到您要的内容。')).toBe(true)
})
