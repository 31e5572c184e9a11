import { join } from 'node:path'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { anInvoiceRequest, invoiceScript } from '../testing/invoices'
import { community, type Script, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/invoices/index?community=1'
const one = `POST ${community}/invoice-requests/7`

async function opened(
  script: Script = {},
  role: StaffRole = 'finance',
  pickFile?: () => { name: string; bytes: Uint8Array },
) {
  const { server, sent } = staffServer([role], { ...invoiceScript, ...script })
  return { weapp: await launchWeapp({ dist, open, server, ...(pickFile && { pickFile }) }), sent }
}

test('finance sees who wants an invoice for what, in which name, and which fee item has no tax rate yet', async () => {
  const { weapp } = await opened()
  for (const words of [
    '明月国际贸易（上海）有限公司',
    '91350100M000100Y43',
    'finance@example.cn',
    'SJ-000011、SJ-000012',
    '税率 6%，税额 6,985.29 元',
    '没有设税率',
    '3栋 1单元 502 汤**',
  ])
    expect(weapp.has(words), words).toBe(true)
})

test('it is declined with a reason, which is sent', async () => {
  const { weapp, sent } = await opened({ [`${one}/decline`]: anInvoiceRequest({ state: 'declined' }) })
  await weapp.tap('不开票')
  await weapp.tap('抬头或税号有误，请改好再申请')
  await weapp.tap('不开票')
  expect(sent(`${one}/decline`)).toEqual([{ because: '抬头或税号有误，请改好再申请' }])
})

test('an issued one to which money went back says so, and takes the number of the red one', async () => {
  const issued = anInvoiceRequest({
    state: 'issued',
    invoiceNumber: '2631',
    issuedOn: '2026-11-23',
    needsRed: true,
    fileType: 'pdf',
  })
  const { weapp, sent } = await opened({
    [`GET ${community}/invoice-requests`]: { requests: [issued], more: false },
    [`${one}/file`]: { url: '/v1/invoice-files/t', expiresAt: '2026-11-25T02:20:00Z' },
    [`${one}/red-letter`]: anInvoiceRequest({ state: 'red_lettered' }),
  })
  expect(weapp.has('开票以后有退款')).toBe(true)
  await weapp.tap('打开发票')
  expect(weapp.calls.slice(-1)).toMatchObject([{ name: 'openDocument' }])
  await weapp.tap('登记红字发票')
  await weapp.type('红字发票号码', '263120')
  await weapp.tap('登记')
  expect(sent(`${one}/red-letter`)).toEqual([{ number: '263120' }])
})

test('the list of a state is taken as Excel', async () => {
  const { weapp, sent } = await opened({
    [`POST ${community}/invoice-requests/list`]: {
      url: '/v1/invoice-lists/t/issued',
      expiresAt: '2026-11-25T02:20:00Z',
    },
  })
  await weapp.tap('已开票')
  await weapp.tap('导出 Excel')
  expect(sent(`POST ${community}/invoice-requests/list`)).toEqual([{ show: 'issued' }])
  expect(weapp.calls.slice(-1)).toMatchObject([{ name: 'openDocument', options: { fileType: 'xlsx' } }])
})
