import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { screens } from '../testing/browser/index.ts'
import type { TestSystem } from '../testing/system.ts'

/** Real pages over real HTTP on a busy machine. */
const patienceMs = 40_000

/** Opens the pages in a browser of their own; what the pages complain about fails the test that asks for it. */
export async function openPages(
  browser: Browser,
  { address }: TestSystem,
  screen: BrowserContextOptions = screens.phone,
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext(screen)
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(address)
  return { page, complaints }
}

/** Signs in as somebody whom the people page knows by name. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '微信登录' }).click()
  await page.getByRole('button', { name }).click()
}

/** Reads the privacy notice, agrees, and lets WeChat vouch for the phone. */
export async function bindPhone(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开始关联' }).click()
  await page.getByRole('button', { name: '先看隐私说明' }).click()
  await page.getByRole('button', { name: '同意并继续' }).click()
  await page.getByRole('button', { name: '用微信手机号核对' }).click()
  await page.getByRole('button', { name: '允许' }).first().click()
}

/** Signs in as somebody of the staff for the first time, and takes up the post. */
export async function takeUpPost(page: Page, name: string): Promise<void> {
  await signIn(page, name)
  await bindPhone(page)
  await page.getByText('员工身份已开通').waitFor()
}

/** Goes from the first page to WeChat's payment sheet, all that is due chosen. */
export async function goAndPay(page: Page): Promise<void> {
  await page.getByRole('button', { name: '去缴费' }).first().click()
  await page.getByRole('button', { name: '微信支付' }).click()
  await page.getByRole('button', { name: '确认支付' }).waitFor()
}
