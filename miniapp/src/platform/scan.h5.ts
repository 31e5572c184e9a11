/** A browser page has no scanner; the code's text is typed instead. */
export const canScan = false

export const scanCode = (): Promise<string | undefined> => Promise.resolve(undefined)
