import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { importRoll } from '../../community/index.ts'
import { sampleRoll } from '../checkout.ts'
import { goAndPay } from './somebody.ts'
import { sunshine } from './sunshine.ts'

const { emulator, given, audited, anOwner } = await sunshine()

beforeAll(async () => {
  await given.inside((ctx) => importRoll(ctx, sampleRoll))
})
beforeEach(() => emulator.control.reset())

describe('when paying does not go as it should', { timeout: 60_000 }, () => {
  it.each([
    ['cancels', '江雨艳', '取消', '您没有付款，没有扣款'],
    ['mistypes the password', '段兰', '密码输错', '没有付成功，没有扣款'],
    ['lacks money', '林然懿', '余额不足', '没有付成功，没有扣款'],
  ])('somebody who %s is told that nothing was taken, and can go on', async (_, name, press, told) => {
    const { page } = await anOwner(name)
    const before = (await given.books.balances()).wechat
    await goAndPay(page)
    await page.getByRole('button', { name: press }).click()
    await page.getByText(told).waitFor()
    expect((await given.books.balances()).wechat).toBe(before)
    await page.getByRole('button', { name: '继续支付' }).click()
    await page.getByRole('button', { name: '确认支付' }).click()
    await page.getByText('缴费成功').waitFor()
    await audited()
  })

  it('a notice that is lost keeps nobody waiting: the page asks, and WeChat is asked', async () => {
    const { page } = await anOwner('徐海懿')
    emulator.control.notifyFault({ fault: 'drop', times: 50 })
    await goAndPay(page)
    await page.getByRole('button', { name: '确认支付' }).click()
    await page.getByText('正在等微信确认').waitFor()
    await page.getByText('缴费成功').waitFor()
    await audited()
  })

  it('a notice that comes three times is booked once', async () => {
    const { page } = await anOwner('武洋霞')
    const before = (await given.books.balances()).wechat ?? 0
    emulator.control.notifyFault({ fault: 'duplicate', copies: 3 })
    await goAndPay(page)
    await page.getByRole('button', { name: '确认支付' }).click()
    await page.getByText('缴费成功').waitFor()
    const [order] = emulator.control.orders().slice(-1)
    expect((await given.books.balances()).wechat).toBe(before + (order?.amountFen ?? 0))
    await audited()
  })
})
