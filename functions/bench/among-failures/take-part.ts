import { setTimeout as sleep } from 'node:timers/promises'
import { createWorld } from '../../src/handlers/world.ts'
import type { Clock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { World } from '../../src/platform/context.ts'
import { silentLog } from '../../src/platform/log.ts'
import { continueCampaigns, deliver } from '../../src/reminders/index.ts'
import { answer, whenTold } from '../harness/in-process.ts'

export type Part = 'scheduler' | 'sender'

export interface TakingPart {
  readonly environment: Record<string, string>
  readonly part: Part
  readonly now: Date
}

const noDeadline = new Date('2999-01-01T00:00:00Z')
const pauseMs = 10

/** Does its part again and again, in a process of its own, until it is stopped or killed. It is told what time it is. */
answer(async ({ environment, part, now }: TakingPart): Promise<true> => {
  let told = now
  whenTold<Date>((instant) => {
    told = instant
  })
  const world = createWorld(readConfig(environment), { clock: { now: () => told }, log: silentLog })
  void goOn(part === 'sender' ? () => send(world) : () => continueCampaigns(world, noDeadline))
  return true
})

const send = (world: World) => deliver(world, noDeadline, (ms) => passing(world.clock, ms))

async function passing(clock: Clock, ms: number): Promise<void> {
  const end = clock.now().getTime() + ms
  while (clock.now().getTime() < end) await sleep(pauseMs)
}

async function goOn(work: () => Promise<unknown>): Promise<never> {
  for (;;) {
    await work()
    await sleep(pauseMs)
  }
}
