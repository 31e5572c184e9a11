import { asksAtOnce } from '@anjiao/shared/notice-limits'
import { type Asked, readAsked } from './asked'
import { clientConfig } from './client-config'
import { draftsToCarry, takeDrafts } from './kept-draft'

/** Here no WeChat asks. */
export const isWeChat = false

/** A browser cannot ask for WeChat's messages; a local system has a page that stands in for the phone. */
export const canAskForMessages = async (): Promise<boolean> =>
  (await clientConfig()).subscribePageUrl !== null

/** What was typed and not sent, while the browser is away. */
const carriedAs = 'anjiao.drafts'

/** Leaves for the page that stands in for WeChat's dialog, and comes back to this one with `?subscribed=…`. */
export async function askForMessages(templateIds: readonly string[]): Promise<Asked> {
  try {
    const { subscribePageUrl } = await clientConfig()
    if (subscribePageUrl === null) return { kind: 'not-asked', why: 'unsupported' }
    const page = new URL(subscribePageUrl)
    page.searchParams.set('tmplIds', templateIds.slice(0, asksAtOnce).join(','))
    page.searchParams.set('back', window.location.href)
    window.sessionStorage.setItem(carriedAs, draftsToCarry())
    window.location.assign(page.href)
    return { kind: 'left' }
  } catch {
    return { kind: 'not-asked', why: 'offline' }
  }
}

/** What that page sent the browser back with, once: what WeChat would have told, taken out of the address, and what was typed before. */
export function takeReturnedAsked(): Asked | undefined {
  const here = new URL(window.location.href)
  const subscribed = here.searchParams.get('subscribed')
  if (subscribed === null) return undefined
  const carried = window.sessionStorage.getItem(carriedAs)
  window.sessionStorage.removeItem(carriedAs)
  if (carried !== null) takeDrafts(carried)
  here.searchParams.delete('subscribed')
  window.history.replaceState(window.history.state, '', here.href)
  return readAsked(asJson(subscribed))
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A browser has no such page. */
export const openMessageSettings: (() => void) | undefined = undefined
