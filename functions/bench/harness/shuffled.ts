import { numbersFrom } from './numbers-from.ts'

/** A fixed order that looks like none (Fisher–Yates), so that every run posts the same storm. */
export function shuffled<Item>(items: readonly Item[], seed = 20_261_123): Item[] {
  const left = [...items]
  const result: Item[] = []
  const next = numbersFrom(seed)
  while (left.length > 0) {
    const at = next() % left.length
    const last = left.length - 1
    const [picked, moved] = [left[at], left[last]]
    if (picked === undefined || moved === undefined) break
    result.push(picked)
    left[at] = moved
    left.pop()
  }
  return result
}
