/** When a tap was told, by whom: instants in ms, in any order. */
export interface Tellings {
  readonly phone: readonly number[]
  readonly wechat: readonly number[]
}

/** The phone and WeChat tell of one tap within this time of one another. Ours: a phone may have been out of reach. */
export const sameTapMs = 10 * 60_000

/**
 * How many tellings of one side are of taps that the other side tells too: as many as can be paired one to one within
 * ten minutes. In order of time the first that can be paired are, which leaves the most to those after them. Pure.
 */
export function toldTwice({ phone, wechat }: Tellings): number {
  const [ours, theirs] = [inOrder(phone), inOrder(wechat)]
  let [pairs, at] = [0, 0]
  for (const told of ours) {
    while ((theirs[at] ?? Number.POSITIVE_INFINITY) < told - sameTapMs) at++
    const other = theirs[at]
    if (other === undefined) break
    if (other > told + sameTapMs) continue
    pairs++
    at++
  }
  return pairs
}

/** How many taps lie behind what the phone and WeChat tell, the fewest that explain it. */
export const tapsTold = (told: Tellings): number => told.phone.length + told.wechat.length - toldTwice(told)

const inOrder = (instants: readonly number[]) => instants.toSorted((a, b) => a - b)
