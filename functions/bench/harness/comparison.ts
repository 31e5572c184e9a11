/** One figure of ours beside what it is measured against. Of absolute figures only `ratio` travels from machine to machine. */
export interface Comparison {
  /** The scenario, such as `P4`. */
  readonly id: string
  readonly what: string
  readonly size: string
  readonly floor: number
  readonly system: number
  readonly unit: string
  /** `system / floor`. */
  readonly ratio: number
  /** What the ratio should be; null where the figure is for orientation only. */
  readonly aim: string | null
  readonly ok: boolean
}

export interface Aim {
  readonly text: string
  met(ratio: number): boolean
}

/** For times, sizes and other figures of which less is better. */
export const atMost = (limit: number): Aim => ({ text: `≤ ${limit}`, met: (ratio) => ratio <= limit })
/** For work done per second. */
export const atLeast = (limit: number): Aim => ({ text: `≥ ${limit}`, met: (ratio) => ratio >= limit })

export interface Figures {
  readonly id: string
  readonly what: string
  readonly size: string
  readonly floor: number
  readonly system: number
  readonly unit: string
  readonly aim: Aim | null
}

export function compare({ id, what, size, floor, system, unit, aim }: Figures): Comparison {
  const ratio = system / floor
  return {
    id,
    what,
    size,
    floor: rounded(floor),
    system: rounded(system),
    unit,
    ratio: rounded(ratio),
    aim: aim?.text ?? null,
    ok: aim === null || aim.met(ratio),
  }
}

const rounded = (value: number): number =>
  Math.abs(value) >= 1_000 ? Math.round(value) : Number(value.toPrecision(3))
