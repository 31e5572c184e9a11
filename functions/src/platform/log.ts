/** What may be said in a log line. Never a token, a phone number, an openid, or what WeChat sent in cipher. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>

/** One JSON line per happening, for machines to search. */
export interface Log {
  info(happening: string, facts?: LogFacts): void
  error(happening: string, error: unknown, facts?: LogFacts): void
}

export function logTo(write: (line: string) => void): Log {
  const line = (level: string, happening: string, facts: LogFacts) =>
    write(JSON.stringify({ level, happening, ...facts }))
  return {
    info: (happening, facts = {}) => line('info', happening, facts),
    error: (happening, error, facts = {}) => line('error', happening, { ...facts, ...described(error) }),
  }
}

export const silentLog: Log = { info() {}, error() {} }

/** Message and stack only: other fields of an error may hold a whole request. */
function described(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: String(error) }
  const cause = error.cause instanceof Error ? error.cause.message : undefined
  return { error: `${error.name}: ${error.message}`, stack: error.stack, cause }
}
