import { parseArgs } from 'node:util'
import { defaultSize, readSize } from './sizes.ts'

export interface Arguments {
  /** Names or ids of scenarios; none: all. */
  readonly wanted: readonly string[]
  /** Print the results alone, as JSON. */
  readonly json: boolean
  readonly size: number
}

/** Reads `storm P3 --size 1m --json`. Throws on a flag it does not know. */
export function readArguments(given: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, size: { type: 'string' } },
  })
  return {
    wanted: positionals,
    json: values.json,
    size: values.size === undefined ? defaultSize : readSize(values.size),
  }
}
