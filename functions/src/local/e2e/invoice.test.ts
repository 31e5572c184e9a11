import { beforeAll, describe, expect, it } from 'vitest'
import { importRoll } from '../../community/index.ts'
import { sampleRoll } from '../checkout.ts'
import { screens } from '../testing/browser/index.ts'
import { readPdf } from '../testing/read-pdf.ts'
import { chooseFile, fileOf } from './files.ts'
import { goAndPay, openPages, takeUpPost } from './somebody.ts'
import { sunshine } from './sunshine.ts'

const { system, browser, given, audited, anOwner } = await sunshine()
const { address } = system

beforeAll(async () => {
  await given.inside((ctx) => importRoll(ctx, sampleRoll))
})

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
    await page.getByText('任选一段时间').click()
    await page.getByText('期末').first().waitFor()
    const paper = await fileOf(page, '/statement-files/', () =>
      page.getByRole('button', { name: '下载对账单（PDF）' }).click(),
    )
    const [statement] = await readPdf(paper)
    expect(statement?.text).toContain('-2,647.44')

    await page.goBack()
    await page.getByText('申请发票').click()
    await page.getByRole('checkbox', { name: 'SJ-000001' }).click()
    await page.getByLabel('个人姓名').fill('程懿志')
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText('已申请，等物业开票').waitFor()

    const { page: finance, complaints: complaintsOfFinance } = await openPages(
      browser,
      system,
      screens.desktop,
    )
    await takeUpPost(finance, '林会计')
    await finance.goto(`${address}/#/packages/staff/home/index`)
    await finance.getByRole('button', { name: '开票申请' }).first().click()
    await finance.getByText('没有设税率').first().waitFor()
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
    await finance.goBack()
    await finance.getByRole('button', { name: '登记开票' }).click()
    await finance.getByLabel('发票号码').fill('26312000000123456789')
    await chooseFile(finance, '选择发票文件', {
      name: '发票.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 of the tax office'),
    })
    await finance.getByRole('button', { name: '登记', exact: true }).click()
    await finance.getByText('没有这一类的申请').waitFor()

    await page.reload()
    const invoice = await fileOf(page, '/invoice-files/', () =>
      page.getByRole('button', { name: '打开发票' }).click(),
    )
    expect(new TextDecoder().decode(invoice)).toBe('%PDF-1.7 of the tax office')
    expect([...complaints, ...complaintsOfFinance]).toEqual([])
    await audited()
  })
})
