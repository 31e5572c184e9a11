import pg from 'pg'

const { builtins } = pg.types

/**
 * How column values reach the program: whole numbers exactly or not at all, days as text (a JavaScript Date would
 * drag a time zone into them), everything else as `pg` reads it.
 */
export function readColumn(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (type === builtins.INT8) return wholeNumber
  if (type === builtins.DATE) return (text) => text
  if (type === int8Array) return (text) => elements(text).map(wholeNumber)
  if (type === dateArray) return elements
  return pg.types.getTypeParser(type, format)
}

const int8Array = 1016
const dateArray = 1182

/** Of an array whose elements are never quoted. */
const elements = (text: string): string[] => text.slice(1, -1).split(',').filter(Boolean)

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`beyond what can be counted exactly: ${text}`)
  return value
}

const camelCase = new Map<string, string>()

export function toCamelCase(column: string): string {
  let name = camelCase.get(column)
  if (name === undefined) {
    name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    camelCase.set(column, name)
  }
  return name
}
