import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Type, { type Static, type TSchema } from 'typebox'
import { Check } from 'typebox/value'

/**
 * What the emulator must still know after a restart, one line per change: WeChat does not forget an order because a
 * merchant's machine was switched off. A line is on disk before the answer goes out; the last line of a key holds.
 */
export interface Journal {
  record(table: string, key: string, value: object): void
}

const Line = Type.Object({ table: Type.String(), key: Type.String(), value: Type.Unknown() })

/** Without a folder nothing is kept. */
export function openJournal(dir: string | undefined): { journal: Journal; kept: Kept } {
  if (dir === undefined) return { journal: { record: () => {} }, kept: () => [] }
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'journal.jsonl')
  const lines = readLines(file)
  compact(file, lines)
  return {
    journal: {
      record: (table, key, value) => appendFileSync(file, `${JSON.stringify({ table, key, value })}\n`),
    },
    kept: (table, schema) => {
      const values = [...lines.values()].filter((line) => line.table === table).map((line) => line.value)
      return values.filter((value) => Check(schema, value))
    },
  }
}

/** The rows of a table as they were last written; one that no longer has its shape is left out. */
type Kept = <S extends TSchema>(table: string, schema: S) => Static<S>[]

function readLines(file: string): Map<string, Static<typeof Line>> {
  const lines = new Map<string, Static<typeof Line>>()
  if (!existsSync(file)) return lines
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    const line = readLine(text)
    if (line) lines.set(`${line.table} ${line.key}`, line)
  }
  return lines
}

/** A line torn by a kill is none. */
function readLine(text: string): Static<typeof Line> | undefined {
  try {
    const line: unknown = JSON.parse(text)
    return Check(Line, line) ? line : undefined
  } catch {
    return undefined
  }
}

function compact(file: string, lines: Map<string, Static<typeof Line>>): void {
  const text = [...lines.values()].map((line) => `${JSON.stringify(line)}\n`).join('')
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
}
