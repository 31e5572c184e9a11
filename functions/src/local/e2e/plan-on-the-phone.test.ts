import type { HouseholdId } from '@anjiao/shared/ids'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '../../../../miniapp/harness/ensure-built.ts'
import { launchWeapp, type Weapp } from '../../../../miniapp/harness/launch-weapp.ts'
import { noticeVersion } from '../../../../miniapp/src/features/privacy/notice.ts'
import { signIn } from '../testing/api-client.ts'
import { launchBrowser } from '../testing/browser/index.ts'
import { givenCommunity } from '../testing/given.ts'
import { givenPlans } from '../testing/given-plans.ts'
import { testSystem } from '../testing/system.ts'
import { bindPhone, openPages, signIn as signInAs } from './somebody.ts'

const system = await testSystem(await ensureBuilt('h5'))
const { world, emulator, address } = system
const given = await givenCommunity(world, '阳光花园', {
  mchid: emulator.merchant.mchid,
  appid: emulator.merchant.appid,
})
await givenPlans(world, given).policy()
const consents = ['我已看清欠费明细', '我知道签署后', '我同意用微信核对手机号']
const timeout = 60_000

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** A home that owes 1,952.28 元, and its owner's phone in hand. */
async function anOwner(phone: string): Promise<{ weapp: Weapp; householdId: HouseholdId }> {
  const { householdId } = await given.household({ phone })
  await given.charge(householdId, { owes: '1952.28' })
  const { openid } = await signIn(system, phone)
  const weapp = await launchWeapp({
    dist: await ensureBuilt('weapp'),
    server: address,
    now: world.clock.now(),
    storage: new Map([['anjiao.privacy', String(noticeVersion)]]),
    loginCode: () => emulator.control.tap({ kind: 'login', openid }).code,
    phoneCode: () => emulator.control.tap({ kind: 'getPhoneNumber', openid }).code,
    async pay(params) {
      const prepayId = String(params.package).replace('prepay_id=', '')
      const { result } = emulator.control.pay({ prepay_id: prepayId, openid, outcome: 'ok' })
      await emulator.clock.advance(0)
      return result
    },
  })
  return { weapp, householdId }
}

it('an owner who cannot pay at once chooses a plan on the phone, signs it there, pays the first instalment and holds the file', {
  timeout,
}, async () => {
  const { weapp, householdId } = await anOwner('13712345701')
  await weapp.tap('一次缴不了？可以分期')
  await weapp.slide('分几期', 3)
  expect(weapp.lines.join('\n')).toContain('¥650.76')
  await weapp.tap('看协议')
  expect(weapp.lines.join('\n')).toContain('物业费分期缴纳协议')
  for (const consent of consents) await weapp.tap(consent)
  await weapp.tap('用微信手机号签署')
  expect(weapp.lines.join('\n')).toContain('协议签好了')

  await weapp.tap('看我的分期')
  expect(weapp.lines.join('\n')).toContain('按期缴费中')
  await weapp.tap('缴这一期')
  for (let seconds = 0; seconds < 10 && !weapp.has('缴费成功'); seconds++) await weapp.pass(1_500)
  expect(weapp.lines.join('\n')).toContain('缴费成功')
  expect(await given.books.open(householdId)).toEqual([195_228 - 65_076])

  await weapp.tap('回首页')
  await weapp.tap('分期：下一期')
  expect(weapp.has('已缴 1 期，共 3 期')).toBe(true)
  await system.drainJobs()
  await weapp.tap('看全文，或下载 PDF')
  await weapp.tap('下载协议（PDF）')
  const url = weapp.calls.find(({ name }) => name === 'downloadFile')?.options.url
  const file = await fetch(address + String(url))
  expect(new TextDecoder().decode((await file.bytes()).slice(0, 5))).toBe('%PDF-')
  expect(await system.audit()).toEqual([])
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThan(64 * 1_024)
})

it('an owner defers what is due on the phone; nobody presses for it meanwhile', { timeout }, async () => {
  const { weapp } = await anOwner('13712345702')
  await weapp.tap('分期')
  await weapp.tap('申请延期')
  await weapp.tap('晚 15 天缴')
  await weapp.type('为什么要晚些缴', '下个月 15 号发工资')
  await weapp.tap('提交申请')
  expect(weapp.lines.join('\n')).toContain('已同意延期')

  await weapp.back()
  await weapp.tap('账单')
  expect(weapp.lines.join('\n')).toContain('延期中')
  expect(weapp.lines.join('\n')).toContain('延到')
})

it('a browser leaves to prove the phone and comes back to a signed agreement', { timeout }, async () => {
  const phone = '13712345703'
  emulator.control.addPerson({ name: '赵六', phone, note: '欠费' })
  const { householdId } = await given.household({ phone })
  await given.charge(householdId, { owes: '1952.28' })
  const { page, complaints } = await openPages(browser, system)
  await signInAs(page, '赵六')
  await bindPhone(page)
  await page.getByRole('button', { name: '去看账单' }).click()
  await page.getByRole('button', { name: '一次缴不了？可以分期' }).click()
  await page.getByRole('button', { name: '分几期，减少' }).click()
  await page.getByRole('slider', { name: '分几期' }).fill('4')
  await page.getByText('¥488.07').first().waitFor()
  await page.getByRole('button', { name: '看协议' }).click()
  for (const consent of consents) await page.getByRole('checkbox', { name: consent }).click()
  await page.getByRole('button', { name: '用微信手机号签署' }).click()
  await page.getByRole('button', { name: '允许' }).first().click()
  await page.getByText('协议签好了').waitFor()
  await system.drainJobs()
  const file = page.context().waitForEvent('response', (answer) => answer.url().includes('/v1/agreements/'))
  await page.getByRole('button', { name: '下载协议（PDF）' }).click()
  expect((await file).headers()['content-type']).toBe('application/pdf')
  expect(complaints).toEqual([])
})
