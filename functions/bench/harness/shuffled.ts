/** A fixed order that looks like none (Fisher–Yates over mulberry32), so that every run posts the same storm. */
export function shuffled<Item>(items: readonly Item[], seed = 20_261_123): Item[] {
  const left = [...items]
  const result: Item[] = []
  let state = seed
  while (left.length > 0) {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    const at = ((mixed ^ (mixed >>> 14)) >>> 0) % left.length
    const last = left.length - 1
    const [picked, moved] = [left[at], left[last]]
    if (picked === undefined || moved === undefined) break
    result.push(picked)
    left[at] = moved
    left.pop()
  }
  return result
}
