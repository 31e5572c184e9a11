interface Timer {
  readonly id: number
  dueMs: number
  readonly everyMs: number | undefined
  readonly run: () => void
}

/** A bound on timers fired in one go, so that a page that renders for ever fails its test instead of hanging it. */
const timersMax = 20_000

/** Time as the mini-program sees it: it stands still until the test lets it pass, then timers fire in their order. */
export class VirtualTime {
  private passedMs = 0
  private lastId = 0
  private readonly timers = new Map<number, Timer>()
  private readonly startMs: number

  constructor(startMs: number) {
    this.startMs = startMs
  }

  now(): number {
    return this.startMs + this.passedMs
  }

  set(run: () => void, waitMs: number, repeat: boolean): number {
    const id = ++this.lastId
    const wait = Math.max(repeat ? 1 : 0, waitMs)
    this.timers.set(id, { id, dueMs: this.passedMs + wait, everyMs: repeat ? wait : undefined, run })
    return id
  }

  clear(id: number): void {
    this.timers.delete(id)
  }

  /**
   * Lets time pass and fires what falls due, with `rest` after each, in which promises get their turn. Time itself
   * moves on only as far as the last timer fired, unless `whole` is asked for.
   */
  async pass(ms: number, rest: () => Promise<void>, whole: boolean): Promise<void> {
    const untilMs = this.passedMs + ms
    for (let fired = 0; ; fired++) {
      await rest()
      const next = this.firstDue(untilMs)
      if (!next) break
      if (fired > timersMax)
        throw new Error(`more than ${timersMax} timers fired without the page coming to rest`)
      this.passedMs = Math.max(this.passedMs, next.dueMs)
      if (next.everyMs === undefined) this.timers.delete(next.id)
      else next.dueMs = this.passedMs + next.everyMs
      next.run()
    }
    if (whole) this.passedMs = untilMs
  }

  private firstDue(untilMs: number): Timer | undefined {
    let first: Timer | undefined
    for (const timer of this.timers.values()) {
      if (timer.dueMs <= untilMs && (!first || timer.dueMs < first.dueMs)) first = timer
    }
    return first
  }
}
