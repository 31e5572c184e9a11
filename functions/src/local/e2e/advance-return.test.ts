import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { importRoll } from '../../community/index.ts'
import { sampleRoll } from '../checkout.ts'
import { sampleCounter } from '../sample/sample-counter.ts'
import { takeFiveHundred } from './at-the-counter.ts'
import { goAndPay } from './somebody.ts'
import { sunshine } from './sunshine.ts'

const { system, emulator, given, audited, anOwner, aColleague } = await sunshine()
const { address } = system

beforeAll(async () => {
  await given.inside((ctx) => importRoll(ctx, sampleRoll))
  await given.inside(sampleCounter)
})

/** From the first page to what was paid ahead. */
async function toAdvance(owner: Page): Promise<void> {
  await owner.goto(`${address}/#/pages/home/index`)
  await owner.reload()
  await owner.getByRole('button', { name: '预存' }).click()
  await owner.getByRole('heading', { level: 1, name: '预存' }).waitFor()
}

async function payAtWechat(owner: Page): Promise<void> {
  await owner.getByRole('button', { name: '确认支付' }).click()
  await owner.getByText('缴费成功').waitFor()
}

const toStaffPage = async (page: Page, name: 'counter' | 'requests' | 'refunds') => {
  await page.goto(`${address}/#/packages/staff/${name}/index`)
  await page.reload()
}

describe('what was paid ahead, in the browser', { timeout: 180_000 }, () => {
  it('is asked for by an owner who moves, given back of two payments as one deed by two people, by WeChat first', async () => {
    const { page: owner, complaints } = await anOwner('程懿志')
    await goAndPay(owner)
    await payAtWechat(owner)
    await toAdvance(owner)
    await owner.getByRole('button', { name: '存一笔' }).click()
    await owner.getByLabel('缴多少').fill('300')
    await owner.getByRole('button', { name: '微信支付' }).click()
    await payAtWechat(owner)
    const desk = await aColleague('陈前台')
    await toStaffPage(desk, 'counter')
    await takeFiveHundred(desk, '1栋 1单元 101', 'GS20260001')
    await audited()

    await toAdvance(owner)
    await owner.getByRole('button', { name: '申请退还' }).click()
    const asking = owner.getByRole('dialog', { name: '申请退还' })
    await asking.getByText('现在可以退的有 800.00 元').waitFor()
    await asking.getByRole('radio', { name: '搬走或卖房了' }).click()
    await asking.getByLabel('补充说明').fill('下周搬走')
    await asking.getByRole('button', { name: '提交申请' }).click()
    await owner.getByText('物业最晚').waitFor()

    const other = await aColleague('林会计')
    await toStaffPage(other, 'requests')
    await other.getByRole('button', { name: '1栋 1单元 101' }).click()
    await other.getByText('下周搬走').waitFor()
    await other.getByText('原路退回微信').waitFor()
    await other.getByRole('button', { name: '提交复核' }).click()
    await other.getByRole('dialog').getByRole('button', { name: '提交复核' }).click()
    await other.getByText('分 2 笔缴费退，一共 800.00 元').waitFor()
    expect((await given.books.balances()).advance).toBe(-80_000)

    const manager = await aColleague('周经理')
    await toStaffPage(manager, 'refunds')
    await manager.getByRole('button', { name: '1栋 1单元 101' }).first().click()
    await manager.getByRole('button', { name: '同意退款' }).click()
    const question = manager.getByRole('dialog', { name: '退 800.00 元？' })
    await question.getByRole('button', { name: '同意退款' }).click()
    await manager.getByText('已经同意').or(manager.getByText('银行转账付出')).first().waitFor()
    await audited()

    await expect
      .poll(() => emulator.control.refunds().map(({ state }) => state), { timeout: 20_000 })
      .toEqual(['SUCCESS'])
    await expect
      .poll(async () => (await given.books.balances()).refund_payable, { timeout: 20_000 })
      .toBe(-50_000)
    await toAdvance(owner)
    await owner.getByText('物业已同意退还 800.00 元').waitFor()
    expect((await given.books.balances()).advance).toBeUndefined()
    expect(complaints).toEqual([])
    await audited()
  })
})
