import { join } from 'node:path'
import { businessDate } from '@anjiao/shared/calendar'
import type { AdvanceReturnId, CommunityId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../functions/src/local/testing/browser/index.ts'
import { anAgreement } from '../src/pages/testing/agreement-fixture.ts'
import { aMandate, debitsBefore, noDebits, someDebits } from '../src/pages/testing/debit-fixtures.ts'
import { aComplaint, aNotice, noticeAnswers } from '../src/pages/testing/notice-fixtures.ts'
import {
  aMe,
  anAdvance,
  anAdvanceReturn,
  aPaidAttempt,
  aRecord,
  aSetOff,
  homePath,
  homeQuery,
  number,
  ownerServer,
  someBills,
} from '../src/pages/testing/owner-server.ts'
import { aDeferral, aPlan, planOptions } from '../src/pages/testing/plan-fixtures.ts'
import {
  anAccountStatement,
  anInvoiceRequest,
  aReceipt,
  invoicablePayment,
} from '../src/pages/testing/proof-fixtures.ts'
import {
  aDispute,
  aGrant,
  anApplication,
  aPhotoView,
  aRefusedApplication,
  reliefAnswers,
} from '../src/pages/testing/relief-fixtures.ts'
import { ownerPackage } from '../src/routes/owner.ts'
import { sidewaysPx, smallTargets, smallText } from './legible.ts'
import { openH5 } from './open-h5.ts'
import { serveH5 } from './serve-h5.ts'

const staff = {
  communityId: number<CommunityId>(1),
  communityName: '阳光花园',
  name: '林会计',
  roles: ['finance' as const],
}
const { server: api } = ownerServer({
  ...noticeAnswers,
  'GET /v1/client-config': {
    peoplePageUrl: null,
    cashierUrl: null,
    subscribePageUrl: 'http://127.0.0.1/__subscribe',
  },
  [`POST ${homePath}/notices/51/open`]: aNotice({ complaint: aComplaint('查到了，是前台漏记，已经补上。') }),
  'GET /v1/me': aMe({ staff: [staff] }),
  [`GET ${homePath}/bills`]: someBills({ openFen: fen(12_345_678), advanceFen: fen(1_234_567) }),
  [`GET ${homePath}/payments`]: {
    payments: [aRecord({ key: '2-a7', state: 'prepaid', paidAt: null, receiptNumber: null }), aRecord()],
    more: true,
  },
  [`GET ${homePath}/payments/8`]: aPaidAttempt({ amountFen: fen(12_345_678) }),
  [`GET ${homePath}/receipts`]: {
    receipts: [aReceipt(), aReceipt({ paymentId: 4, number: 9, returnedFen: 5_000 })],
    more: true,
  },
  [`GET ${homePath}/account-statement`]: anAccountStatement(),
  [`GET ${homePath}/invoice-requests`]: { requests: [anInvoiceRequest()], payments: [invoicablePayment] },
  [`GET ${homePath}/plans`]: [aPlan()],
  [`GET ${homePath}/deferrals`]: [aDeferral()],
  'GET /v1/communities/1/households/3/advance': anAdvance(),
  'GET /v1/communities/1/households/3/advance-return': anAdvanceReturn({
    mayAsk: false,
    latest: {
      id: 3 as AdvanceReturnId,
      cause: 'moved_out',
      words: '',
      state: 'waiting',
      askedAt: '2026-11-23T02:00:00Z',
      replyBy: businessDate('2026-11-30'),
      amountFen: null,
      declinedBecause: null,
      mayWithdraw: true,
    },
  }),
  'GET /v1/communities/1/households/3/set-off': aSetOff({ since: '2026-11-23T02:00:00Z' }),
  ...reliefAnswers,
  [`GET ${homePath}/relief/32`]: aRefusedApplication(),
  [`GET ${homePath}/relief/33`]: anApplication({ state: 'returned', reason: '低保证的有效期那一页没看到。' }),
  [`GET ${homePath}/relief/34`]: anApplication({ state: 'granted', grant: aGrant(), photos: [aPhotoView()] }),
  [`GET ${homePath}/disputes`]: [
    aDispute(),
    aDispute({ id: number(42), state: 'explained', answer: '含公摊 9 平米。', photos: [aPhotoView()] }),
  ],
  [`GET ${homePath}/plan-options`]: planOptions(),
  'GET /v1/communities/1/households/2/plan-options': planOptions({ policy: null }),
  [`GET ${homePath}/plans/12`]: aPlan(),
  [`GET ${homePath}/plans/12/agreement`]: anAgreement({ signedAt: '2026-11-25T02:10:00Z', hasPdf: true }),
  [`GET ${homePath}/plans/13`]: aPlan({
    state: 'applied',
    signedOn: null,
    replyBy: businessDate('2026-11-28'),
  }),
  [`GET ${homePath}/plans/14`]: aPlan({ state: 'countered', signedOn: null, asked: aPlan().terms }),
  [`GET ${homePath}/plans/14/agreement`]: anAgreement(),
  [`GET ${homePath}/plans/15`]: aPlan({
    state: 'broken',
    cureUntil: businessDate('2027-01-20'),
    cureFen: fen(65_076),
  }),
  [`GET ${homePath}/debit`]: noDebits({ debits: debitsBefore }),
  'GET /v1/communities/1/households/3/debit': someDebits({ mandate: aMandate() }),
  'GET /v1/communities/1/households/4/debit': noDebits({ offered: false }),
  [`GET ${homePath}/plans/16`]: aPlan({ state: 'kept', openFen: fen(0) }),
})

/** Each page, with words by which one sees that it has loaded. */
const pages = [
  ['home', '/pages/home/index', '123,456.78'],
  ['bind', '/pages/bind/index', '先看隐私说明'],
  ['apply', '/pages/apply/index', '提交申请'],
  ['bills', `/pages/bills/index?${homeQuery}`, '待缴合计'],
  ['statement', `/pages/statement/index?${homeQuery}&charge=1`, '收费依据'],
  ['pay', `/pages/pay/index?${homeQuery}`, '有一笔缴费还没有结果'],
  ['pay an amount', `/pages/pay/index?${homeQuery}&amount=1`, '现在待缴'],
  ['payment, waiting', `/pages/payment/index?${homeQuery}&attempt=7&paying=closed`, '正在等微信确认'],
  ['payment, unpaid', `/pages/payment/index?${homeQuery}&attempt=7&paying=failed`, '没有付成功'],
  ['payment, paid', `/pages/payment/index?${homeQuery}&attempt=8`, '123,456.78'],
  ['payments', `/pages/payments/index?${homeQuery}`, '再看更早的'],
  ['advance', `/pages/advance/index?${homeQuery}`, '预存的变动'],
  ['advance, set off by itself', '/pages/advance/index?community=1&household=3', '2026年11月23日 10:00 打开'],
  ['homes', '/pages/homes/index', '添加家人或租户'],
  ['link', `/pages/link/index?${homeQuery}`, '对方的手机号'],
  ['settings', '/pages/settings/index', '特大字'],
  ['privacy', '/pages/privacy/index', '同意并继续'],
  ['plans', `/packages/owner/plans/index?${homeQuery}`, '延到 2027年1月20日'],
  ['relief', `/packages/owner/relief/index?${homeQuery}`, '申请这一项'],
  ['relief, asking', `/packages/owner/relief-apply/index?${homeQuery}&standard=1`, '提交申请'],
  ['relief, waiting', `/packages/owner/relief-application/index?${homeQuery}&application=31`, '撤回申请'],
  ['relief, refused', `/packages/owner/relief-application/index?${homeQuery}&application=32`, '请人重新看'],
  [
    'relief, returned',
    `/packages/owner/relief-application/index?${homeQuery}&application=33`,
    '补好了，提交',
  ],
  [
    'relief, granted',
    `/packages/owner/relief-application/index?${homeQuery}&application=34`,
    '少缴 585.68 元',
  ],
  ['disputes', `/packages/owner/disputes/index?${homeQuery}`, '物业服务费：面积不对'],
  ['dispute, waiting', `/packages/owner/dispute/index?${homeQuery}&dispute=41`, '撤回疑问'],
  ['dispute, answered', `/packages/owner/dispute/index?${homeQuery}&dispute=42`, '含公摊 9 平米。'],
  ['dispute, asking', `/packages/owner/dispute-form/index?${homeQuery}&charge=1`, '提交给物业'],
  ['choose a plan', `/packages/owner/choose-plan/index?${homeQuery}`, '这个方案不用审核'],
  ['choose no plan', '/packages/owner/choose-plan/index?community=1&household=2', '小区还没有公布分期办法'],
  ['agreement', `/packages/owner/agreement/index?${homeQuery}&plan=14`, '请一项一项看清，再勾选'],
  ['agreement, signed', `/packages/owner/agreement/index?${homeQuery}&plan=12`, '下载协议（PDF）'],
  ['plan', `/packages/owner/plan/index?${homeQuery}&plan=12`, '看全文，或下载 PDF'],
  ['plan, applied', `/packages/owner/plan/index?${homeQuery}&plan=13`, '最晚 2026年11月28日 答复您'],
  ['plan, countered', `/packages/owner/plan/index?${homeQuery}&plan=14`, '您申请的'],
  ['plan, broken', `/packages/owner/plan/index?${homeQuery}&plan=15`, '补上就能继续'],
  ['plan, kept', `/packages/owner/plan/index?${homeQuery}&plan=16`, '全部缴完了，谢谢您'],
  ['messages', `/packages/owner/notices/index?${homeQuery}`, '分期缴费已同意'],
  ['message', `/packages/owner/notice/index?${homeQuery}&notice=50`, '看账单'],
  ['message, complained of', `/packages/owner/notice/index?${homeQuery}&notice=51`, '物业经理的答复'],
  ['receipts', `/packages/owner/receipts/index?${homeQuery}`, '已退 50.00 元'],
  ['statement of account', `/packages/owner/account-statement/index?${homeQuery}`, '下载对账单（PDF）'],
  ['invoices', `/packages/owner/invoices/index?${homeQuery}`, '26312000000123456789'],
  ['reminder settings', `/packages/owner/reminder-settings/index?${homeQuery}`, '再同意一次'],
  ['bank debit', `/packages/owner/bank-debit/index?${homeQuery}`, '银行说：余额不足'],
  ['bank debit, given', '/packages/owner/bank-debit/index?community=1&household=3', '停止代扣'],
  ['bank debit, not offered', '/packages/owner/bank-debit/index?community=1&household=4', '还没有开通'],
  ['defer', `/packages/owner/defer/index?${homeQuery}`, '延到哪一天'],
] as const

const sizes = [
  { size: 'normal', targetPx: 44, textPx: 15 },
  { size: 'large', targetPx: 60, textPx: 18 },
  { size: 'huge', targetPx: 60, textPx: 27 },
] as const

let browser: Browser
let served: Awaited<ReturnType<typeof serveH5>>

beforeAll(async () => {
  served = await serveH5(join(import.meta.dirname, '../dist/h5'), api)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

/** Opens a page as a signed-in resident with this text size. */
const open = (address: string, size: string) => openH5(browser, `${served.origin}/#${address}`, { size })

test('every page of the owners’ package is looked at', () => {
  const looked = pages.map(([, address]) => address)
  expect(
    ownerPackage.pages.filter((page) => !looked.some((address) => address.includes(`/${page}?`))),
  ).toEqual([])
})

describe.each(pages)('the page %s', (_, address, words) => {
  test.each(sizes)(
    'fits a phone and can be read and pressed at $size size',
    async ({ size, targetPx, textPx }) => {
      const { page, complaints } = await open(address, size)
      await page.getByText(words).first().waitFor()

      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      expect(await sidewaysPx(page)).toBe(0)
      expect(await smallTargets(page, targetPx)).toEqual([])
      expect(await smallText(page, textPx)).toEqual([])
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )
})

test('a person finds the text size by its name and turns it on', async () => {
  const { page } = await open('/pages/home/index', 'normal')
  await page.getByRole('button', { name: '大字版' }).click()
  await page.getByRole('radio', { name: '特大字' }).click()

  expect(await page.getByRole('radio', { name: '特大字' }).getAttribute('aria-checked')).toBe('true')
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('button', { name: '大字版' }).waitFor()
  expect(await page.locator('.page-huge').count()).toBeGreaterThan(0)
  await page.context().close()
})

test('a page opened by its address leads back to the first page', async () => {
  const { page } = await open('/pages/privacy/index', 'normal')
  await page.getByRole('button', { name: '返回' }).click()

  await page.getByRole('heading', { level: 1, name: '安缴' }).waitFor()
  await page.context().close()
})

test('a question is asked in a real dialog, and no means no', async () => {
  const { page } = await open('/pages/privacy/index', 'normal')
  await page.getByRole('button', { name: '同意并继续' }).click()
  await page.getByRole('button', { name: '撤回同意' }).click()
  await page.getByRole('dialog', { name: '撤回同意' }).getByRole('button', { name: '取消' }).click()

  expect(await page.getByText('您已同意本说明').isVisible()).toBe(true)
  await page.context().close()
})
