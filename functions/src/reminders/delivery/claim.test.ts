import pg from 'pg'
import { expect, it } from 'vitest'
import { givenReminders, worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { Ctx } from '../../platform/context.ts'
import { claim } from './claim.ts'
import { nextLane, nextPaced } from './next-lane.ts'

const { world: plain, superuserUrl } = await testWorld()
const { world } = worldWithMessages(plain)
const letters = 2_000

/** A campaign of which three messages are due, behind letters that wait for somebody to print them. */
async function behindLetters() {
  const it = await givenReminders(world)
  const lane = await it.campaign()
  const homes = await Promise.all(Array.from({ length: 3 }, () => it.debtor()))
  for (const home of homes) await it.remind(lane, { ...home, chargeIds: [home.chargeId] })
  await it.inside(
    ({ tx, community, now }) => tx.run`
      with noticed as (
        insert into notice (community_id, household_id, kind, key, campaign_id, channels, made_at, not_after)
        select ${community}::integer, ${homes[0]?.householdId}::bigint, 'reminder', 'letter:' || nth, ${lane}::bigint, '{letter}', ${now}::timestamptz,
               ${now}::timestamptz + interval '7 days'
          from generate_series(1, ${letters}::integer) nth
        returning id, household_id
      )
      insert into delivery (community_id, notice_id, household_id, channel, lane, send_after)
      select ${community}::integer, id, household_id, 'letter', ${lane}::bigint, ${now}::timestamptz - interval '1 day' from noticed`,
  )
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  await client.query('analyze delivery')
  await client.end()
  return { ...it, lane }
}

/** As after some runs of a prepared statement, when PostgreSQL no longer plans anew for what it is given. */
const planOnce = ({ tx }: Ctx) => tx.run`select set_config('plan_cache_mode', 'force_generic_plan', true)`

/** How many messages this transaction has read, whatever came of it. */
async function read({ tx }: Ctx): Promise<number> {
  const { tuples } = await tx.one<{ tuples: number }>`
    select seq_tup_read + idx_tup_fetch as tuples from pg_stat_xact_user_tables where relname = 'delivery'`
  return tuples
}

it('whoever sends reads nothing of the letters that wait to be printed', async () => {
  const it = await behindLetters()
  const { next, claimed, messages } = await it.inside(async (ctx) => {
    await planOnce(ctx)
    const next = await nextLane(ctx, { channels: ['subscription', 'sms'] })
    const claimed = await claim(ctx, { lane: it.lane, channels: ['subscription', 'sms'], most: 200 })
    await nextPaced(ctx)
    return { next, claimed, messages: await read(ctx) }
  })
  expect(next?.lane).toBe(it.lane)
  expect(claimed).toHaveLength(3)
  expect(messages).toBeLessThan(30)
})

it('what a template that is not taken would say waits, and holds up nothing else', async () => {
  const it = await behindLetters()
  const kinds = await it.inside(async (ctx) => {
    await ctx.tx.run`
      update notice set kind = 'bill'
       where community_id = ${ctx.community} and id = (select max(notice_id) from delivery
                                                        where community_id = ${ctx.community} and channel = 'subscription')`
    const wanted = { lane: it.lane, channels: ['subscription'], most: 2 } as const
    const claimed = [
      await claim(ctx, { ...wanted, without: [{ channel: 'subscription', kind: 'reminder' }] }),
      await claim(ctx, { ...wanted, without: [{ channel: 'sms', kind: 'reminder' }] }),
    ]
    return claimed.map((each) => each.map(({ kind }) => kind))
  })
  expect(kinds).toEqual([['bill'], ['reminder', 'reminder']])
})

it('a campaign of which only letters are left keeps no sender waiting for its pace', async () => {
  const it = await behindLetters()
  const paced = await it.inside(async (ctx) => {
    await ctx.tx.run`
      update campaign set per_minute = 60, next_at = ${ctx.now}::timestamptz + interval '1 minute'
       where (community_id, id) = (${ctx.community}, ${it.lane})`
    await ctx.tx.run`
      update delivery set state = 'stopped' where (community_id, lane, channel) = (${ctx.community}, ${it.lane}, 'subscription')`
    return nextPaced(ctx)
  })
  expect(paced).toEqual([])
})
