import type { Comparison } from './comparison.ts'
import type { Merchant } from './merchant.ts'
import type { BenchServer } from './server.ts'
import type { Sizes } from './sizes.ts'
import type { TpcB } from './tpc-b.ts'

/** What every scenario works with. */
export interface Bench {
  readonly sizes: Sizes
  /** Started by the first scenario that needs it. */
  readonly server: () => Promise<BenchServer>
  /** Made by the first scenario that needs it. */
  readonly tpcB: () => Promise<TpcB>
  readonly merchant: () => Promise<Merchant>
  /** Says how far it is, beside the results. */
  readonly say: (line: string) => void
}

export interface Scenario {
  readonly id: string
  /** How the command line calls it. */
  readonly name: string
  readonly run: (bench: Bench) => Promise<Comparison[]>
}
