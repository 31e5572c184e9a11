import { describe, expect, it } from 'vitest'
import { frozenClock, runningClock } from './virtual-clock.ts'

const start = new Date('2026-11-23T04:00:00Z')
const seconds = (count: number) => start.getTime() + count * 1000

describe('a frozen clock', () => {
  it('stands still, and does nothing by itself', async () => {
    const clock = frozenClock(start)
    let done = false
    clock.at(seconds(0), async () => {
      done = true
    })
    expect([clock.now(), done]).toEqual([start, false])
    await clock.advance(0)
    expect([clock.now(), done]).toEqual([start, true])
  })

  it('carries out what falls due on the way, in order, each at its own instant', async () => {
    const clock = frozenClock(start)
    const seen: string[] = []
    const note = (name: string) => async () => {
      await Promise.resolve()
      seen.push(`${name} ${(clock.now().getTime() - start.getTime()) / 1000}`)
    }
    clock.at(seconds(30), note('late'))
    clock.at(seconds(10), async () => {
      await note('early')()
      clock.at(seconds(20), note('follower'))
    })
    clock.at(seconds(61), note('not yet'))
    await clock.advance(60_000)
    expect(seen).toEqual(['early 10', 'follower 20', 'late 30'])
    expect(clock.now().getTime()).toBe(seconds(60))
  })

  it('can be set forward, which does the work, and back, which does none', async () => {
    const clock = frozenClock(start)
    let done = 0
    clock.at(seconds(10), async () => {
      done += 1
    })
    await clock.set(new Date(seconds(-100)))
    expect([clock.now().getTime(), done]).toEqual([seconds(-100), 0])
    await clock.set(new Date(seconds(10)))
    expect([clock.now().getTime(), done]).toEqual([seconds(10), 1])
  })

  it('forgets its agenda when stopped', async () => {
    const clock = frozenClock(start)
    let done = false
    clock.at(seconds(1), async () => {
      done = true
    })
    await clock.stop()
    await clock.advance(5_000)
    expect(done).toBe(false)
  })
})

describe('a running clock', () => {
  it('does what is due by itself, and jumps when told', async () => {
    const clock = runningClock()
    await new Promise<void>((resolve) => {
      clock.at(clock.now().getTime(), async () => resolve())
    })
    const before = Date.now()
    const jumped = new Promise<number>((resolve) => {
      clock.at(clock.now().getTime() + 3_600_000, async () => resolve(clock.now().getTime()))
    })
    await clock.advance(7_200_000)
    expect(await jumped).toBeGreaterThanOrEqual(before + 3_600_000)
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(before + 7_200_000)
    await clock.stop()
  })
})
