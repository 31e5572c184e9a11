import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { importRoll } from '../../community/index.ts'
import { sampleRoll } from '../checkout.ts'
import { sampleRelief } from '../sample/sample-relief.ts'
import { sunshine } from './sunshine.ts'

const { system, given, audited, anOwner, aColleague } = await sunshine()
const { address } = system

beforeAll(async () => {
  await given.inside((ctx) => importRoll(ctx, sampleRoll))
  await given.inside(sampleRelief)
})

/** To the one application that waits, as staff come to it. */
async function openCase(page: Page): Promise<void> {
  await page.goto(`${address}/#/packages/staff/requests/index`)
  await page.getByText('1栋 1单元 101').first().click()
  await page.getByRole('heading', { level: 1, name: '减免申请' }).waitFor()
}

/** Gives the reason that is said most often, and sends it. */
async function giveReason(page: Page, sheetTitle: string, reason: string, send: string): Promise<void> {
  const sheet = page.getByRole('dialog', { name: sheetTitle })
  await sheet.getByRole('radio', { name: reason }).click()
  await sheet.getByRole('button', { name: send }).click()
}

const relieved = async () => (await given.books.balances()).relief ?? 0

describe('hardship relief in the browser', { timeout: 120_000 }, () => {
  it('an owner asks, the desk notes what it was shown, two people agree, the bill is halved; then it is taken back', async () => {
    const { page: owner } = await anOwner('程懿志')
    const [owed] = [(await given.books.balances()).receivable ?? 0]
    await owner.getByRole('button', { name: '困难减免' }).first().click()
    await owner.getByRole('button', { name: '申请这一项' }).first().click()
    await owner.getByLabel('用自己的话写几句').fill('家里领低保，两个老人常年吃药。')
    await owner.getByRole('radio', { name: '到物业前台给工作人员看一眼' }).click()
    await owner.getByRole('button', { name: '提交申请' }).click()
    await owner.getByText('等待审核').first().waitFor()
    expect(await relieved()).toBe(0)
    await audited()

    const desk = await aColleague('陈前台')
    await openCase(desk)
    await desk.getByRole('button', { name: '记下核对结果' }).click()
    await giveReason(desk, '核对结果', '低保证原件已核对', '保存')
    await desk.getByText('低保证原件已核对').first().waitFor()
    expect(await desk.getByRole('button', { name: '同意减免' }).count()).toBe(0)

    const manager = await aColleague('周经理')
    await openCase(manager)
    await manager.getByRole('button', { name: '同意减免' }).click()
    await giveReason(manager, '同意减免', '前台已看过原件', '初审同意')
    await manager.getByText('初审和复核要由两个人办理').waitFor()
    expect(await relieved()).toBe(0)
    await audited()

    const finance = await aColleague('林会计')
    await openCase(finance)
    await finance.getByRole('button', { name: '复核同意' }).click()
    await giveReason(finance, '复核同意', '材料和金额又由另一个人看过', '同意减免')
    await finance.getByText('已经减免').first().waitFor()
    const givenUp = await relieved()
    expect(givenUp).toBe(120_267)
    expect((await given.books.balances()).receivable).toBe(owed - givenUp)
    await audited()

    await owner.reload()
    await owner.getByText('已同意减免').first().waitFor()
    await owner.getByText('1,202.67').first().waitFor()

    await manager.reload()
    await manager.getByRole('button', { name: '撤销这次减免' }).click()
    await giveReason(manager, '撤销减免，告诉业主理由', '登记的减免金额有误', '撤销减免')
    const asked = manager.getByRole('dialog', { name: '撤销这次减免？' })
    await asked.getByText('1,202.67 元加回原来的账单').waitFor()
    await asked.getByRole('button', { name: '撤销减免' }).click()
    await manager.getByText('减免已撤销').first().waitFor()
    expect(await given.books.balances()).not.toHaveProperty('relief')
    expect((await given.books.balances()).receivable).toBe(owed)
    await audited()
  })
})
