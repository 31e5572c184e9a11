/** A key for one intention of the person: sent with a write and with each retry of it, so that it is done once. */
export function newIntention(): string {
  const part = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0')
  return `${Date.now().toString(36)}-${part()}-${part()}`
}

/**
 * Remembers the key of what is being attempted. While the outcome is unsure the same input keeps its key, so that
 * pressing again repeats the request instead of doing it twice; another input, a success or a clear refusal ends it.
 */
export class Attempt {
  private known: { input: string; key: string } | undefined

  keyFor(input: unknown): string {
    const asText =
      JSON.stringify(input, (_, value) => (value instanceof Uint8Array ? fileName(value) : value)) ?? ''
    if (this.known?.input !== asText) this.known = { input: asText, key: newIntention() }
    return this.known.key
  }

  /** The outcome is known. */
  end(): void {
    this.known = undefined
  }
}

const files = new WeakMap<Uint8Array, string>()
let filesSeen = 0

/** A file stands for itself: its megabytes are not compared. */
function fileName(bytes: Uint8Array): string {
  const name = files.get(bytes) ?? `file ${++filesSeen}`
  files.set(bytes, name)
  return name
}
