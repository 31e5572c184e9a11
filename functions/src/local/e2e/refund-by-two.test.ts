import { beforeAll, describe, expect, it } from 'vitest'
import { importRoll } from '../../community/index.ts'
import { sampleRoll } from '../checkout.ts'
import { screens } from '../testing/browser/index.ts'
import { goAndPay } from './somebody.ts'
import { sunshine } from './sunshine.ts'

const { system, emulator, given, audited, anOwner, aColleague } = await sunshine()
const { address } = system

beforeAll(async () => {
  await given.inside((ctx) => importRoll(ctx, sampleRoll))
})

describe('a refund in the browser', { timeout: 120_000 }, () => {
  it('an owner pays, the desk asks for a part, finance lets it go, WeChat gives it back, the owner sees it and the bill open again', async () => {
    const { page: owner, complaints } = await anOwner('程懿志')
    await goAndPay(owner)
    await owner.getByRole('button', { name: '确认支付' }).click()
    await owner.getByText('缴费成功').waitFor()
    const before = await given.books.balances()
    expect(before.wechat).toBe(264_744)
    await audited()

    const desk = await aColleague('陈前台', screens.phone)
    await desk.goto(`${address}/#/packages/staff/households/index`)
    await desk.getByText('1栋 1单元 101').first().click()
    await desk.getByRole('button', { name: '办理退款' }).click()
    await desk.getByText('微信支付 2,647.44 元').waitFor()
    await desk.getByRole('checkbox', { name: '物业服务费' }).first().click()
    await desk.getByLabel('退多少').fill('60')
    await desk.getByRole('radio', { name: '多缴了' }).click()
    await desk.getByRole('button', { name: '核对并提交' }).click()
    const summary = desk.getByRole('dialog', { name: '请核对' })
    await summary.getByText('要另一位财务或项目经理复核').waitFor()
    await summary.getByRole('button', { name: '提交复核' }).click()
    await desk.getByText('这笔退款是您提出的').waitFor()
    expect(await given.books.balances()).toEqual(before)

    const finance = await aColleague('林会计')
    await finance.goto(`${address}/#/packages/staff/refunds/index`)
    await finance.getByRole('button', { name: '1栋 1单元 101' }).click()
    await finance.getByText('复核这笔退款').waitFor()
    await finance.getByRole('button', { name: '同意退款' }).click()
    const asked = finance.getByRole('dialog', { name: '退 60.00 元？' })
    await asked.getByText('原路退回付款人的微信账户').waitFor()
    await asked.getByRole('button', { name: '同意退款' }).click()
    await finance.getByText('系统正在请微信退款').waitFor()
    expect(await given.books.balances()).toMatchObject({ wechat: 264_744, refund_payable: -6_000 })
    await audited()

    await expect
      .poll(() => emulator.control.refunds().map(({ state }) => state), { timeout: 20_000 })
      .toEqual(['SUCCESS'])
    await expect.poll(async () => (await given.books.balances()).wechat, { timeout: 20_000 }).toBe(258_744)
    await finance.reload()
    await finance.getByText('支付用户零钱').waitFor()

    await owner.reload()
    await owner.getByText('退到付款人的微信零钱').waitFor()
    await owner.goto(`${address}/#/pages/payments/index?community=${given.community}&household=1`)
    await owner.getByText('已退款 60.00 元').waitFor()
    await owner.goto(`${address}/#/pages/home/index`)
    await owner.getByRole('button', { name: '去缴费' }).first().waitFor()
    await owner.getByText('60').first().waitFor()
    expect((await given.books.balances()).receivable).toBe((before.receivable ?? 0) + 6_000)
    expect(complaints).toEqual([])
    await audited()
  })
})
