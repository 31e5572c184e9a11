import { addDays, businessDateAt, formatDate } from '@anjiao/shared/calendar'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { importRoll } from '../../community/index.ts'
import { textBytes } from '../../debit/layout/text-bytes.ts'
import { booksClosedThrough } from '../../ledger/index.ts'
import { sampleRoll } from '../checkout.ts'
import { sampleCounter } from '../sample/sample-counter.ts'
import { takeFiveHundred } from './at-the-counter.ts'
import { chooseFile } from './files.ts'
import { sunshine } from './sunshine.ts'

const { system, emulator, given, audited, aColleague } = await sunshine()
const { address, world } = system

beforeAll(async () => {
  await given.inside((ctx) => importRoll(ctx, sampleRoll))
  await given.inside(sampleCounter)
})

/** To a page of the staff, on a device that knows what day it is. */
async function toPage(page: Page, name: 'counter' | 'reconciliation'): Promise<void> {
  await page.clock.setFixedTime(world.clock.now())
  await page.goto(`${address}/#/packages/staff/${name}/index`)
  await page.reload()
}

const heading = '交易日期,交易流水号,收入金额,支出金额,账户余额,对方户名,摘要'

/** A file as the bank gives it: in GBK, with the name of the account above the table. */
const statement = (...lines: readonly string[]) => {
  const bytes = textBytes(['账户：工行基本户 0101', heading, ...lines, ''].join('\r\n'), 'gbk')
  if (!bytes) throw new Error('GBK has every character of it')
  return { name: '明细.csv', mimeType: 'text/csv', buffer: Buffer.from(bytes) }
}

describe('a bank statement in the browser', { timeout: 180_000 }, () => {
  it('is read by its heading, matches a transfer by its number, and keeps the day open until the rest of it is dealt with', async () => {
    const day = businessDateAt(world.clock.now())
    const desk = await aColleague('陈前台')
    await toPage(desk, 'counter')
    await takeFiveHundred(desk, '1栋 1单元 101', 'GS20260001')
    await audited()

    await emulator.control.moveClock({ set: `${addDays(day, 1)}T10:01:00+08:00` })
    await system.run('reconciliation')
    const finance = await aColleague('林会计')
    await toPage(finance, 'reconciliation')
    await finance.getByRole('button', { name: '银行与 POS 流水' }).click()
    await finance.getByRole('button', { name: '工行基本户' }).click()
    await finance.getByRole('button', { name: '设流水格式' }).click()
    await finance.getByLabel('表头那一行').fill(heading)
    await finance.getByRole('button', { name: '保存格式' }).click()

    await chooseFile(
      finance,
      '选流水文件',
      statement(
        `${day},GS20260001,500.00,,500.00,程懿志,物业费`,
        `${day},GS20260002,66.00,,560.00,赵六,转账`,
      ),
    )
    await finance.getByText('与上一行的余额接不上').waitFor()
    await chooseFile(
      finance,
      '选流水文件',
      statement(
        `${day},GS20260001,500.00,,500.00,程懿志,物业费`,
        `${day},GS20260002,66.00,,566.00,赵六,转账`,
      ),
    )
    await finance.getByText('566.00 元').waitFor()
    await finance.getByRole('button', { name: '确认导入' }).click()
    await finance.getByText('收入 66.00 元').waitFor()
    expect(await finance.getByText('收入 500.00 元').count()).toBe(0)

    await toPage(finance, 'reconciliation')
    await finance.getByText(`下一个日结：${formatDate(day)}`).waitFor()
    await finance.getByRole('button', { name: '日结', exact: true, disabled: true }).waitFor()
    await finance
      .getByRole('button', { name: '银行或 POS 流水与账上不一致' })
      .filter({ hasText: '1 笔' })
      .click()
    await finance.getByRole('button', { name: '工行基本户' }).filter({ hasText: '1 笔待处理' }).click()
    await finance.getByRole('button', { name: '转待查款' }).click()
    await finance.getByRole('dialog').getByRole('button', { name: '转待查款' }).click()
    await finance.getByText('流水都对上了').waitFor()
    expect(await given.books.balances()).toMatchObject({ bank: 56_600, suspense: -6_600 })
    await audited()

    await toPage(finance, 'reconciliation')
    await finance.getByText('账单已经对好，没有要说明的，可以日结。').waitFor()
    await finance.getByRole('button', { name: '日结', exact: true }).click()
    await finance
      .getByRole('dialog', { name: '日结' })
      .getByRole('button', { name: '日结', exact: true })
      .click()
    await finance.getByText('到最近一天的账都已经日结。').waitFor()
    expect(await given.inside(booksClosedThrough)).toBe(day)
    await audited()
  })
})
