import { addDays, businessDate } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { closeBooks } from '../ledger/index.ts'
import { givenCommunity } from '../local/testing/given.ts'
import { givenCounter } from '../local/testing/given-counter.ts'
import { testWorld } from '../local/testing/world.ts'
import { closeBusinessDay, whatDayLacks } from './close-business-day.ts'
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

describe('a day on which somebody had a till', () => {
  it('is not closed before the till is counted and confirmed by a second person', async () => {
    const given = await givenCounter(world)
    const session = await given.open()
    clock.set('2026-11-24T10:00:00+08:00')
    const lacks = () => given.inside((ctx) => whatDayLacks(ctx, today))
    expect(await lacks()).toMatchObject({ tills: 1 })
    await expect(given.inside((ctx) => closeBusinessDay(ctx, today))).rejects.toMatchObject({
      code: 'day-unexplained',
    })
    await given.count(session.id, '0')
    expect(await lacks()).toMatchObject({ tills: 1 })
    await given.confirm(session.id)
    expect(await lacks()).toMatchObject({ tills: 0 })
  })

  it('does not wait for a till that was opened the day after', async () => {
    const given = await givenCounter(world)
    clock.set('2026-11-24T10:00:00+08:00')
    await given.open()
    expect(await given.inside((ctx) => whatDayLacks(ctx, today))).toMatchObject({ tills: 0 })
  })
})
