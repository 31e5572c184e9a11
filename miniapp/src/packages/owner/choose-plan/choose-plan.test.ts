import { join } from 'node:path'
import { type BusinessDate, formatDate } from '@anjiao/shared/calendar'
import { firstDueDate, planSchedule } from '@anjiao/shared/instalments'
import { fen, formatYuan } from '@anjiao/shared/money'
import { describe, expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import {
  aCharge,
  homePath,
  homeQuery,
  number,
  ownerServer,
  Refused,
} from '../../../pages/testing/owner-server'
import { aPlan, aPlanPolicy, planOptions } from '../../../pages/testing/plan-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/choose-plan/index?${homeQuery}`
const options = `GET ${homePath}/plan-options`
const apply = `POST ${homePath}/plans`
const day = (text: string) => text as BusinessDate

/** The page with these answers; what is due comes to 2,564.58 yuan. */
async function choosing(instead: Parameters<typeof ownerServer>[0] = {}) {
  const server = ownerServer({ [options]: planOptions(), ...instead })
  return { ...server, weapp: await launchWeapp({ dist, open, server: server.server }) }
}

describe('moving a slider', () => {
  test('shows at once the very schedule that the server would make, and asks it nothing', async () => {
    const { weapp, asked } = await choosing()
    const before = asked.length
    await weapp.slide('分几期', 5)
    await weapp.slide('每期在几号缴', 10)

    const schedule = planSchedule(
      fen(256_458),
      { downFen: fen(0), instalments: 5, everyMonths: 1 },
      { downDue: day('2026-11-28'), firstDue: firstDueDate(day('2026-11-25'), 10, 7) },
    )
    expect(schedule.map(({ dueDate }) => dueDate)).toEqual([
      '2026-12-10',
      '2027-01-10',
      '2027-02-10',
      '2027-03-10',
      '2027-04-10',
    ])
    for (const { dueDate, amountFen } of schedule) {
      expect(weapp.has(formatDate(dueDate)), dueDate).toBe(true)
      expect(weapp.has(`¥${formatYuan(amountFen)}`), String(amountFen)).toBe(true)
    }
    expect(weapp.has('¥2,564.58')).toBe(true)
    expect(asked).toHaveLength(before)
  })

  test('is never needed: a button at each side goes one step, as far as the policy goes', async () => {
    const { weapp } = await choosing({
      [options]: planOptions({ policy: aPlanPolicy({ instalmentsMax: 7 }) }),
    })
    expect(weapp.has('6 期')).toBe(true)
    await weapp.tap('分几期，增加')
    await weapp.tap('分几期，增加')
    expect(weapp.find('分几期，增加').attributes['aria-disabled']).toBe(true)
    expect(weapp.has('¥366.37')).toBe(true)

    await weapp.tap('每期在几号缴，减少')
    expect(weapp.has('14 号')).toBe(true)
  })

  test('leaves every figure of the page small enough for an old phone', async () => {
    const { weapp } = await choosing()
    await weapp.slide('分几期', 12)
    expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
    expect(weapp.complaints).toEqual([])
  })
})

describe('a plan that nobody has to look at', () => {
  test('is said to be one, and leads straight to its agreement', async () => {
    const { weapp, askedFor } = await choosing({
      [apply]: aPlan({ state: 'approved', signedOn: null }),
      [`GET ${homePath}/plans/12/agreement`]: new Refused(503, 'database-unavailable', '系统正在维护。'),
    })
    expect(weapp.has('这个方案不用审核')).toBe(true)
    expect(weapp.has('想对物业说的话')).toBe(false)

    await weapp.tap('看协议')
    expect(askedFor(apply).map(({ body }) => body)).toEqual([
      {
        policyId: 3,
        chargeIds: [1, 2],
        terms: { downFen: 0, instalments: 6, everyMonths: 1, dayOfMonth: 15 },
        reason: '',
      },
    ])
    expect(weapp.path).toBe('packages/owner/agreement/index')
  })
})

describe('a plan that has to be looked at', () => {
  test('says so before it is sent, and how long it takes; a word of one’s own goes with it', async () => {
    const { weapp, askedFor } = await choosing({
      [apply]: aPlan({ state: 'applied', signedOn: null, replyBy: day('2026-11-28') }),
      [`GET ${homePath}/plans/12`]: aPlan({ state: 'applied', signedOn: null, replyBy: day('2026-11-28') }),
    })
    await weapp.slide('分几期', 10)
    expect(weapp.has('这个方案要物业审核，3 天内答复')).toBe(true)
    await weapp.type('想对物业说的话', ' 退休金每月 15 号到 ')
    await weapp.tap('提交申请')

    expect(askedFor(apply).map(({ body }) => body)).toMatchObject([
      { terms: { instalments: 10 }, reason: '退休金每月 15 号到' },
    ])
    expect(weapp.path).toBe('packages/owner/plan/index')
    expect(weapp.has('最晚 2026年11月28日 答复您')).toBe(true)
  })
})

describe('the charges', () => {
  test('are all ticked, late fees with them; what is not ticked is not in the plan', async () => {
    const { weapp, askedFor } = await choosing({ [apply]: new Refused(409, 'nothing-due', '没有。') })
    expect(weapp.has('已选 2 笔')).toBe(true)
    expect(weapp.has('¥12.30')).toBe(true)

    await weapp.tap('机动车停车费')
    expect(weapp.has('¥1,964.58')).toBe(true)
    await weapp.tap('看协议')
    expect(askedFor(apply).map(({ body }) => body)).toMatchObject([{ chargeIds: [1] }])
  })

  test('that cannot be in a plan say why', async () => {
    const held = {
      charge: aCharge({ id: number(9), feeItem: '公共能耗费' }),
      why: '已经在办异议',
      lateFeeFen: fen(0),
    }
    const { charges } = planOptions()
    const { weapp } = await choosing({ [options]: planOptions({ charges: [...charges, held] }) })

    expect(weapp.has('公共能耗费 2026年1月–9月')).toBe(true)
    expect(weapp.has('已经在办异议')).toBe(true)
    expect(weapp.has('已选 2 笔')).toBe(true)
  })

  test('whose limitation may have run out are in it only by their owner’s own tick', async () => {
    const old = {
      charge: aCharge({ id: number(8), feeItem: '电梯费', dueDate: day('2023-11-24') }),
      why: null,
      lateFeeFen: fen(0),
    }
    const { weapp } = await choosing({ [options]: planOptions({ charges: [old, ...planOptions().charges] }) })
    expect(weapp.has('已选 2 笔')).toBe(true)
    expect(weapp.has('可能已过诉讼时效')).toBe(true)

    await weapp.tap('电梯费')
    expect(weapp.has('已选 3 笔')).toBe(true)
  })

  test('stand folded when there are many, so that the choice is in sight', async () => {
    const charges = Array.from({ length: 12 }, (_, at) => ({
      charge: aCharge({ id: number(at + 1) }),
      why: null,
      lateFeeFen: fen(0),
    }))
    const { weapp } = await choosing({ [options]: planOptions({ charges }) })
    expect(weapp.has('已选 12 笔')).toBe(true)
    expect(weapp.has('物业服务费')).toBe(false)

    await weapp.tap('看看是哪些账单，改一改')
    expect(weapp.lines.filter((line) => line === '物业服务费')).toHaveLength(12)
  })

  test('too small to be spread are said to be so', async () => {
    const small = { charge: aCharge({ openFen: fen(15_000) }), why: null, lateFeeFen: fen(0) }
    const { weapp, askedFor } = await choosing({ [options]: planOptions({ charges: [small] }) })
    expect(weapp.has('分成两期就不到每期 100.00 元了')).toBe(true)

    await weapp.tap('这些账单不能分期')
    expect(askedFor(apply)).toEqual([])
  })
})

describe('the policy', () => {
  test('can be read whole', async () => {
    const { weapp } = await choosing()
    await weapp.tap('小区的分期办法')

    expect(weapp.has('谁可以分期')).toBe(true)
    expect(weapp.has('小区公告〔2026〕第 8 号')).toBe(true)
    await weapp.tap('关闭')
    expect(weapp.has('谁可以分期')).toBe(false)
  })

  test('leaves a choice of rhythm only where it has several', async () => {
    const quarterly = planOptions({ policy: aPlanPolicy({ everyMonths: [1, 3] }) })
    const { weapp } = await choosing({ [options]: quarterly })
    await weapp.tap('每 3 个月缴一次')
    expect(weapp.has('2027年3月15日')).toBe(true)
    expect(weapp.has('2027年1月15日')).toBe(false)

    const { weapp: monthly } = await choosing()
    expect(monthly.has('每月缴一次')).toBe(false)
  })

  test('may want something first: how much, and by when', async () => {
    const { weapp } = await choosing({ [options]: planOptions({ policy: aPlanPolicy({ downPercent: 20 }) }) })

    expect(weapp.has('先付首付')).toBe(true)
    expect(weapp.has('¥512.92')).toBe(true)
    expect(weapp.has('2026年11月28日')).toBe(true)
  })

  test('that has changed meanwhile is said, and read anew', async () => {
    const { weapp, askedFor } = await choosing({
      [apply]: new Refused(409, 'plan-policy-changed', '分期办法刚刚有更新。请看过新的办法，再选一次。'),
    })
    await weapp.tap('看协议')

    expect(weapp.has('分期办法刚刚有更新。')).toBe(true)
    expect(askedFor(options)).toHaveLength(2)
    expect(weapp.path).toBe('packages/owner/choose-plan/index')
  })
})

describe('where there is nothing to choose', () => {
  test.each([
    ['no policy', { policy: null }, '小区还没有公布分期办法'],
    ['a refusal', { refused: '您已经有一份分期申请在等待答复。' }, '您已经有一份分期申请在等待答复。'],
    ['no charges', { charges: [] }, '没有可以分期的账单'],
  ])('because of %s it is said, with whom to ask', async (_, over, words) => {
    const { weapp } = await choosing({ [options]: planOptions(over) })

    expect(weapp.has(words)).toBe(true)
    expect(weapp.has('021-55550000')).toBe(true)
    expect(weapp.has('看协议')).toBe(false)
    await weapp.tap('看分期与延期')
    expect(weapp.path).toBe('packages/owner/plans/index')
  })

  test('family may look, but the owner decides', async () => {
    const { weapp } = await choosing({ [options]: new Refused(403, 'owner-only', '请联系业主办理。') })
    expect(weapp.has('请联系业主办理。')).toBe(true)
  })
})
