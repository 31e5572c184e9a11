import { expect, it } from 'vitest'
import { testClock } from '../local/testing/world.ts'
import { inTurn } from './in-turn.ts'

it('lets callers through so far apart, however many ask at once, and makes nobody wait who comes later', async () => {
  const clock = testClock('2026-11-23T10:00:00+08:00')
  const waits: number[] = []
  const turn = inTurn(clock, 50, (ms) => Promise.resolve(waits.push(ms)))
  await Promise.all([turn(), turn(), turn()])
  expect(waits).toEqual([50, 100])
  clock.advance({ seconds: 1 })
  await turn()
  expect(waits).toEqual([50, 100])
})
