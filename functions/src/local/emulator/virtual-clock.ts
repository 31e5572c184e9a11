import type { Clock } from '../../platform/clock.ts'

/**
 * The emulator's time, and the agenda that hangs on it. A running clock is real time plus an offset; a frozen one
 * stands still until it is moved, so that a test waits for nothing. Moving either forward carries out what falls due
 * on the way, in order, each at its own instant.
 */
export interface VirtualClock extends Clock {
  readonly frozen: boolean
  /** Moves forward; resolves when everything that fell due has been carried out. */
  advance(ms: number): Promise<void>
  /** Moves to an instant. Moving back carries out nothing. */
  set(instant: Date): Promise<void>
  /** Puts a task on the agenda. Tasks must not throw. */
  at(dueAtMs: number, task: () => Promise<void>): void
  /** Drops the agenda and waits for what is under way. */
  stop(): Promise<void>
}

export const runningClock = (): VirtualClock => createClock(undefined)

/** A clock that stands at an instant. */
export const frozenClock = (instant: Date): VirtualClock => createClock(instant.getTime())

interface Entry {
  readonly dueAtMs: number
  readonly task: () => Promise<void>
}

/** The longest a timer can be set for. */
const maxTimerMs = 2 ** 31 - 1

function createClock(frozenAtMs: number | undefined): VirtualClock {
  let standingMs = frozenAtMs
  let offsetMs = 0
  let agenda: Entry[] = []
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const underWay = new Set<Promise<void>>()

  const nowMs = (): number => standingMs ?? Date.now() + offsetMs
  const moveTo = (ms: number): void => {
    if (standingMs === undefined) offsetMs = ms - Date.now()
    else standingMs = ms
  }

  const nextDueMs = (): number =>
    agenda.reduce((earliest, { dueAtMs }) => Math.min(earliest, dueAtMs), Number.POSITIVE_INFINITY)

  /** Starts everything due by now, without waiting for one before the next. */
  const startDue = (): void => {
    const due = agenda.filter((entry) => entry.dueAtMs <= nowMs())
    agenda = agenda.filter((entry) => entry.dueAtMs > nowMs())
    for (const { task } of due) {
      const work = task().finally(() => underWay.delete(work))
      underWay.add(work)
    }
    setTimer()
  }
  const setTimer = (): void => {
    clearTimeout(timer)
    if (stopped || standingMs !== undefined || agenda.length === 0) return
    timer = setTimeout(startDue, Math.min(Math.max(nextDueMs() - nowMs(), 0), maxTimerMs))
  }
  const settled = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all(underWay)
  }
  const moveForwardTo = async (targetMs: number): Promise<void> => {
    for (;;) {
      const next = nextDueMs()
      if (next > targetMs) break
      moveTo(Math.max(next, nowMs()))
      startDue()
      await settled()
    }
    moveTo(Math.max(targetMs, nowMs()))
    setTimer()
    await settled()
  }

  return {
    frozen: frozenAtMs !== undefined,
    now: () => new Date(nowMs()),
    advance: (ms) => moveForwardTo(nowMs() + ms),
    set: async (instant) => {
      if (instant.getTime() < nowMs()) moveTo(instant.getTime())
      else await moveForwardTo(instant.getTime())
      setTimer()
    },
    at: (dueAtMs, task) => {
      agenda.push({ dueAtMs, task })
      setTimer()
    },
    stop: async () => {
      stopped = true
      agenda = []
      clearTimeout(timer)
      await settled()
    },
  }
}
