import { join } from 'node:path'
import type { StaffRefund } from '@anjiao/shared/contract/refunds'
import type { RefundId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { describe, expect, test } from 'vitest'
import { type LaunchOptions, launchWeapp } from '../../../../harness/launch-weapp'
import { counterScript } from '../testing/counter'
import { homeScript } from '../testing/home'
import { aStaffRefund, refundScript } from '../testing/refunds'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'
import { id } from '../testing/values'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/refund/index?community=1&refund=8'
const decide = `POST ${community}/refunds/8/decide`
const withdraw = `POST ${community}/refunds/8/withdraw`
const explain = `POST ${community}/refunds/9/explain`

/** A refund that is as `after` says once somebody has done something about it. */
async function opened(
  role: StaffRole,
  {
    before = {},
    after = {},
    script = {},
    ...phone
  }: {
    before?: Partial<StaffRefund>
    after?: Partial<StaffRefund>
    script?: Script
  } & Partial<LaunchOptions> = {},
) {
  let shown = aStaffRefund(before)
  const move = () => {
    shown = aStaffRefund(after)
    return ok(shown)
  }
  const { server, sent } = staffServer([role], {
    ...homeScript,
    ...refundScript,
    [`GET ${community}/refunds/8`]: () => ok(shown),
    [decide]: move,
    [withdraw]: move,
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server, ...phone }), sent }
}

test('the second person reads how much goes back, to where and why, and lets it go after a question', async () => {
  const { weapp, sent } = await opened('finance', {
    after: { state: 'owed', checkedBy: '林会计', checkedAt: '2026-11-23T03:00:00Z' },
  })
  for (const words of [
    '¥40.00',
    '原路退回微信',
    '多缴了',
    '陈前台',
    '同意以后，这部分重新待缴',
    '2026年1月–9月',
  ])
    expect(weapp.has(words), words).toBe(true)
  expect(weapp.complaints).toEqual([])

  await weapp.tap('同意退款')
  const question = weapp.calls.find(({ name }) => name === 'showModal')
  expect(question?.options).toMatchObject({ title: '退 40.00 元？' })
  expect(sent(decide)).toEqual([{ kind: 'approve' }])
  expect(weapp.has('系统正在请微信退款')).toBe(true)
  expect(weapp.has('林会计，2026年11月23日 11:00')).toBe(true)
})

test('whoever thinks better of it lets nothing go', async () => {
  const { weapp, sent } = await opened('finance', { confirm: () => false })

  await weapp.tap('同意退款')
  expect(sent(decide)).toEqual([])
})

test('against it one says why', async () => {
  const { weapp, sent } = await opened('manager', {
    after: { state: 'declined', declinedBecause: '核对后没有多缴', checkedBy: '周经理' },
  })
  await weapp.tap('不同意')
  await weapp.tap('核对后没有多缴')
  await weapp.tap('不同意退款')
  expect(sent(decide)).toEqual([{ kind: 'decline', reason: '核对后没有多缴' }])
  expect(weapp.has('为何不退')).toBe(true)
})

test('whoever asked decides nothing, and may take it back', async () => {
  const { weapp, sent } = await opened('finance', {
    before: { askedByMe: true },
    after: { state: 'withdrawn' },
  })
  expect(weapp.has('要由另一位财务或项目经理复核')).toBe(true)
  expect(weapp.has('同意退款')).toBe(false)

  await weapp.tap('撤回这笔退款')
  expect(sent(withdraw)).toHaveLength(1)
  expect(weapp.has('已撤回')).toBe(true)
})

test('the front desk reads who decides', async () => {
  const { weapp } = await opened('front_desk')

  expect(weapp.has('由财务或项目经理复核')).toBe(true)
  expect(weapp.has('同意退款')).toBe(false)
})

test('what a colleague decided meanwhile is said so, and can be looked at', async () => {
  const { weapp } = await opened('finance', {
    script: { [decide]: () => refusal(409, 'refund-moved-on', '这笔退款的状态刚刚变了。') },
  })
  await weapp.tap('同意退款')
  expect(weapp.has('这笔退款的状态刚刚变了。')).toBe(true)
  await weapp.tap('刷新')
  expect(weapp.has('¥40.00')).toBe(true)
})

test('one that has failed says that the money is with the home again', async () => {
  const { weapp } = await opened('finance', {
    before: { state: 'failed', standsBecause: 'payer-gone', checkedBy: '林会计' },
  })

  expect(weapp.has('付款人的微信账户已注销')).toBe(true)
  expect(weapp.has('已经回到这一户账上')).toBe(true)
})

test('one that happened without us is explained so that the sum fits, charges and advance together', async () => {
  const { weapp, sent } = await opened('finance', {
    open: '/packages/staff/refund/index?community=1&refund=9',
    script: { [explain]: aStaffRefund({ state: 'paid' }) },
  })
  expect(weapp.has('各项加起来要等于 60.00 元，现在是 0.00 元')).toBe(true)

  await weapp.tap('物业服务费 2026年1月–9月')
  await weapp.type('退多少：物业服务费', '50')
  await weapp.tap('在商户平台退的多缴款')
  await weapp.tap('提交说明')
  expect(sent(explain)).toEqual([])
  await weapp.tap('从预存里退')
  await weapp.type('退多少：从预存里退', '10.00')
  expect(weapp.has('金额对上了')).toBe(true)
  await weapp.tap('提交说明')
  expect(sent(explain)).toEqual([
    {
      parts: [{ chargeId: 1, amountFen: fen(5_000) }],
      fromAdvanceFen: fen(1_000),
      reason: '在商户平台退的多缴款',
    },
  ])
})

test('one of which no payment is known says where to look', async () => {
  const { weapp } = await opened('finance', {
    before: { state: 'found', householdId: null, roomName: null, paymentId: null, method: null, parts: [] },
  })

  expect(weapp.has('还没有找到房屋')).toBe(true)
  expect(weapp.has('请在“待查款”里按微信单号查明')).toBe(true)
})

describe('what is paid out', () => {
  const payOut = `POST ${community}/refunds/10/pay-out`
  const cash = '/packages/staff/refund/index?community=1&refund=10'
  const owed = { id: id<RefundId>(10), route: 'cash', state: 'owed', mayPayOut: true } as const
  const paid = aStaffRefund({
    ...owed,
    state: 'paid',
    mayPayOut: false,
    receivedBy: '王小明',
    paidAt: '2026-11-23T03:30:00Z',
    paidOut: { by: '林会计', placeName: '一号柜', voucherNumber: 'TK-1' },
  })

  test('in cash leaves the payer’s own till, with a name and a slip, after a question', async () => {
    const { weapp, sent } = await opened('front_desk', {
      open: cash,
      script: { ...counterScript, [payOut]: paid },
    })
    expect(weapp.has('从一号柜付出')).toBe(true)
    await weapp.tap('确认已付出 40.00 元')
    expect(sent(payOut)).toEqual([])
    await weapp.type('领款人姓名', '王小明')
    await weapp.type('退款单号', 'ＴＫ-1')
    await weapp.tap('确认已付出 40.00 元')
    expect(weapp.calls.find(({ name }) => name === 'showModal')?.options).toMatchObject({
      title: '付给王小明 40.00 元？',
    })
    expect(sent(payOut)).toMatchObject([{ placeId: null, voucherNumber: 'TK-1', receiverName: '王小明' }])
  })

  test('by transfer leaves the bank account that is the only one', async () => {
    const { weapp, sent } = await opened('finance', {
      open: '/packages/staff/refund/index?community=1&refund=11',
      script: { ...counterScript, [`POST ${community}/refunds/11/pay-out`]: paid },
    })
    await weapp.type('收款户名', '王小明')
    await weapp.type('银行流水号', 'ICBC778')
    await weapp.tap('确认已付出 40.00 元')
    expect(sent(`POST ${community}/refunds/11/pay-out`)).toMatchObject([
      { placeId: 2, voucherNumber: 'ICBC778', paidOn: '2026-11-23' },
    ])
  })

  test('without an open till leads to it', async () => {
    const counter = counterScript[`GET ${community}/counter`]
    const { weapp } = await opened('front_desk', {
      open: cash,
      script: { ...counterScript, [`GET ${community}/counter`]: { ...Object(counter), own: null } },
    })
    expect(weapp.has('付现金要先开柜')).toBe(true)
    await weapp.tap('去开柜')
    expect(weapp.path).toBe('packages/staff/till/index')
  })

  test('is for another person than who asked or took the payment, and this is said', async () => {
    const { weapp } = await opened('front_desk', {
      open: cash,
      script: { [`GET ${community}/refunds/10`]: aStaffRefund({ ...owed, mayPayOut: false }) },
    })
    expect(weapp.has('不能是提出退款的人')).toBe(true)
    expect(weapp.has('系统正在请微信退款')).toBe(false)
  })

  test('shows afterwards who paid it, from where, to whom and by which slip', async () => {
    const { weapp } = await opened('finance', {
      open: cash,
      script: { [`GET ${community}/refunds/10`]: paid },
    })
    for (const words of ['领款人', '王小明', '从哪里付出', '一号柜', 'TK-1'])
      expect(weapp.has(words), words).toBe(true)
  })
})

test('one that gives back part of an advance says what goes with it, and the question names the whole', async () => {
  const questions: string[] = []
  const { weapp } = await opened('finance', {
    before: { together: { refunds: 3, amountFen: fen(50_000) } },
    confirm: ({ title }) => questions.push(String(title)) === 0,
  })
  expect(weapp.has('分 3 笔缴费退，一共 500.00 元')).toBe(true)
  await weapp.tap('同意退款')
  expect(questions).toEqual(['退 500.00 元？'])
})
