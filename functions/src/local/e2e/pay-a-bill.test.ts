import { describe, expect, it } from 'vitest'
import { sampleRoll } from '../checkout.ts'
import { screens } from '../testing/browser/index.ts'
import { readPdf } from '../testing/read-pdf.ts'
import { chooseFile, fileOf } from './files.ts'
import { goAndPay, openPages, takeUpPost } from './somebody.ts'
import { sunshine } from './sunshine.ts'

const { system, browser, given, audited, anOwner } = await sunshine()

describe('a real bill, end to end', { timeout: 120_000 }, () => {
  it('staff import the roll on the page; an owner binds the phone, sees what is due and why, and pays; the books hold it', async () => {
    const { page, complaints } = await openPages(browser, system, screens.desktop)
    await takeUpPost(page, '林会计')
    await page.goto(`${system.address}/#/packages/staff/home/index`)
    await page.getByRole('button', { name: '导入名册' }).first().click()
    await chooseFile(page, '选择 Excel 文件', sampleRoll)
    await page.getByRole('heading', { name: '核对名册' }).waitFor()
    await page.getByText('将新增 1,207 户、1,368 笔账单；16 行有问题，不导入。').waitFor()
    await page.getByText('待测绘').first().waitFor()
    expect(await given.books.balances()).toEqual({})
    await page.getByRole('button', { name: '确认导入' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '确认导入' }).click()
    await page.getByText('导入完成').locator('visible=true').first().waitFor()
    expect((await given.books.balances()).receivable).toBe(435_166_170)
    expect(complaints).toEqual([])
    await audited()

    const owner = await anOwner('程懿志')
    await owner.page.getByText('1栋 1单元 101').first().waitFor()
    await owner.page.getByRole('button', { name: '账单' }).first().click()
    await owner.page.getByText('物业服务费').first().click()
    await owner.page.getByText('怎么算的').waitFor()
    await owner.page.goto(`${system.address}/#/pages/home/index`)
    await goAndPay(owner.page)
    await owner.page.getByRole('button', { name: '确认支付' }).click()
    await owner.page.getByText('缴费成功').waitFor()
    await owner.page.getByText('2,647').first().waitFor()
    await system.drainJobs()
    const paper = await fileOf(owner.page, '/v1/receipt-files/', () =>
      owner.page.getByRole('button', { name: '查看收据' }).click(),
    )
    const [receipt] = await readPdf(paper)
    expect(receipt?.text).toContain('人民币贰仟陆佰肆拾柒元肆角肆分')
    await owner.page.goto(`${system.address}/#/pages/home/index`)
    await owner.page.getByText('现在没有待缴的费用').waitFor()
    await owner.page.getByRole('button', { name: '缴费记录' }).click()
    await owner.page.getByText('2,647').first().waitFor()
    expect((await given.books.balances()).wechat).toBe(264_744)
    expect(owner.complaints).toEqual([])
    await audited()
  })
})
