/** What happens to the next few of something, in order, each as often as it says. */
export interface Countdown<Each extends { readonly times?: number }> {
  add(each: Each): void
  /** The first of those to which this applies, used up by one. */
  take(applies?: (each: Each) => boolean): Each | undefined
  reset(): void
}

export function createCountdown<Each extends { readonly times?: number }>(): Countdown<Each> {
  let waiting: Each[] = []
  return {
    add: (each) => {
      waiting.push(each)
    },
    take: (applies = () => true) => {
      const hit = waiting.find(applies)
      if (!hit) return undefined
      const left = { ...hit, times: (hit.times ?? 1) - 1 }
      waiting = waiting.flatMap((each) => (each !== hit ? [each] : left.times > 0 ? [left] : []))
      return hit
    },
    reset: () => {
      waiting = []
    },
  }
}
