import { describe, expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { schedule, taskNames } from './schedule.ts'

const { world } = await testWorld()
const withTime = (ms: number) => ({ getRemainingTimeInMillis: () => ms })

describe('the scheduled function', () => {
  it.each(taskNames)('does %s, and may be called twice', async (task) => {
    await givenCommunity(world)
    expect(await schedule(world)({ task }, withTime(60_000))).toMatchObject({ task })
    expect(await schedule(world)({ task }, withTime(60_000))).toMatchObject({ task, done: 0 })
  })

  it('begins nothing when no time is left', async () => {
    expect(await schedule(world)({ task: 'payment-sweep' }, withTime(0))).toMatchObject({ done: 0 })
  })
})
