import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { homePath, homeQuery, ownerServer, Refused } from '../../../pages/testing/owner-server'
import { anInvoiceRequest, invoicablePayment } from '../../../pages/testing/proof-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/invoices/index?${homeQuery}`
const list = `GET ${homePath}/invoice-requests`
const ask = `POST ${homePath}/invoice-requests`

test('an owner asks an invoice for what they tick, in the name of a company whose number is checked first', async () => {
  const { server, askedFor } = ownerServer({
    [list]: {
      requests: [],
      payments: [invoicablePayment, { ...invoicablePayment, paymentId: 4, receipt: 11, amountFen: 60_000 }],
    },
    [ask]: anInvoiceRequest({ state: 'asked', invoiceNumber: null, issuedOn: null, fileType: null }),
  })
  const weapp = await launchWeapp({ dist, open, server })
  await weapp.tap('全选')
  expect(weapp.has('¥2,552.28')).toBe(true)
  await weapp.tap('单位')
  await weapp.type('单位名称', '明月贸易有限公司')
  await weapp.type('纳税人识别号', '91350100M000100Y44')
  expect(weapp.has('这个号码不对')).toBe(true)
  await weapp.tap('提交申请')
  expect(askedFor(ask)).toEqual([])
  await weapp.type('纳税人识别号', '91350100M000100Y43')
  await weapp.tap('提交申请')
  expect(askedFor(ask).map(({ body }) => body)).toEqual([
    { paymentIds: [5, 4], titleKind: 'company', title: '明月贸易有限公司', taxNumber: '91350100M000100Y43' },
  ])
})

test('what became of it is told, and the invoice is opened', async () => {
  const { server } = ownerServer({
    [list]: {
      requests: [
        anInvoiceRequest({
          id: 2,
          state: 'declined',
          invoiceNumber: null,
          issuedOn: null,
          fileType: null,
          declinedBecause: '抬头有误',
        }),
        anInvoiceRequest(),
      ],
      payments: [],
    },
    [`${ask}/3/file`]: { url: '/v1/invoice-files/t', expiresAt: '2026-11-25T02:20:00Z' },
  })
  const weapp = await launchWeapp({ dist, open, server })
  for (const words of [
    '没有可以开票的缴费',
    '没有开票',
    '抬头有误',
    '已开票',
    '26312000000123456789',
    '税率 5%',
  ])
    expect(weapp.has(words), words).toBe(true)
  await weapp.tap('打开发票')
  expect(weapp.calls.slice(-1)).toMatchObject([{ name: 'openDocument' }])
})

test('an OFD is told to be for a computer; a refusal is told as it is', async () => {
  const taken = new Refused(409, 'invoice-payment-taken', '所选缴费里有的已经申请过发票。')
  const { server } = ownerServer({
    [list]: { requests: [anInvoiceRequest({ fileType: 'ofd' })], payments: [invoicablePayment] },
    [ask]: taken,
  })
  const weapp = await launchWeapp({ dist, open, server })
  expect(weapp.has('OFD 格式，手机上打不开')).toBe(true)
  await weapp.tap('微信支付 · SJ-000012')
  await weapp.type('个人姓名', '欧阳明月')
  await weapp.tap('提交申请')
  expect(weapp.has('所选缴费里有的已经申请过发票。')).toBe(true)
})
