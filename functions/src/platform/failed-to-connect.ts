/** What Node.js and undici call a failure before a connection stood. */
const beforeItStood: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
])
const callsBeforeItStood: ReadonlySet<string> = new Set(['connect', 'getaddrinfo'])

/** A cause has causes of its own; no more than so many are looked through. */
const depthMost = 4

/**
 * Whether a `fetch` failed because no connection came to stand, to none of the addresses of a name: then certainly nothing was
 * asked. Of any other failure that is not known. Pure.
 */
export function failedToConnect(error: unknown, depth = depthMost): boolean {
  if (!(error instanceof Error) || depth === 0) return false
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.every((each) => failedToConnect(each, depth - 1))
  const code = 'code' in error ? error.code : undefined
  const syscall = 'syscall' in error ? error.syscall : undefined
  if (typeof code === 'string' && beforeItStood.has(code)) return true
  if (typeof syscall === 'string' && callsBeforeItStood.has(syscall)) return true
  return failedToConnect(error.cause, depth - 1)
}
