import { businessDate } from '@anjiao/shared/calendar'
import type { ChargeId } from '@anjiao/shared/ids'
import { fen, negateFen } from '@anjiao/shared/money'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { givenCommunity, yuan } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { brokenConstraint } from '../platform/database.ts'
import {
  auditLedger,
  balancesAsOf,
  cancelWithLateFees,
  chargesAsOf,
  householdAsOf,
  post,
  reverse,
} from './index.ts'

const { world, clock, superuserUrl, appUrl } = await testWorld()

const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

async function aPaidHousehold() {
  const given = await givenCommunity(world)
  const { householdId } = await given.household()
  const chargeId = await given.charge(householdId, { owes: '1952.28' })
  const entryId = await given.inside((ctx) =>
    post(ctx, {
      kind: 'payment',
      source: 'payment:1',
      businessDate: ctx.today,
      lines: [
        { account: 'wechat', place: '1900000001', amountFen: yuan('2000.00') },
        { account: 'receivable', chargeId, amountFen: yuan('-1952.28') },
        { account: 'advance', householdId, amountFen: yuan('-47.72') },
      ],
    }),
  )
  return { ...given, householdId, chargeId, entryId }
}

describe('post', () => {
  it('moves what is open and what is paid ahead, in the same transaction', async () => {
    const { books, householdId } = await aPaidHousehold()
    expect(await books.open(householdId)).toEqual([0])
    expect(await books.advance(householdId)).toBe(yuan('47.72'))
    expect(await books.balances()).toEqual({
      wechat: yuan('2000'),
      advance: yuan('-47.72'),
      income: yuan('-1952.28'),
    })
    expect(await books.audit()).toEqual([])
  })

  it('refuses an entry that does not sum to zero, before and in the database', async () => {
    const { inside } = await givenCommunity(world)
    const crooked = { kind: 'payment', source: 'x', businessDate: businessDate('2026-11-23') } as const
    await expect(
      inside((ctx) => post(ctx, { ...crooked, lines: [{ account: 'suspense', amountFen: fen(1) }] })),
    ).rejects.toThrow('off balance')
    const error = await failure(
      inside(async ({ tx, community }) => {
        const { id } = await tx.one<{ id: number }>`
          insert into entry (community_id, kind, business_date, source, posted_by)
          values (${community}, 'payment', '2026-11-23', 'x', 'test') returning id`
        await tx.run`insert into posting (community_id, entry_id, account, amount_fen) values (${community}, ${id}, 'suspense', 1)`
      }),
    )
    expect(brokenConstraint(error)).toBe('entry_sums_to_zero')
  })

  it('posts a source once', async () => {
    const { inside, chargeId, books, householdId } = await aPaidHousehold()
    const error = await failure(
      inside((ctx) =>
        post(ctx, {
          kind: 'payment',
          source: 'payment:1',
          businessDate: ctx.today,
          lines: [
            { account: 'wechat', place: '1900000001', amountFen: fen(1) },
            { account: 'receivable', chargeId, amountFen: fen(-1) },
          ],
        }),
      ),
    )
    expect(brokenConstraint(error)).toBe('entry_posts_a_source_once')
    expect(await books.open(householdId)).toEqual([0])
  })

  it('adds nothing to an entry whose transaction has ended', async () => {
    const { inside, entryId } = await aPaidHousehold()
    const error = await failure(
      inside(
        ({ tx, community }) => tx.run`
        insert into posting (community_id, entry_id, account, amount_fen)
        values (${community}, ${entryId}, 'suspense', 5), (${community}, ${entryId}, 'suspense', -5)`,
      ),
    )
    expect(brokenConstraint(error)).toBe('entry_is_closed')
  })

  it.each([
    ['settles more than is open', '-0.01'],
    ['opens more than was charged', '1952.29'],
  ])('refuses what %s', async (_, amount) => {
    const { inside, chargeId } = await aPaidHousehold()
    const error = await failure(
      inside((ctx) =>
        post(ctx, {
          kind: 'payment',
          source: 'payment:2',
          businessDate: ctx.today,
          lines: [
            { account: 'receivable', chargeId, amountFen: yuan(amount) },
            { account: 'suspense', amountFen: negateFen(yuan(amount)) },
          ],
        }),
      ),
    )
    expect(brokenConstraint(error)).toBe('charge_settled_within_amount')
  })

  it('counts two entries of one statement against the same charge', async () => {
    const given = await givenCommunity(world)
    const { householdId } = await given.household()
    const chargeId = await given.charge(householdId, { owes: '10.00' })
    await given.inside(
      ({ tx, community }) => tx.run`
      with written as (
        insert into entry (community_id, kind, business_date, source, posted_by)
        values (${community}, 'payment', '2026-11-23', 'a', 'test'), (${community}, 'payment', '2026-11-23', 'b', 'test')
        returning id)
      insert into posting (community_id, entry_id, account, amount_fen, charge_id, place)
      select ${community}, id, line.account::account, fen, charge_id, place
        from written, lateral (values ('receivable', -300, ${chargeId}::bigint, null), ('cash', 300, null, 'till'))
                      as line (account, fen, charge_id, place)`,
    )
    expect(await given.books.open(householdId)).toEqual([400])
    expect(await given.books.audit()).toEqual([])
  })
})

describe('the application', () => {
  it.each([
    ['change a posting', 'update posting set amount_fen = 1'],
    ['delete an entry', 'delete from entry'],
    ['empty the ledger', 'truncate posting'],
    ['settle a charge past the ledger', 'update charge set settled_fen = amount_fen'],
    ['give an advance past the ledger', 'update household set advance_fen = 100'],
  ])('cannot %s', async (_, sql) => {
    const client = new pg.Client({ connectionString: appUrl })
    await client.connect()
    await expect(client.query(sql)).rejects.toThrow('permission denied')
    await client.end()
  })

  it('sees no row without a community, and none of another one', async () => {
    const here = await aPaidHousehold()
    const there = await givenCommunity(world)
    const count = (tx: { one<Row>(t: TemplateStringsArray): Promise<Row> }) =>
      tx.one<{
        found: number
      }>`select (select count(*) from charge) + (select count(*) from posting) as found`
    expect(await world.database.transaction({}, count)).toEqual({ found: 0 })
    expect(await there.inside(({ tx }) => count(tx))).toEqual({ found: 0 })
    expect((await here.inside(({ tx }) => count(tx))).found).toBeGreaterThan(0)
  })
})

describe('reverse', () => {
  it('opens again what was settled and takes back what was paid ahead, once', async () => {
    const { inside, entryId, householdId, books } = await aPaidHousehold()
    await inside((ctx) => reverse(ctx, entryId, '银行退票'))
    expect(await books.open(householdId)).toEqual([yuan('1952.28')])
    expect(await books.advance(householdId)).toBe(0)
    expect(await books.audit()).toEqual([])
    await expect(inside((ctx) => reverse(ctx, entryId, '又一次'))).rejects.toMatchObject({
      code: 'already-reversed',
    })
  })

  it('does not let an advance fall below zero', async () => {
    const { inside, entryId, householdId, books } = await aPaidHousehold()
    await inside((ctx) =>
      post(ctx, {
        kind: 'suspense',
        source: 'spent',
        businessDate: ctx.today,
        lines: [
          { account: 'advance', householdId, amountFen: yuan('47.72') },
          { account: 'suspense', amountFen: yuan('-47.72') },
        ],
      }),
    )
    await expect(inside((ctx) => reverse(ctx, entryId, '退票'))).rejects.toMatchObject({
      code: 'cannot-reverse',
    })
    expect(await books.audit()).toEqual([])
  })
})

describe('reverse, at once and out of turn', () => {
  it('reverses once though two ask at the same moment', async () => {
    const { inside, entryId, books } = await aPaidHousehold()
    const asked = await Promise.allSettled([1, 2].map(() => inside((ctx) => reverse(ctx, entryId, '退票'))))
    expect(asked.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(asked.find((each) => each.status === 'rejected')).toMatchObject({
      reason: { code: 'already-reversed' },
    })
    expect(await books.audit()).toEqual([])
  })

  /** A home of whose every charge 30.00 was let go. */
  async function aRelievedHousehold(...owes: string[]) {
    const given = await givenCommunity(world)
    const { householdId } = await given.household()
    const charges: ChargeId[] = []
    for (const each of owes) charges.push(await given.charge(householdId, { owes: each }))
    const entryId = await given.inside((ctx) =>
      post(ctx, {
        kind: 'relief',
        source: 'relief:1',
        businessDate: ctx.today,
        lines: charges.flatMap((chargeId) => [
          { account: 'relief' as const, chargeId, amountFen: yuan('30.00') },
          { account: 'receivable' as const, chargeId, amountFen: yuan('-30.00') },
        ]),
      }),
    )
    return { ...given, householdId, charges, entryId }
  }

  it('owes again what was let go, whatever was paid since', async () => {
    const { books, inside, settle, householdId, charges, entryId } = await aRelievedHousehold('100.00')
    for (const chargeId of charges) await settle(chargeId, '70.00')
    expect(await books.open(householdId)).toEqual([0])
    await inside((ctx) => reverse(ctx, entryId, '条件有变化'))
    expect(await books.open(householdId)).toEqual([yuan('30.00')])
    expect(await books.audit()).toEqual([])
  })

  it('gives nobody as an advance what nobody paid: relief goes with a charge that is cancelled', async () => {
    const { books, inside, settle, householdId, charges, entryId } = await aRelievedHousehold(
      '100.00',
      '80.00',
    )
    const [cancelled, kept] = charges
    if (!cancelled || !kept) throw new Error('two charges')
    await settle(cancelled, '50.00')
    const told = await inside((ctx) => cancelWithLateFees(ctx, cancelled, { memo: '重复' }))
    expect(told).toMatchObject([{ toAdvanceFen: yuan('50.00') }])
    expect(await books.advance(householdId)).toBe(yuan('50.00'))
    expect(await books.balances()).toMatchObject({ relief: yuan('30.00') })
    await inside((ctx) => reverse(ctx, entryId, '条件有变化'))
    expect(await books.open(householdId)).toEqual([0, yuan('80.00')])
    expect(await books.balances()).not.toHaveProperty('relief')
    expect(await books.audit()).toEqual([])
  })

  it('reverses nothing where every charge it let go of is cancelled', async () => {
    const { inside, charges, entryId } = await aRelievedHousehold('100.00')
    for (const chargeId of charges) await inside((ctx) => cancelWithLateFees(ctx, chargeId, { memo: '重复' }))
    await expect(inside((ctx) => reverse(ctx, entryId, ''))).rejects.toMatchObject({ code: 'cannot-reverse' })
  })

  it('takes back no charge: that is cancelled instead', async () => {
    const { inside, community } = await aPaidHousehold()
    const opening = await inside(
      ({ tx }) => tx.one<{ id: never }>`
      select id from entry where community_id = ${community} and kind = 'opening'`,
    )
    await expect(inside((ctx) => reverse(ctx, opening.id, '作废'))).rejects.toMatchObject({
      code: 'cannot-reverse',
    })
  })
})

describe('as of a past day', () => {
  it('the books answer what they held then', async () => {
    clock.set('2026-03-10T10:00:00+08:00')
    const given = await givenCommunity(world)
    const { householdId } = await given.household()
    const chargeId = await given.charge(householdId, { owes: '100.00' })
    clock.set('2026-05-20T10:00:00+08:00')
    await given.inside((ctx) =>
      post(ctx, {
        kind: 'payment',
        source: 'payment:1',
        businessDate: ctx.today,
        lines: [
          { account: 'cash', place: 'till', amountFen: yuan('130') },
          { account: 'receivable', chargeId, amountFen: yuan('-100') },
          { account: 'advance', householdId, amountFen: yuan('-30') },
        ],
      }),
    )
    const at = (date: string) => given.inside((ctx) => householdAsOf(ctx, householdId, businessDate(date)))
    expect(await at('2026-03-09')).toEqual({ openFen: 0, advanceFen: 0 })
    expect(await at('2026-05-19')).toEqual({ openFen: 10_000, advanceFen: 0 })
    expect(await at('2026-05-20')).toEqual({ openFen: 0, advanceFen: 3_000 })
    expect(await given.inside((ctx) => chargesAsOf(ctx, [chargeId], businessDate('2026-05-19')))).toEqual([
      { chargeId, openFen: 10_000 },
    ])
    expect(await given.inside((ctx) => balancesAsOf(ctx, businessDate('2026-05-19')))).toEqual([
      { account: 'receivable', balanceFen: 10_000 },
      { account: 'income', balanceFen: -10_000 },
    ])
    clock.set('2026-11-23T10:00:00+08:00')
  })
})

describe('the audit', () => {
  it('names each row that was changed behind the ledger', async () => {
    const { community, inside, chargeId, householdId, entryId } = await aPaidHousehold()
    const superuser = new pg.Client({ connectionString: superuserUrl })
    await superuser.connect()
    await superuser.query('alter table posting disable trigger keep_books')
    await superuser.query(
      'update charge set settled_fen = settled_fen - 1 where (community_id, id) = ($1, $2)',
      [community, chargeId],
    )
    await superuser.query('update household set advance_fen = 1 where (community_id, id) = ($1, $2)', [
      community,
      householdId,
    ])
    await superuser.query(
      `insert into posting (community_id, entry_id, account, amount_fen) values ($1, $2, 'suspense', 7)`,
      [community, entryId],
    )
    await superuser.query('alter table posting enable trigger keep_books')
    await superuser.end()
    expect(await inside(auditLedger)).toEqual([
      { subject: `entry ${entryId}`, rule: 'its postings sum to zero', booksFen: 7, storedFen: 0 },
      {
        subject: `charge ${chargeId}`,
        rule: 'what is settled is what was posted against it',
        booksFen: 195_228,
        storedFen: 195_227,
      },
      {
        subject: `household ${householdId}`,
        rule: 'its advance is what was posted to it',
        booksFen: 4_772,
        storedFen: 1,
      },
    ])
  })
})
