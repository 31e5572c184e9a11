/** How much of everything one run of the bench does, by the one number that `--size` gives. */
export interface Sizes {
  readonly households: number
  /** The same scenario a tenth as large: how a time grows is read off the two. */
  readonly householdsTenth: number
  readonly rowsOneByOne: number
  readonly plans: number
  readonly plansTenth: number
  readonly messages: number
  readonly reminded: number
  readonly remindedTenth: number
  readonly remindedPaced: number
  readonly remindedAmongFailures: number
  readonly posts: number
  readonly ordersFew: number
  readonly ordersMany: number
  readonly settlements: number
  readonly pages: number
  readonly postingsFew: number
  readonly postingsMany: number
  readonly billLines: number
  readonly billLinesTenth: number
  readonly coldStarts: number
}

export const defaultSize = 100_000
const millionPostings = 24_000_000

/** The sizes of the full bench at 100,000; at 1,000,000 the large tables grow, below 100,000 everything shrinks, for a quick look. */
export function sizesOf(size: number): Sizes {
  const share = (whole: number) => Math.max(1, Math.round(whole * Math.min(1, size / defaultSize)))
  return {
    households: size,
    householdsTenth: Math.ceil(size / 10),
    rowsOneByOne: share(5_000),
    plans: share(100_000),
    plansTenth: share(10_000),
    messages: share(20_000),
    reminded: share(100_000),
    remindedTenth: share(10_000),
    remindedPaced: share(4_000),
    remindedAmongFailures: Math.max(400, share(20_000)),
    posts: share(10_000),
    ordersFew: share(10_000),
    ordersMany: size,
    settlements: share(5_000),
    pages: share(5_000),
    postingsFew: share(100_000),
    postingsMany: size >= 1_000_000 ? millionPostings : share(1_000_000),
    billLines: Math.max(40_000, share(1_000_000)),
    billLinesTenth: Math.max(4_000, share(100_000)),
    coldStarts: Math.max(3, share(15)),
  }
}

/** `500`, `10k`, `1m`. Throws on anything else. */
export function readSize(text: string): number {
  const [, digits, unit = ''] = /^(\d+)(k|m)?$/i.exec(text) ?? []
  const size = Number(digits) * ({ '': 1, k: 1_000, m: 1_000_000 }[unit.toLowerCase()] ?? 1)
  if (!(size >= 500)) throw new Error(`--size takes a number from 500 on, such as 10k or 1m, not "${text}"`)
  return size
}

/** `100 k`, `1 M`, as the table shows it. */
export const shortCount = (count: number): string => {
  if (count >= 1_000_000) return `${Number((count / 1_000_000).toPrecision(3))} M`
  return count >= 1_000 ? `${Number((count / 1_000).toPrecision(3))} k` : String(count)
}
