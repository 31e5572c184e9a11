import { addDays, businessDate } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { closeBooks } from '../ledger/index.ts'
import { givenCommunity } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { reconciledDays } from './days.ts'

const { world, clock } = await testWorld()
const today = businessDate('2026-11-23')

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

describe('the days that are shown', () => {
  it('end with yesterday, newest first', async () => {
    const { inside } = await givenCommunity(world)
    await inside((ctx) => closeBooks(ctx, addDays(today, -2)))
    const days = await inside(reconciledDays)
    expect(days).toHaveLength(31)
    expect(days.slice(0, 2)).toMatchObject([
      { day: '2026-11-22', closed: false, next: true },
      { day: '2026-11-21', closed: true, next: false },
    ])
  })

  it.each([40, 100, 400])('reach back to the one that is closed next, %i days ago', async (ago) => {
    const { inside } = await givenCommunity(world)
    await inside((ctx) => closeBooks(ctx, addDays(today, -ago - 1)))
    const days = await inside(reconciledDays)
    expect(days.filter(({ next }) => next)).toMatchObject([{ day: addDays(today, -ago) }])
    expect(days.length).toBeLessThanOrEqual(92)
  })
})
