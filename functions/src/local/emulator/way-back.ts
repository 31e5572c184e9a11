import type { Answer } from './exchange.ts'
import type { People, Person } from './people.ts'

/**
 * Where a page sends the person back to: only to pages of this machine. What it says goes into the query, before any
 * `#`, as WeChat's own redirects do.
 */
export function wayBack(
  back: string | null | undefined,
  says: Readonly<Record<string, string>>,
): string | undefined {
  if (!back || !URL.canParse(back)) return undefined
  const url = new URL(back)
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (!local || !['http:', 'https:'].includes(url.protocol)) return undefined
  for (const [name, value] of Object.entries(says)) url.searchParams.set(name, value)
  return url.href
}

export const redirect = (location: string, headers: Record<string, string> = {}): Answer => ({
  status: 303,
  headers: { ...headers, location },
})

const cookieName = 'emulated_wechat_user'

/** Whose WeChat this browser is: the person last picked in it, unless the emulator was made anew since. */
export function pickedPerson(people: People, cookies: string | undefined): Person | undefined {
  const openid = new RegExp(`(?:^|; )${cookieName}=([^;]+)`).exec(cookies ?? '')?.[1]
  return openid === undefined ? undefined : people.byOpenid(decodeURIComponent(openid))
}

export const pickedCookie = (openid: string): Record<string, string> => ({
  'set-cookie': `${cookieName}=${encodeURIComponent(openid)}; Path=/; HttpOnly; SameSite=Lax`,
})
