import type { Browser, Page } from 'playwright-core'
import { screens } from '../../functions/src/local/testing/browser/index.ts'

export interface Resident {
  readonly size: string
  /** The version of the privacy notice that was agreed to on this phone. */
  readonly agreed?: number
}

/** Opens a page on a phone's screen as a resident who is signed in. All that the browser complains about is kept. */
export async function openH5(
  browser: Browser,
  url: string,
  resident: Resident,
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext(screens.phone)
  await context.addInitScript(({ size, agreed }) => {
    const keep = (name: string, data: unknown) => localStorage.setItem(name, JSON.stringify({ data }))
    keep('anjiao.text-size', size)
    keep('anjiao.session', { accessToken: 'a', refreshToken: 'b' })
    if (agreed !== undefined) keep('anjiao.privacy', agreed)
  }, resident)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() !== 'log' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url)
  return { page, complaints }
}
