import { join } from 'node:path'
import { type Started, startProcess } from '../harness/in-process.ts'
import type { Part, TakingPart } from './take-part.ts'

const parts: readonly Part[] = ['scheduler', 'scheduler', 'sender', 'sender']

/** Two who plan and two who send, each in a process of its own. */
export interface Crew {
  /** Tells all what time it is. */
  setTime(now: Date): void
  /** Kills one of them; another takes its place, and is there a little later. */
  killOne(which: number): Promise<void>
  /** Sends all home. Nobody is left to be sent home twice. */
  stop(): Promise<void>
}

export async function startCrew(environment: Record<string, string>, start: Date): Promise<Crew> {
  let now = start
  const enter = async (part: Part): Promise<Started<true>> => {
    const entered = await startProcess<TakingPart, true>(join(import.meta.dirname, 'take-part.ts'), {
      environment,
      part,
      now,
    })
    entered.tell(now)
    return entered
  }
  const crew = parts.map((part) => ({ part, entered: enter(part) }))
  await Promise.all(crew.map(({ entered }) => entered))
  return {
    setTime(instant) {
      now = instant
      for (const { entered } of crew) void entered.then(({ tell }) => tell(instant))
    },
    async killOne(which) {
      const one = crew[which % crew.length]
      if (!one) return
      await (await one.entered).kill()
      one.entered = enter(one.part)
    },
    async stop() {
      for (const { entered } of crew.splice(0)) await (await entered).stop()
    },
  }
}
