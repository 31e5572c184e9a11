import { addDays, businessDateAt, formatDate } from '@anjiao/shared/calendar'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { importRoll } from '../../community/index.ts'
import { booksClosedThrough } from '../../ledger/index.ts'
import { sampleRoll } from '../checkout.ts'
import { sampleCounter } from '../sample/sample-counter.ts'
import { screens } from '../testing/browser/index.ts'
import { openTill, takeFiveHundred } from './at-the-counter.ts'
import { sunshine } from './sunshine.ts'

const { system, emulator, given, audited, aColleague } = await sunshine()
const { address, world } = system

beforeAll(async () => {
  await given.inside((ctx) => importRoll(ctx, sampleRoll))
  await given.inside(sampleCounter)
})

const toPage = async (page: Page, name: 'counter' | 'till' | 'reconciliation') => {
  await page.goto(`${address}/#/packages/staff/${name}/index`)
  await page.reload()
}

describe('cash in the browser, until the day is closed', { timeout: 180_000 }, () => {
  it('a clerk takes cash; the day stays open until the till is counted and somebody else has confirmed it; then finance closes it and brings the cash to the bank', async () => {
    const day = businessDateAt(world.clock.now())
    const desk = await aColleague('陈前台', screens.phone)
    await toPage(desk, 'till')
    await openTill(desk)
    await toPage(desk, 'counter')
    await takeFiveHundred(desk, '1栋 1单元 101')
    await audited()

    await emulator.control.moveClock({ set: `${addDays(day, 1)}T10:01:00+08:00` })
    await system.run('reconciliation')
    const finance = await aColleague('林会计')
    /** The day waits for the till and for nothing else, and cannot be closed. */
    const waitsForTheTill = async () => {
      await toPage(finance, 'reconciliation')
      await finance.getByText(`下一个日结：${formatDate(day)}`).waitFor()
      await finance.getByRole('button', { name: '收银柜没有交班复核' }).filter({ hasText: '1 笔' }).waitFor()
      expect(await finance.getByRole('button', { name: /没有/ }).count()).toBe(1)
      await finance.getByRole('button', { name: '日结', exact: true, disabled: true }).waitFor()
    }
    await waitsForTheTill()

    await toPage(desk, 'till')
    await desk.getByRole('button', { name: '点数交班' }).click()
    const count = desk.getByRole('dialog', { name: '点数交班' })
    await count.getByLabel('100元', { exact: true }).fill('5')
    await count.getByRole('button', { name: '点好了，交班' }).click()
    await desk.getByRole('button', { name: '重新点数' }).waitFor()
    expect(await desk.getByRole('button', { name: '复核', exact: true }).count()).toBe(0)
    await waitsForTheTill()

    const manager = await aColleague('周经理', screens.phone)
    await toPage(manager, 'till')
    await manager.getByRole('button', { name: '复核', exact: true }).click()
    const confirming = manager.getByRole('dialog', { name: '复核点数' })
    await confirming.getByText('点数和账上一致').waitFor()
    await confirming.getByRole('button', { name: '确认点数' }).click()
    await manager.getByText('没有等待复核的点数').waitFor()
    await toPage(manager, 'reconciliation')
    await manager.getByText('日结由财务办理。').waitFor()

    await toPage(finance, 'reconciliation')
    await finance.getByText('账单已经对好，没有要说明的，可以日结。').waitFor()
    await finance.getByRole('button', { name: '日结', exact: true }).click()
    const asked = finance.getByRole('dialog', { name: '日结' })
    await asked.getByText('日结不能撤回').waitFor()
    await asked.getByRole('button', { name: '日结', exact: true }).click()
    await finance.getByText('到最近一天的账都已经日结。').waitFor()
    expect(await given.inside(booksClosedThrough)).toBe(day)
    expect((await given.books.balances()).cash).toBe(50_000)
    await audited()

    await toPage(finance, 'till')
    await finance.getByRole('button', { name: '存入银行' }).click()
    const deposit = finance.getByRole('dialog', { name: '现金存入银行' })
    await deposit.getByLabel('金额', { exact: true }).fill('500')
    await deposit.getByLabel('缴款单号').fill('JK0001')
    await deposit.getByRole('button', { name: '确认入账' }).click()
    await deposit.waitFor({ state: 'detached' })
    const { cash, bank } = await given.books.balances()
    expect([cash, bank]).toEqual([undefined, 50_000])
    await audited()
  })
})
