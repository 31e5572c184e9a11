import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { importRoll } from '../../community/index.ts'
import { sampleRoll } from '../checkout.ts'
import { sampleCounter } from '../sample/sample-counter.ts'
import { screens } from '../testing/browser/index.ts'
import { readPdf } from '../testing/read-pdf.ts'
import { openTill, takeFiveHundred } from './at-the-counter.ts'
import { fileOf } from './files.ts'
import { sunshine } from './sunshine.ts'

const { system, given, audited, aColleague } = await sunshine()
const { address } = system

beforeAll(async () => {
  await given.inside((ctx) => importRoll(ctx, sampleRoll))
  await given.inside(sampleCounter)
})

const toPage = (page: Page, name: 'counter' | 'till') =>
  page.goto(`${address}/#/packages/staff/${name}/index`)

const inTill = async () => (await given.books.balances()).cash ?? 0

describe('the counter in the browser', { timeout: 180_000 }, () => {
  it('a clerk opens the till, takes cash and counts one yuan too little; finance confirms it and takes a wrong receipt back, and the books agree', async () => {
    const desk = await aColleague('陈前台', screens.phone)
    await toPage(desk, 'till')
    await openTill(desk)

    await toPage(desk, 'counter')
    await takeFiveHundred(desk, '1栋 1单元 101')
    await system.drainJobs()
    await desk.getByText('正在编号').waitFor({ state: 'detached' })
    await desk.getByText('SJ-000001').waitFor()
    const paper = await fileOf(desk, '/v1/receipt-files/', () =>
      desk.getByRole('button', { name: '查看收据' }).click(),
    )
    const [receipt] = await readPdf(paper)
    expect(receipt?.text).toContain('人民币伍佰元整')
    expect(await inTill()).toBe(50_000)
    await desk.getByRole('button', { name: '收下一户' }).click()
    await desk.getByText(/-001/).first().waitFor()
    await audited()

    await toPage(desk, 'till')
    await desk.getByRole('button', { name: '点数交班' }).click()
    const count = desk.getByRole('dialog', { name: '点数交班' })
    await count.getByLabel('100元', { exact: true }).fill('4')
    await count.getByLabel('50元', { exact: true }).fill('1')
    await count.getByLabel('1元', { exact: true }).fill('49')
    await count.getByText('499').first().waitFor()
    await count.getByRole('button', { name: '点好了，交班' }).click()
    await desk.getByText('等待复核的点数').first().waitFor()
    await desk.getByRole('button', { name: '重新点数' }).waitFor()
    expect(await desk.getByRole('button', { name: '复核', exact: true }).count()).toBe(0)
    await audited()

    const finance = await aColleague('林会计')
    await toPage(finance, 'till')
    await finance.getByRole('button', { name: '复核', exact: true }).click()
    const confirming = finance.getByRole('dialog', { name: '复核点数' })
    await confirming.getByLabel('差额的原因').fill('找零多给了一元')
    await confirming.getByRole('button', { name: '确认点数' }).click()
    await finance.getByText('没有等待复核的点数').waitFor()
    await finance.getByText('林会计：找零多给了一元').waitFor()
    expect(await given.books.balances()).toMatchObject({ cash: 49_900, till_difference: 100 })
    await audited()

    await toPage(finance, 'counter')
    await finance.getByRole('button', { name: /^冲销/ }).click()
    const sheet = finance.getByRole('dialog', { name: '冲销这笔收款' })
    await sheet.getByRole('radio', { name: '收错了房号' }).click()
    await sheet.getByRole('button', { name: '确认冲销' }).click()
    await finance.getByText('已冲销').first().waitFor()
    expect(await inTill()).toBe(-100)
    await audited()
  })
})
