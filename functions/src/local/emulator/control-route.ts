import type { Static, TSchema } from 'typebox'
import { Check, Errors } from 'typebox/value'
import { ControlError } from './control-error.ts'

/** One control over HTTP: JSON in, and something to write as JSON out. */
export type Route = (input: unknown) => unknown

/** For what has nothing to tell. */
export function done(deed: () => void) {
  deed()
  return { done: true }
}

export function shaped<S extends TSchema>(schema: S, input: unknown): Static<S> {
  if (Check(schema, input)) return input
  const [first] = Errors(schema, input)
  throw new ControlError(`${first?.instancePath || 'the input'} ${first?.message ?? 'has another shape'}`)
}
