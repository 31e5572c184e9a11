import { addDays, businessDate } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import { beforeEach, describe, expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import type { Ctx } from '../platform/context.ts'
import { booksClosedThrough, closeBooks, type Entry, post } from './index.ts'

const { world, clock } = await testWorld()
const yesterday = businessDate('2026-11-22')
const today = businessDate('2026-11-23')

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

const found = (source: string, more: Partial<Entry> = {}): Entry => ({
  kind: 'suspense',
  source,
  businessDate: yesterday,
  lines: [
    { account: 'cash', place: 'till', amountFen: fen(100) },
    { account: 'suspense', amountFen: fen(-100) },
  ],
  ...more,
})

const dayOf = (ctx: Ctx, source: string) =>
  ctx.tx.one<{ businessDate: string }>`
    select business_date from entry where (community_id, source) = (${ctx.community}, ${source})`

describe('a closed day', () => {
  it('takes no entry any more, and the days after it do', async () => {
    const { inside } = await givenCommunity(world)
    await inside((ctx) => closeBooks(ctx, yesterday))
    await expect(inside((ctx) => post(ctx, found('late')))).rejects.toMatchObject({ code: 'day-closed' })
    await expect(
      inside((ctx) => post(ctx, found('later', { businessDate: addDays(yesterday, -30) }))),
    ).rejects.toMatchObject({ code: 'day-closed' })
    await inside((ctx) => post(ctx, found('now', { businessDate: today })))
  })

  it('takes none past the ledger either', async () => {
    const { inside } = await givenCommunity(world)
    await inside((ctx) => closeBooks(ctx, yesterday))
    const pastTheLedger = inside(
      ({ tx, community }) => tx.run`
        insert into entry (community_id, kind, business_date, source, posted_by)
        values (${community}, 'suspense', ${yesterday}, 'by hand', 'test')`,
    )
    await expect(pastTheLedger).rejects.toThrow('the books are closed up to 2026-11-22')
  })

  it('leaves what happened on it and is learnt late to the first open day', async () => {
    const { inside } = await givenCommunity(world)
    await inside((ctx) => closeBooks(ctx, yesterday))
    await inside((ctx) => post(ctx, found('fact', { elseNextOpenDay: true })))
    expect(await inside((ctx) => dayOf(ctx, 'fact'))).toEqual({ businessDate: today })
  })

  it('is closed once, in order, and not before it is over', async () => {
    const { inside } = await givenCommunity(world)
    expect(await inside(booksClosedThrough)).toBeUndefined()
    await inside((ctx) => closeBooks(ctx, yesterday))
    expect(await inside(booksClosedThrough)).toBe(yesterday)
    for (const day of [yesterday, addDays(yesterday, -1)])
      await expect(inside((ctx) => closeBooks(ctx, day))).rejects.toMatchObject({ code: 'day-closed' })
    await expect(inside((ctx) => closeBooks(ctx, today))).rejects.toMatchObject({ code: 'day-not-over' })
  })

  it('is not opened again, by whatever way', async () => {
    const { inside } = await givenCommunity(world)
    await inside((ctx) => closeBooks(ctx, yesterday))
    for (const way of [`update books_closed set through = '2026-11-21'`, 'delete from books_closed'])
      await expect(inside(({ tx }) => tx.execute(way))).rejects.toThrow(/closed up to|permission denied/)
  })

  it('is closed for its own community and by nobody else', async () => {
    const here = await givenCommunity(world)
    const there = await givenCommunity(world)
    await here.inside((ctx) => closeBooks(ctx, yesterday))
    await there.inside((ctx) => post(ctx, found('theirs')))
    await expect(
      here.inside(({ tx }) => tx.run`select close_books(${there.community}, ${yesterday})`),
    ).rejects.toThrow('only a community itself')
  })

  it('waits for what is being written for it, and then counts it', async () => {
    const { inside } = await givenCommunity(world)
    let closing: Promise<number> | undefined
    await inside(async (ctx) => {
      await post(ctx, found('in time'))
      closing = inside(async (closer) => {
        await closeBooks(closer, yesterday)
        const { entries } = await closer.tx.one<{ entries: number }>`
          select count(*) as entries from entry
           where (community_id, business_date) = (${closer.community}, ${yesterday})`
        return entries
      })
      await untilAnotherWaitsForTheBooks(ctx)
    })
    expect(await closing).toBe(1)
  })
})

async function untilAnotherWaitsForTheBooks({ tx }: Ctx): Promise<void> {
  for (let asked = 0; asked < 100_000; asked++) {
    const { waiting } = await tx.one<{ waiting: number }>`
      select count(*) as waiting from pg_locks
       where not granted and locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`
    if (waiting > 0) return
  }
  throw new Error('nobody waits')
}
