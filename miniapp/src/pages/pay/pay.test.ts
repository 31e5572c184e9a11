import { join } from 'node:path'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import {
  anAttempt,
  aPaidAttempt,
  aRecord,
  homePath,
  homeQuery,
  ownerServer,
  payParams,
  Refused,
  someBills,
} from '../testing/owner-server'

const dist = join(import.meta.dirname, '../../../dist/weapp')
const open = `/pages/pay/index?${homeQuery}`
const start = `POST ${homePath}/payments`

test('everything due is ticked, oldest first, and is what WeChat is asked to take', async () => {
  const { server, askedFor } = ownerServer()
  const weapp = await launchWeapp({ dist, server, open })
  expect(weapp.has('共 2 笔，已选 2 笔')).toBe(true)
  expect(weapp.has('合计（2 笔）')).toBe(true)

  await weapp.tap('微信支付')
  expect(askedFor(start).map(({ body }) => body)).toEqual([{ kind: 'charges', chargeIds: [1, 2] }])
  expect(weapp.calls.find(({ name }) => name === 'requestPayment')?.options).toEqual(payParams)
})

test('what is not ticked is not paid', async () => {
  const { server, askedFor } = ownerServer({
    [start]: { attempt: anAttempt({ amountFen: fen(195_228) }), payParams, appId: 'wx' },
  })
  const weapp = await launchWeapp({ dist, server, open })
  await weapp.tap('机动车停车费')
  expect(weapp.has('合计（1 笔）')).toBe(true)

  await weapp.tap('微信支付')
  expect(askedFor(start).map(({ body }) => body)).toEqual([{ kind: 'charges', chargeIds: [1] }])
})

test('nothing ticked is nothing to pay', async () => {
  const { server, askedFor } = ownerServer()
  const weapp = await launchWeapp({ dist, server, open })
  await weapp.tap('全部待缴')
  await weapp.tap('请先选账单')

  expect(askedFor(start)).toEqual([])
})

test('who cannot pay at once is shown another way', async () => {
  const weapp = await launchWeapp({ dist, server: ownerServer().server, open })
  await weapp.tap('一次缴不了？可以分期')

  expect(weapp.path).toBe('packages/owner/plans/index')
})

test('an amount of one’s own is explained before it is paid', async () => {
  const { server, askedFor } = ownerServer({
    [start]: { attempt: anAttempt({ amountFen: fen(300_000) }), payParams, appId: 'wx' },
  })
  const weapp = await launchWeapp({ dist, server, open })
  await weapp.tap('按金额缴')
  await weapp.type('缴多少', '1000')
  expect(weapp.has('付完还剩 ¥1,552.28')).toBe(true)

  await weapp.type('缴多少', '3000')
  expect(weapp.has('多出的存为预存：¥447.72')).toBe(true)

  await weapp.tap('微信支付')
  expect(askedFor(start).map(({ body }) => body)).toEqual([{ kind: 'amount', amountFen: 300_000 }])
})

test('the result waits for the server’s word, though the phone says it went well', async () => {
  let paid = false
  const { server } = ownerServer({
    [`GET ${homePath}/payments/7`]: () => (paid ? aPaidAttempt() : anAttempt()),
  })
  const weapp = await launchWeapp({ dist, server, open })
  await weapp.tap('微信支付')
  expect(weapp.path).toBe('pages/payment/index')
  expect(weapp.has('正在等微信确认')).toBe(true)

  await weapp.pass(3_000)
  expect(weapp.has('正在等微信确认')).toBe(true)

  paid = true
  await weapp.pass(1_600)
  expect(weapp.has('缴费成功')).toBe(true)
})

test('a sheet that was closed without paying is not called a payment', async () => {
  const weapp = await launchWeapp({ dist, server: ownerServer().server, open, pay: () => 'cancel' })
  await weapp.tap('微信支付')

  expect(weapp.has('您没有付款，没有扣款')).toBe(true)
  expect(weapp.has('继续支付')).toBe(true)
  expect(weapp.has('取消缴费')).toBe(true)
})

test('an amount that has changed meanwhile is asked about; no means that the payment is given up', async () => {
  const { server, askedFor } = ownerServer({
    [start]: { attempt: anAttempt({ amountFen: fen(60_000) }), payParams, appId: 'wx' },
    [`POST ${homePath}/payments/7/close`]: anAttempt({ state: 'closed' }),
  })
  const asked: unknown[] = []
  const weapp = await launchWeapp({
    dist,
    server,
    open,
    confirm: ({ content }) => {
      asked.push(content)
      return false
    },
  })
  await weapp.tap('微信支付')

  expect(asked).toEqual(['账单刚刚有变动，这次要付 600.00 元。要继续吗？'])
  expect(weapp.calls.some(({ name }) => name === 'requestPayment')).toBe(false)
  expect(askedFor(`POST ${homePath}/payments/7/close`)).toHaveLength(1)
})

test('pressed again after the network failed, the same payment is asked for, not a second one', async () => {
  let online = false
  const { server, askedFor } = ownerServer({
    [start]: () => {
      if (!online) throw new Error('no network')
      return { attempt: anAttempt(), payParams, appId: 'wx' }
    },
  })
  const weapp = await launchWeapp({ dist, server, open })
  await weapp.tap('微信支付')
  expect(weapp.has('网络没有连上')).toBe(true)

  online = true
  await weapp.tap('微信支付')
  const keys = askedFor(start).map(({ header }) => header['idempotency-key'])
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

test('a charge that somebody else has just paid is said, and the list is asked for again', async () => {
  const { server, askedFor } = ownerServer({
    [start]: new Refused(409, 'charge-already-paid', '所选账单里有的刚刚已缴清。'),
  })
  const weapp = await launchWeapp({ dist, server, open })
  const before = askedFor(`GET ${homePath}/bills`).length
  await weapp.tap('微信支付')

  expect(weapp.has('所选账单里有的刚刚已缴清。')).toBe(true)
  expect(askedFor(`GET ${homePath}/bills`)).toHaveLength(before + 1)
})

test('a payment without a result is shown before anything is paid twice', async () => {
  const { server } = ownerServer({
    [`GET ${homePath}/payments`]: { payments: [aRecord({ state: 'prepaid', paidAt: null })], more: false },
  })
  const weapp = await launchWeapp({ dist, server, open })

  expect(weapp.has('有一笔缴费还没有结果')).toBe(true)
  await weapp.tap('看这笔缴费')
  expect(weapp.path).toBe('pages/payment/index')
})

test('what was paid ahead may be used first, for the ticked charges', async () => {
  const { server, askedFor } = ownerServer({
    [`GET ${homePath}/bills`]: someBills({ advanceFen: fen(50_000) }),
    [`POST ${homePath}/advance/apply`]: { appliedFen: 50_000, balanceFen: 0 },
  })
  const weapp = await launchWeapp({ dist, server, open })
  await weapp.tap('机动车停车费')
  await weapp.tap('用预存抵扣 500.00 元')

  expect(askedFor(`POST ${homePath}/advance/apply`).map(({ body }) => body)).toEqual([{ chargeIds: [1] }])
})

test('where nothing is due one may still pay ahead', async () => {
  const clear = someBills({ openFen: fen(0), overdueFen: fen(0), years: [] })
  const { server, askedFor } = ownerServer({
    [`GET ${homePath}/bills`]: clear,
    [start]: { attempt: anAttempt({ amountFen: fen(10_000) }), payParams, appId: 'wx' },
  })
  const weapp = await launchWeapp({ dist, server, open })
  expect(weapp.has('没有待缴的账单')).toBe(true)

  await weapp.type('缴多少', '100')
  expect(weapp.has('全部存为预存：¥100.00')).toBe(true)
  await weapp.tap('微信支付')
  expect(askedFor(start).map(({ body }) => body)).toEqual([{ kind: 'amount', amountFen: 10_000 }])
})
