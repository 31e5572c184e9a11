/** Node tells a reviver what was written as well; TypeScript's library does not know of it yet. */
type Reviver = (key: string, value: unknown, written?: { readonly source?: string }) => unknown

/**
 * Parses JSON of WeChat's, whose message ids are whole numbers beyond what a JavaScript number holds: those come as the
 * text that was written. Undefined when it is no JSON.
 */
export function parseWholeIds(text: string): unknown {
  try {
    return JSON.parse(text, wholeIds)
  } catch {
    return undefined
  }
}

const wholeIds: Reviver = (_, value, written) =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? written?.source : value
