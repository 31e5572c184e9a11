import type { Page } from 'playwright-core'

/** How far the page scrolls sideways: a page that does is cut off for whoever does not know. */
export const sidewaysPx = (page: Page) =>
  page.evaluate(() => {
    const widest = [...document.querySelectorAll('.page *')].map((one) => one.getBoundingClientRect().right)
    return Math.max(0, Math.ceil(Math.max(...widest) - window.innerWidth))
  })

/** What can be pressed and is smaller than this, by its words. */
export const smallTargets = (page: Page, leastPx: number) =>
  page.evaluate((least) => {
    const targets = [...document.querySelectorAll('button, input, select, textarea, [role=radio]')]
    return targets
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect()
        return width > 0 && Math.min(width, height) < least
      })
      .map((target) => target.textContent)
  }, leastPx)

/** Words that are written smaller than this. */
export const smallText = (page: Page, leastPx: number) =>
  page.evaluate((least) => {
    const small = [...document.querySelectorAll('.page *')].filter((one) => {
      const hasWords = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      return hasWords && Number.parseFloat(getComputedStyle(one).fontSize) < least
    })
    return small.map((one) => one.textContent)
  }, leastPx)
