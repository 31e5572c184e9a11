import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { importRoll } from '../../community/index.ts'
import { sampleRoll } from '../checkout.ts'
import { screens } from '../testing/browser/index.ts'
import { readPdf } from '../testing/read-pdf.ts'
import { bindPhone, goAndPay, openPages, signIn } from './somebody.ts'
import { sunshine } from './sunshine.ts'

const { system, browser, given, audited, anOwner } = await sunshine()
const { address } = system

beforeAll(async () => {
  await given.inside((ctx) => importRoll(ctx, sampleRoll))
})

const shot = process.env.SHOTS

describe('proof for who paid', { timeout: 180_000 }, () => {
  it('an owner pays, takes the statement, asks for an invoice; finance sets the rate, issues it; the owner opens it', async () => {
    const { page, complaints } = await anOwner('程懿志')
    await goAndPay(page)
    await page.getByRole('button', { name: '确认支付' }).click()
    await page.getByText('缴费成功').waitFor()
    await system.drainJobs()

    await page.goto(`${address}/#/pages/home/index`)
    await page.getByRole('button', { name: '缴费记录' }).click()
    await page.getByText('查看、下载每一笔的收据').click()
    await page.getByRole('heading', { name: 'SJ-000001' }).waitFor()
    if (shot) await page.screenshot({ path: join(shot, 'receipts.png'), fullPage: true })
    await page.getByText('任选一段时间').click()
    await page.getByText('期末').first().waitFor()
    if (shot) await page.screenshot({ path: join(shot, 'statement-page.png'), fullPage: true })
    const paper = page
      .context()
      .waitForEvent('response', (answer) => answer.url().includes('/statement-files/'))
    await page.getByRole('button', { name: '下载对账单（PDF）' }).click()
    const file = await fetch((await paper).url())
    const [statement] = await readPdf(new Uint8Array(await file.arrayBuffer()))
    expect(statement?.text).toContain('-2,647.44')

    await page.goBack()
    await page.getByText('申请发票').click()
    await page.getByRole('checkbox', { name: 'SJ-000001' }).click()
    await page.getByLabel('个人姓名').fill('程懿志')
    if (shot) await page.screenshot({ path: join(shot, 'ask-invoice.png'), fullPage: true })
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText('已申请，等物业开票').waitFor()

    const { page: finance, complaints: complaintsOfFinance } = await openPages(
      browser,
      system,
      screens.desktop,
    )
    await signIn(finance, '林会计')
    await bindPhone(finance)
    await finance.getByText('员工身份已开通').waitFor()
    await finance.goto(`${address}/#/packages/staff/home/index`)
    await finance.getByRole('button', { name: '开票申请' }).first().click()
    await finance.getByText('没有设税率').first().waitFor()
    if (shot) await finance.screenshot({ path: join(shot, 'staff-invoices.png'), fullPage: true })
    await finance.getByRole('button', { name: '税率设置' }).click()
    await finance.getByText('还没有设税率').waitFor()
    for (const item of await finance
      .getByLabel('收费项目')
      .locator('option:not([value=""])')
      .allTextContents()) {
      await finance.getByLabel('收费项目').selectOption({ label: item })
      await finance.getByLabel('从哪一天起').fill('2020-01-01')
      await finance.getByLabel('税率（%）').fill('6')
      await finance.getByRole('button', { name: '保存' }).click()
      await finance.getByRole('cell', { name: item }).first().waitFor()
    }
    if (shot) await finance.screenshot({ path: join(shot, 'staff-rates.png'), fullPage: true })
    await finance.goBack()
    await finance.getByRole('button', { name: '登记开票' }).click()
    await finance.getByLabel('发票号码').fill('26312000000123456789')
    const choosing = finance.waitForEvent('filechooser')
    await finance.getByRole('button', { name: '选择发票文件' }).click()
    await (await choosing).setFiles({
      name: '发票.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 of the tax office'),
    })
    if (shot) await finance.screenshot({ path: join(shot, 'staff-issue.png'), fullPage: true })
    await finance.getByRole('button', { name: '登记', exact: true }).click()
    await finance.getByText('没有这一类的申请').waitFor()

    await page.reload()
    const invoice = page
      .context()
      .waitForEvent('response', (answer) => answer.url().includes('/invoice-files/'))
    await page.getByRole('button', { name: '打开发票' }).click()
    expect(await (await fetch((await invoice).url())).text()).toBe('%PDF-1.7 of the tax office')
    if (shot) await page.screenshot({ path: join(shot, 'invoice-issued.png'), fullPage: true })
    expect([...complaints, ...complaintsOfFinance]).toEqual([])
    await audited()
  })
})
