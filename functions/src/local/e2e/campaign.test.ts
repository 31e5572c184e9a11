import { addDays, businessDateAt, startOfDay } from '@anjiao/shared/calendar'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { importRoll } from '../../community/index.ts'
import { deliver, takeInTemplates } from '../../reminders/index.ts'
import { sampleRoll } from '../checkout.ts'
import { sampleWordings } from '../sample/sample-wordings.ts'
import { sunshine } from './sunshine.ts'

const { system, emulator, given, audited, anOwner, aColleague } = await sunshine()
const { world, address } = system

beforeAll(async () => {
  await given.inside((ctx) => importRoll(ctx, sampleRoll))
  const templates = await world.wechatMp.templates()
  if (templates.kind !== 'ok') throw new Error('the emulator lists its templates')
  const { appid } = emulator.merchant
  await given.inside((ctx) => takeInTemplates(ctx, appid, templates.templates))
  await given.inside((ctx) => sampleWordings(ctx, appid))
  const now = world.clock.now()
  const tomorrowMorning = startOfDay(addDays(businessDateAt(now), 1)).getTime() + 10 * 3_600_000
  await emulator.clock.advance(tomorrowMorning - now.getTime())
})

const atWork = new Map<string, Page>()

/** A colleague at the list of campaigns, signed in once. */
async function atCampaigns(name: string): Promise<Page> {
  const page = atWork.get(name) ?? (await aColleague(name))
  atWork.set(name, page)
  await page.goto(`${address}/#/packages/staff/campaigns/index`)
  return page
}

/** Presses a step of a campaign, and the question whether one means it. */
async function step(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

/** Lets the timers do what waits, until WeChat has told what became of it. */
async function timersRun(): Promise<void> {
  await system.run('campaigns')
  await deliver(world, new Date(world.clock.now().getTime() + 30_000))
  await system.drainJobs()
  await emulator.clock.advance(60_000)
  await system.drainJobs()
  await system.run('campaigns')
}

/** The share that a bar of a campaign's result stands for, as it is written beside it. */
const shareOf = (page: Page, bar: string) =>
  page.getByRole('listitem').filter({ hasText: bar }).first().innerText()

describe('a campaign in the browser', { timeout: 180_000 }, () => {
  it('is built, tried, agreed to by a second person and sent; who had agreed to be told pays, and the result shows it', async () => {
    const { page: owner, complaints } = await anOwner('程懿志')
    await owner.getByRole('button', { name: '账单' }).first().click()
    await owner.getByRole('button', { name: '以后缴费，要提醒吗？' }).click()
    await owner.getByRole('button', { name: '允许' }).click()
    await owner.getByText('到时在微信里给您').waitFor()

    const manager = await atCampaigns('周经理')
    await manager.getByRole('button', { name: '新建活动' }).click()
    await manager.getByLabel('活动名称').fill('第四季度物业费提醒')
    await manager.getByRole('button', { name: '试算', exact: true }).click()
    await manager.getByText('会用掉业主同意的 1 次').waitFor()
    await manager.getByText('这是全小区所有可以提醒的住户').first().waitFor()
    expect(emulator.control.messages({})).toEqual([])
    await manager.getByRole('button', { name: '存为草稿' }).click()
    await step(manager, '提交')
    await manager.getByText('要由另一位同事批准').first().waitFor()
    expect(await manager.getByRole('button', { name: '批准', exact: true }).count()).toBe(0)
    await timersRun()
    expect(emulator.control.messages({})).toEqual([])

    const other = await atCampaigns('郑主任')
    await other.getByText('第四季度物业费提醒').first().click()
    await other.getByRole('button', { name: '试算一遍' }).click()
    await other.getByText('1栋 1单元 101').first().waitFor()
    await step(other, '批准')
    await other.getByText('时间到了会自动开始').waitFor()

    await timersRun()
    const [message, ...more] = emulator.control.messages({})
    expect(more).toEqual([])
    await manager.reload()
    await manager.getByText('联系不上', { exact: true }).waitFor()
    expect(await shareOf(manager, '3 天内缴费，安排提醒的')).toContain('0%（0 / ')

    await owner.goto('about:blank')
    await owner.goto(`${address}/#/${message?.page}`)
    await owner.getByRole('button', { name: '看账单' }).click()
    await owner.getByRole('button', { name: '去缴费' }).locator('visible=true').first().click()
    await owner.getByRole('button', { name: '微信支付' }).click()
    await owner.getByRole('button', { name: '确认支付' }).click()
    await owner.getByText('缴费成功').first().waitFor()
    expect(complaints).toEqual([])

    await manager.reload()
    expect(await shareOf(manager, '3 天内缴费，安排提醒的')).toContain('（1 / ')
    await manager.getByText('其中 1 户点开看了').waitFor()
    await audited()
  })

  it('a sheet stays while it sends, whatever is pressed, and goes once it was taken', async () => {
    const page = await atCampaigns('周经理')
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
    await page.route('**/reminder-rules', async (route) => {
      if (route.request().method() === 'PUT') await answered
      await route.continue()
    })
    await page.getByRole('button', { name: '自动提醒' }).click()
    await page.getByRole('button', { name: '缴费日后 7 天，修改怎么发' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('checkbox').filter({ hasText: '纸质信' }).click()
    await sheet.getByRole('button', { name: '保存' }).click()
    await page.keyboard.press('Escape')
    await sheet.getByRole('button', { name: '关闭' }).click({ force: true })
    expect(await sheet.count()).toBe(1)

    answer()
    await sheet.waitFor({ state: 'detached' })
    await page.getByText('用微信订阅消息 → 纸质信').waitFor()
  })
})
