/** Throws RangeError unless the text has 1 to `max` characters. */
export function requireLength(name: string, text: string, max: number): void {
  const { length } = text
  if (length < 1 || length > max) throw new RangeError(`${name} has ${length} characters, not 1 to ${max}`)
}
