import { formatDate } from '@anjiao/shared/calendar'
import { afterAll, expect, it } from 'vitest'
import { ensureBuilt } from '../../../../miniapp/harness/ensure-built.ts'
import { grantStaff } from '../../identity/index.ts'
import { booksClosedThrough } from '../../ledger/index.ts'
import { launchBrowser, screens } from '../testing/browser/index.ts'
import { testSystem } from '../testing/system.ts'
import { aFaultyDay } from './a-faulty-day.ts'
import { openPages, takeUpPost } from './somebody.ts'

const system = await testSystem(await ensureBuilt('h5'))
const { emulator, address } = system
const browser = await launchBrowser()
afterAll(() => browser.close())

it('of a bill that is wrong in every way finance finds all faults and none besides, explains each, and only then closes the day', {
  timeout: 180_000,
}, async () => {
  const { home, day, plant, nextMorning } = await aFaultyDay(system)
  const finance = { name: '林会计', phone: '13800000003' }
  await home.inside((ctx) => grantStaff(ctx, { ...finance, roles: ['finance'] }))
  emulator.control.addPerson(finance)
  await nextMorning()
  const { page, complaints } = await openPages(browser, system, screens.desktop)
  await takeUpPost(page, finance.name)

  const shown = (words: string) => page.getByText(words, { exact: true }).locator('visible=true')
  async function lookAtTheDay(): Promise<void> {
    await page.goto(`${address}/#/packages/staff/reconciliation/index?community=${home.community}`)
    await page.reload()
    await shown(`下一个日结：${formatDate(day)}`).waitFor()
  }
  /** What keeps the day open is this and nothing else, each with its count: the day cannot be closed. */
  async function keptOpenBy(...reasons: [what: string, howMany: string][]): Promise<void> {
    await lookAtTheDay()
    await page.getByRole('button', { name: '日结', exact: true, disabled: true }).waitFor()
    for (const [what, howMany] of reasons)
      await page.getByRole('button', { name: what }).filter({ hasText: howMany }).waitFor()
    expect(await page.getByRole('button', { name: /没有/ }).count()).toBe(reasons.length)
  }
  /** Explains one after another until none is left. */
  async function explainAll(button: string, sheetTitle: string, reason: string): Promise<void> {
    const waiting = page.getByRole('button', { name: button, exact: true })
    await waiting.first().waitFor()
    for (let left = (await waiting.count()) - 1; left >= 0; left--) {
      await waiting.first().click()
      const sheet = page.getByRole('dialog', { name: sheetTitle })
      await sheet.getByRole('radio', { name: reason }).click()
      await sheet.getByRole('button', { name: '提交' }).click()
      await expect.poll(() => waiting.count(), { timeout: 20_000 }).toBe(left)
    }
  }

  // A file that is not what WeChat has signed counts for nothing, until it is.
  emulator.control.mutateBill({ date: day, mutate: 'wrong_hash' })
  await system.run('reconciliation')
  await lookAtTheDay()
  await shown('微信账单还没有取到或没有对').waitFor()
  await page.getByRole('button', { name: '日结', exact: true, disabled: true }).waitFor()
  plant()
  await system.run('reconciliation')
  const rest: [string, string][] = [
    ['无主交易没有说明', '2 笔'],
    ['系统外退款没有说明', '1 笔'],
    ['资金账单没有取到或不一致', '1 个商户号'],
  ]
  await keptOpenBy(['差异没有处理', '4 笔'], ...rest)

  await page.getByRole('button', { name: '差异没有处理' }).click()
  await shown('账户 46.01 元，交易 46.00 元').waitFor()
  for (const words of ['账上有，微信没有', '130.00 元', '金额不一致', '140.00 元', '140.01 元'])
    await shown(words).waitFor()
  for (const words of ['账上有退款，微信没有', '退款金额不一致', '10.01 元', '¥150.00', '¥88.00'])
    await shown(words).waitFor()
  expect(await shown('待处理').count(), 'the tab and four differences').toBe(5)
  expect(await page.getByRole('button', { name: '说明是谁的款' }).count()).toBe(2)
  await explainAll('处理', '处理差异', '已在微信商户平台核对，两边一致')
  await shown('没有要处理的差异').waitFor()
  await keptOpenBy(...rest)

  await page.getByRole('button', { name: '无主交易没有说明' }).click()
  await shown('¥88.00').waitFor()
  await explainAll('说明是谁的款', '说明是谁的款', '公司其他系统的收款')
  await explainAll('说明为什么', '说明为什么', '已联系微信客服处理')
  // What the system could ask about itself needs nobody: a lost notice, and that a refund was made elsewhere.
  await page.getByRole('tab', { name: '已处理' }).click()
  for (const words of ['已向微信查单，补记入账', '已向微信查询退款，补记入账', '180.00 元', '30.00 元'])
    await shown(words).waitFor()
  expect(await shown('系统').count()).toBe(2)
  expect(await shown('林会计').count()).toBe(4)
  expect(await shown('170.00 元').count()).toBe(0)
  await keptOpenBy(['系统外退款没有说明', '1 笔'])

  await page.getByRole('button', { name: '系统外退款没有说明' }).click()
  await page.getByRole('button', { name: /^1栋 1单元/ }).click()
  await page.getByRole('checkbox', { name: '物业服务费' }).click()
  await page.getByLabel('退多少').fill('30')
  await page.getByText('金额对上了。').waitFor()
  await page.getByRole('radio', { name: '在商户平台退的错缴款' }).click()
  await page.getByRole('button', { name: '提交说明' }).click()
  await page.getByRole('button', { name: '提交说明' }).waitFor({ state: 'detached' })
  await shown('在商户平台退的错缴款').waitFor()

  await lookAtTheDay()
  await page.getByText('账单已经对好，没有要说明的，可以日结。').waitFor()
  await page.getByRole('button', { name: '日结', exact: true }).click()
  await page.getByRole('dialog', { name: '日结' }).getByRole('button', { name: '日结', exact: true }).click()
  await page.getByText('到最近一天的账都已经日结。').waitFor()
  expect(await home.inside(booksClosedThrough)).toBe(day)
  // All is paid but what went back: twice ten yuan by us, thirty by hand.
  expect(await home.books.open(home.householdId)).toEqual([1_000, 1_000, 0, 0, 0, 3_000, 0, 0])
  expect(complaints).toEqual([])
  await system.drainJobs()
  expect(await system.audit()).toEqual([])
})
