import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { installedBrowser } from './installed-browser.ts'

/** A real Chromium with Chinese fonts, from npm alone. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await installedBrowser()
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  })
}

/** What residents hold in their hands, and what staff sit before: for `browser.newContext(…)`. */
export const screens = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, locale: 'zh-CN' },
  desktop: { viewport: { width: 1280, height: 800 }, locale: 'zh-CN' },
} as const satisfies Record<string, BrowserContextOptions>
