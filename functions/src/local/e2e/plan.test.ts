import { type BusinessDate, daysBetween } from '@anjiao/shared/calendar'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { importRoll } from '../../community/index.ts'
import { publishPolicy } from '../../plans/index.ts'
import { sampleRoll } from '../checkout.ts'
import { samplePolicy } from '../sample/sample-policy.ts'
import { openPages, signIn } from './somebody.ts'
import { sunshine } from './sunshine.ts'

const { system, browser, given, audited, anOwner, aColleague } = await sunshine()
const { emulator, address } = system
const dayMs = 86_400_000

beforeAll(async () => {
  await given.inside((ctx) => importRoll(ctx, sampleRoll))
  // Nothing is given at once, so that there is somebody to answer.
  await given.inside((ctx) => publishPolicy(ctx, { ...samplePolicy, atOnceInstalmentsMax: 0 }))
})

/** Days go by, and what timers do at their end is done. */
async function daysGoBy(days: number): Promise<void> {
  await emulator.clock.advance(days * dayMs)
  await system.run('plans')
  await audited()
}

/** Somebody whom the system knows, signed in on a device of theirs. */
async function back(name: string): Promise<Page> {
  const { page } = await openPages(browser, system)
  await signIn(page, name)
  await page.getByText('1栋 1单元 101').first().waitFor()
  return page
}

/** Pays what the page asks for, at WeChat's sheet. */
async function payAtWechat(page: Page): Promise<void> {
  await page.getByRole('button', { name: '确认支付' }).click()
  await page.getByText('缴费成功').waitFor()
  await audited()
}

/** To the plan by its line on the first page, which says how it stands. */
async function toPlan(page: Page, words: string): Promise<void> {
  await page.goto(`${address}/#/pages/home/index`)
  await page.reload()
  await page.getByText(words).first().click()
}

/** Days from now until an instalment of the one plan falls due. */
const daysUntilDue = (no: number): Promise<number> =>
  given.inside(async ({ tx, community, today }) => {
    const { dueDate } = await tx.one<{ dueDate: BusinessDate }>`
      select due_date from instalment where (community_id, no) = (${community}, ${no})`
    return daysBetween(today, dueDate)
  })

const happened = (): Promise<string[]> =>
  given.inside(async ({ tx, community }) => {
    const events = await tx.rows<{ event: string }>`
      select event from plan_event where community_id = ${community} order by id`
    return events.map(({ event }) => event)
  })

describe('an instalment plan, from asking to the last instalment', { timeout: 180_000 }, () => {
  it('owner asks, manager counters, owner signs, pays three by WeChat, misses one, it breaks, is caught up and kept', async () => {
    const { page: asking } = await anOwner('程懿志')
    await asking.getByRole('button', { name: '一次缴不了？可以分期' }).click()
    await asking.getByText('这个方案要物业审核').waitFor()
    await asking.getByRole('button', { name: '提交申请' }).click()
    await asking.getByText('申请已提交').first().waitFor()
    await audited()

    const manager = await aColleague('周经理')
    await manager.goto(`${address}/#/packages/staff/requests/index`)
    await manager.getByText('1栋 1单元 101').first().click()
    await manager.getByRole('button', { name: '换个方案' }).click()
    const sheet = manager.getByRole('dialog', { name: '建议另一种方案' })
    await sheet.getByLabel('分几期').selectOption({ label: '5 期' })
    await sheet.getByLabel('给业主的话').fill('分五期，每期少一些，可以吗？')
    await sheet.getByRole('button', { name: '发出新方案' }).click()
    await manager.getByText('已改方案，等业主签').first().waitFor()
    await audited()

    await toPlan(asking, '看方案，决定要不要签')
    await asking.getByText('分五期，每期少一些，可以吗？').first().waitFor()
    await asking.getByRole('button', { name: '看协议，去签署' }).click()
    for (const consent of ['我已看清欠费明细', '我知道签署后', '我同意用微信核对手机号']) {
      await asking.getByRole('checkbox', { name: consent }).click()
    }
    await asking.getByRole('button', { name: '用微信手机号签署' }).click()
    await asking.getByRole('button', { name: '允许' }).first().click()
    await asking.getByText('协议签好了').waitFor()
    await audited()

    await asking.getByRole('button', { name: '看我的分期' }).click()
    for (let paid = 0; paid < 3; paid++) {
      await asking.getByRole('button', { name: '缴这一期' }).click()
      await payAtWechat(asking)
      await toPlan(asking, '下一期')
    }
    await asking.getByText('下一期：第 4 期').waitFor()

    await daysGoBy((await daysUntilDue(4)) + 8)
    const late = await back('程懿志')
    await toPlan(late, '补上就能继续')
    await late.getByRole('heading', { name: '补上就能继续' }).waitFor()
    await late.getByRole('button', { name: /^补上 / }).click()
    await payAtWechat(late)
    await toPlan(late, '下一期')
    await late.getByText('下一期：第 5 期').waitFor()
    await late.getByRole('button', { name: '缴这一期' }).click()
    await payAtWechat(late)

    expect(await given.books.balances()).toMatchObject({ wechat: 264_744 })
    expect(await happened()).toEqual(['apply', 'counter', 'sign', 'start', 'break', 'cure', 'keep'])
    await late.goto(`${address}/#/pages/home/index`)
    await late.getByText('现在没有待缴的费用').waitFor()
  })
})
