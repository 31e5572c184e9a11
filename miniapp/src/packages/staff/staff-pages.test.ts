import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, screens } from '../../../../functions/src/local/testing/browser/index.ts'
import { sidewaysPx, smallTargets, smallText } from '../../../harness/legible.ts'
import { serveH5 } from '../../../harness/serve-h5.ts'
import { staffPackage } from '../../routes/staff'
import { everything } from './testing/everything'

/** Each page, with words by which one sees that it has loaded. */
const pages = [
  ['home', 'home/index?community=1', '待缴总额'],
  ['roll', 'roll/index?community=1', '表格怎么准备'],
  ['roll-preview', 'roll-preview/index?community=1&roll=7', '待测绘'],
  ['requests', 'requests/index?community=1', '超期 3 天'],
  ['deferrals', 'deferrals/index?community=1', '延到 2027年1月20日'],
  ['plans', 'plans/index?community=1', '还会陆续缴'],
  ['plan', 'plan/index?community=1&plan=12', '怎么答复'],
  ['plan-policy', 'plan-policy/index?community=1', '谁可以分期'],
  ['plan-policy-new', 'plan-policy-new/index?community=1', '业主会看到'],
  ['plan-offers', 'plan-offers/index?community=1', '给哪些住户'],
  ['relief', 'relief/index?community=1', '重大疾病'],
  ['relief-case', 'relief-case/index?community=1&relief=6', '怎么答复'],
  ['relief-standards', 'relief-standards/index?community=1', '低保家庭缓缴'],
  ['relief-standard-new', 'relief-standard-new/index?community=1&standard=2', '业主会看到这样的话'],
  ['relief-overview', 'relief-overview/index?community=1', '同等对待'],
  ['disputes', 'disputes/index?community=1', '已经缴过'],
  ['dispute', 'dispute/index?community=1&dispute=4', '怎么答复'],
  ['refunds', 'refunds/index?community=1', '陈前台 2026年11月23日'],
  ['refund', 'refund/index?community=1&refund=8', '复核这笔退款'],
  ['refund-found', 'refund/index?community=1&refund=9', '各项加起来要等于'],
  ['refund-cash', 'refund/index?community=1&refund=10', '确认已付出 40.00 元'],
  ['refund-transfer', 'refund/index?community=1&refund=11', '银行流水号'],
  ['refund-form', 'refund-form/index?community=1&household=42', '微信支付 2,452.28 元'],
  ['advance-return', 'advance-return/index?community=1&household=42', '从这些缴费里退'],
  ['campaigns', 'campaigns/index?community=1', '四季度物业费提醒'],
  ['campaign', 'campaign/index?community=1&campaign=4', '后来缴费的'],
  ['campaign-draft', 'campaign/index?community=1&campaign=5', '试算一遍'],
  ['campaign-form', 'campaign-form/index?community=1', '提醒哪些住户'],
  ['reminder-rules', 'reminder-rules/index?community=1', '一份账单'],
  ['wordings', 'wordings/index?community=1', '物业账单提醒'],
  ['wording', 'wording/index?community=1&kind=reminder&channel=subscription', '业主会看到'],
  ['wording-sms', 'wording/index?community=1&kind=reminder&channel=sms', '业主会看到'],
  ['reach', 'reach/index?community=1', '按楼栋'],
  ['messages', 'messages/index?community=1', '答复住户'],
  ['household-messages', 'household-messages/index?community=1&household=42', '没有告诉住户，原因见下'],
  ['letters', 'letters/index?community=1', '打印过的信'],
  ['letter-batch', 'letter-batch/index?community=1&batch=3', '没有打印的住户'],
  ['applications', 'applications/index?community=1', '王小明'],
  ['households', 'households/index?community=1', '3栋 1单元 502'],
  ['household', 'household/index?community=1&household=42', '账务'],
  ['account-statement', 'account-statement/index?community=1&household=42', '期末'],
  ['statement', 'statement/index?community=1&household=42&charge=1', '怎么算的'],
  ['bill-run', 'bill-run/index?community=1', '已完成'],
  ['prices', 'prices/index?community=1', '现行价格'],
  ['contracts', 'contracts/index?community=1', '生效中'],
  ['finance', 'finance/index?community=1', '按收款方式'],
  ['counter', 'counter/index?community=1', '1-20261123-001'],
  ['counter-take', 'counter-take/index?community=1&household=42', '到当天的违约金'],
  ['till', 'till/index?community=1', '工行基本户'],
  ['suspense', 'suspense/index?community=1', '缴费单取消后才付款'],
  ['reconciliation', 'reconciliation/index?community=1', '系统外退款没有说明'],
  ['bill-differences', 'bill-differences/index?community=1', '说明是谁的款'],
  ['bank-statements', 'bank-statements/index?community=1', '4 笔待处理'],
  ['bank-statement', 'bank-statement/index?community=1&place=5', '账上有，流水里没有'],
  ['bank-statement-first', 'bank-statement/index?community=1&place=6', '先设好这个账户的流水格式'],
  ['bank-layout', 'bank-layout/index?community=1&place=5', '每一列是什么'],
  ['debits', 'debits/index?community=1', '成 1 · 没成 1'],
  ['debit-batch', 'debit-batch/index?community=1&batch=7', '业主撤回了代扣授权'],
  ['debit-batch-sent', 'debit-batch/index?community=1&batch=8', '余额不足（1001）'],
  ['debit-layouts', 'debit-layouts/index?community=1', '成功代码 0000'],
  ['invoices', 'invoices/index?community=1', '没有设税率'],
  ['advance-policy', 'advance-policy/index?community=1', '市物业条例第20条'],
  ['tax-rates', 'tax-rates/index?community=1', '已设的税率'],
  ['confirm-desktop', 'confirm-desktop/index?community=1', '下一步'],
  ['desktop-sign-in', 'desktop-sign-in/index?community=1', 'BCDF-GHJK'],
] as const

const looks = [
  { screen: 'phone', size: 'normal', targetPx: 44, textPx: 15 },
  { screen: 'phone', size: 'large', targetPx: 60, textPx: 18 },
  { screen: 'phone', size: 'huge', targetPx: 60, textPx: 27 },
  { screen: 'desktop', size: 'normal', targetPx: 44, textPx: 15 },
  { screen: 'desktop', size: 'huge', targetPx: 60, textPx: 27 },
] as const

let isLetIn = false
let browser: Browser
let served: Awaited<ReturnType<typeof serveH5>>

beforeAll(async () => {
  served = await serveH5(join(import.meta.dirname, '../../../dist/h5'), everything(() => isLetIn).server)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

async function open(address: string, screen: BrowserContextOptions, size = 'normal') {
  const context = await browser.newContext(screen)
  await context.addInitScript((chosen) => {
    const keep = (name: string, data: unknown) => localStorage.setItem(name, JSON.stringify({ data }))
    keep('anjiao.text-size', chosen)
    keep('anjiao.session', { accessToken: 'a', refreshToken: 'b' })
  }, size)
  const page: Page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() !== 'log' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${served.origin}/#/packages/staff/${address}`)
  return { page, complaints }
}

test('every staff page is looked at', () => {
  const looked = pages.map(([, address]) => address)
  expect(staffPackage.pages.filter((page) => !looked.some((address) => address.startsWith(page)))).toEqual([])
})

describe.each(pages)('the staff page %s', (_, address, words) => {
  test.each(looks)(
    'fits a $screen and can be read and pressed at $size size',
    async ({ screen, size, targetPx, textPx }) => {
      const { page, complaints } = await open(address, screens[screen], size)
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

test('a desktop shows the ways to the other rooms beside the page, and tables as tables', async () => {
  const { page } = await open('households/index?community=1', screens.desktop)
  const ways = page.getByRole('navigation', { name: '员工导航' })
  await ways.getByRole('button', { name: '住户查询' }).waitFor()
  expect(await ways.getByRole('button', { name: '住户查询' }).getAttribute('aria-current')).toBe('page')
  const table = page.getByRole('table', { name: '住户' })
  expect(await table.getByRole('columnheader').allTextContents()).toEqual([
    '房屋',
    '业主',
    '手机',
    '待缴',
    '逾期起',
  ])

  await ways.getByRole('button', { name: '收费标准' }).click()
  await page.getByRole('heading', { level: 1, name: '收费标准' }).waitFor()
  await page.context().close()
})

test('a phone has the ways on its workbench, and presses a household’s whole card', async () => {
  const { page } = await open('home/index?community=1', screens.phone)
  await page.getByRole('button', { name: '住户查询' }).click()
  const phone = await page.getByText('138****1190').boundingBox()
  await page.mouse.click(phone?.x ?? 0, phone?.y ?? 0)
  await page.getByRole('heading', { level: 1, name: '住户' }).waitFor()
  await page.context().close()
})

test('a desktop that a phone has let in goes to the workbench with the session it was given', async () => {
  const { page } = await open('desktop-sign-in/index', screens.desktop)
  await page.getByRole('img', { name: '登录二维码' }).waitFor()
  isLetIn = true
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()

  const session = await page.evaluate(() => localStorage.getItem('anjiao.session'))
  expect(session).toContain('of-the-desktop')
  await page.context().close()
})
