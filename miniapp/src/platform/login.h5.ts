export const signsInSilently = false

/** A browser has no silent login. */
export const askLoginCode = (): Promise<string | undefined> => Promise.resolve(undefined)

/**
 * Leaves for the page on which one picks who one is, and comes back to this one with `?code=…`. What the code is for
 * travels in our own `asked`, since a login code and a phone code look alike.
 */
export function goToPeoplePage(peoplePageUrl: string, kind: 'login' | 'phone'): void {
  const back = new URL(window.location.href)
  back.searchParams.delete('code')
  back.searchParams.set('asked', kind)
  const page = new URL(peoplePageUrl)
  page.searchParams.set('kind', kind)
  page.searchParams.set('back', back.href)
  window.location.assign(page.href)
}

/** The code with which the people page sent the person back, once: it is taken out of the address. */
export function takeReturnedCode(): { kind: 'login' | 'phone'; code: string } | undefined {
  const here = new URL(window.location.href)
  const code = here.searchParams.get('code')
  const asked = here.searchParams.get('asked')
  if (asked === null) return undefined
  for (const name of ['code', 'asked', 'denied']) here.searchParams.delete(name)
  window.history.replaceState(window.history.state, '', here.href)
  return code === null ? undefined : { kind: asked === 'phone' ? 'phone' : 'login', code }
}
