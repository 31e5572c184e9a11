import type { ChargeId, CommunityId, EntryId, HouseholdId } from '@anjiao/shared/ids'
import { negateFen } from '@anjiao/shared/money'
import { beforeEach, describe, expect, it } from 'vitest'
import { workers } from '../handlers/jobs.ts'
import { yuan } from '../local/testing/given.ts'
import { givenBilling, runOf } from '../local/testing/given-billing.ts'
import { perMonth } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { advanceAccount } from '../payments/advance-account.ts'
import { applyAdvance } from '../payments/apply-advance.ts'
import { auditSetOffs } from './index.ts'
import { setOffRoutes } from './routes.ts'

const { world, clock } = await testWorld()
beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

let made = 0
/** What the home of these tests is charged a month. */
const monthly = yuan('216.92')

/** A home that is charged 216.92 元 a month, has paid 500.00 元 ahead, and its owner. */
async function aHome() {
  const given = await givenBilling(world)
  const { householdId } = given.first
  const owner = await given.person({ householdId })
  await given.advance(householdId, '500.00')
  const asked = (caller = owner) => ({
    world,
    idempotencyKey: `a-key-of-a-test-${++made}`,
    askedFrom: '',
    caller,
    params: { communityId: given.community, householdId },
  })
  const read = (caller = owner) =>
    setOffRoutes['GET /v1/communities/:communityId/households/:householdId/set-off'](asked(caller))
  const agree = async (caller = owner, sha256?: string) =>
    setOffRoutes['POST /v1/communities/:communityId/households/:householdId/set-off']({
      ...asked(caller),
      body: { sha256: sha256 ?? (await read(caller)).sha256 },
    })
  const stop = (caller = owner) =>
    setOffRoutes['POST /v1/communities/:communityId/households/:householdId/set-off/stop'](asked(caller))

  /** What waits to be done of a queue, taken out of the outbox. */
  const taken = <Payload>(queue: 'bills-posted' | 'set-off'): Promise<Payload[]> =>
    given.inside(async ({ tx }) => {
      const rows = await tx.rows<{ payload: Payload }>`
        delete from job_outbox where queue = ${queue} and payload ->> 'communityId' = ${String(given.community)} returning payload`
      return rows.map(({ payload }) => payload)
    })
  interface Posted {
    readonly communityId: CommunityId
    readonly entryId: EntryId
    readonly billedAt: string
  }
  const queued = async () => {
    for (const posted of await taken<Posted>('bills-posted')) await workers['bills-posted'](world, posted)
    return taken<Posted & { householdId: HouseholdId }>('set-off')
  }
  return {
    ...given,
    householdId,
    owner,
    read,
    agree,
    stop,
    queued,
    /** Bills December, and does what follows, so many times. */
    billed: async ({
      times = 1,
      before = () => Promise.resolve(),
    }: {
      times?: number
      before?: () => Promise<unknown>
    } = {}) => {
      await given.bill(runOf('monthly', '2026-12-01'))
      const jobs = await queued()
      await before()
      for (let done = 0; done < times; done++) for (const job of jobs) await workers['set-off'](world, job)
      return jobs
    },
    chargeId: (): Promise<ChargeId> =>
      given.inside(async ({ tx }) => {
        const { id } = await tx.one<{ id: ChargeId }>`
          select id from charge where household_id = ${householdId} order by id desc limit 1`
        return id
      }),
    audited: async () => [...(await given.audit()), ...(await given.inside(auditSetOffs))],
  }
}

describe('what was paid ahead', () => {
  it('settles a new bill by itself where the owner agreed, and the account says so', async () => {
    const given = await aHome()
    await given.charge(given.householdId, { owes: '100.00', from: '2026-01-01' })
    const { since } = await given.agree()
    expect(since).toBe('2026-11-23T02:00:00.000Z')
    expect(await given.billed()).toHaveLength(1)
    expect(await given.books.advance(given.householdId)).toBe(yuan('500.00') - monthly)
    expect(await given.books.open(given.householdId)).toEqual([yuan('100.00'), 0])
    const { movements } = await given.inside((ctx) => advanceAccount(ctx, given.householdId))
    expect(movements[0]).toMatchObject({
      kind: 'advance_applied',
      amountFen: negateFen(monthly),
      memo: '出新账单时自动抵扣',
    })
    expect(await given.audited()).toEqual([])
  })

  it('stays where nobody agreed, or what was agreed to was withdrawn: even between the bill and its settlement', async () => {
    const off = await aHome()
    expect(await off.billed()).toEqual([])
    const withdrawn = await aHome()
    await withdrawn.agree()
    expect(await withdrawn.stop()).toMatchObject({ since: null })
    expect(await withdrawn.billed()).toEqual([])
    const late = await aHome()
    await late.agree()
    await late.billed({ before: () => late.stop() })
    for (const { books, householdId, audited } of [off, withdrawn, late]) {
      expect(await books.advance(householdId)).toBe(yuan('500.00'))
      expect(await audited()).toEqual([])
    }
  })

  it('is not used for bills that were made before the owner agreed', async () => {
    const given = await aHome()
    await given.bill(runOf('monthly', '2026-12-01'))
    clock.advance({ minutes: 1 })
    await given.agree()
    for (const job of await given.queued()) await workers['set-off'](world, job)
    expect(await given.books.open(given.householdId)).toEqual([monthly])
  })

  it('leaves out what is disputed, under review or about to be paid', async () => {
    const held = await aHome()
    await held.agree()
    await held.billed({
      before: async () => {
        const chargeId = await held.chargeId()
        await held.inside(
          ({ tx, community }) => tx.run`
            insert into charge_hold (community_id, household_id, charge_id, matter, subject_id, granted, from_date)
            values (${community}, ${held.householdId}, ${chargeId}, 'dispute', 1, false, '2026-11-01')`,
        )
      },
    })
    const paying = await aHome()
    await paying.agree()
    await paying.billed({
      before: () =>
        paying.inside(
          ({ tx, community, now }) => tx.run`
            insert into payment_attempt (community_id, out_trade_no, household_id, payer_id, mchid, appid, openid, amount_fen,
                                         description, intent_key, choice, created_at, expires_at, next_query_at)
            values (${community}, ${`out-${paying.householdId}`}, ${paying.householdId}, ${paying.owner.personId}, '1900000001', 'wx',
                    'o', 1, 'x', 'k', '{"kind": "all-due"}', ${now}, ${now}::timestamptz + interval '30 minutes', ${now})`,
        ),
    })
    for (const { books, householdId } of [held, paying]) {
      expect(await books.open(householdId)).toEqual([monthly])
      expect(await books.advance(householdId)).toBe(yuan('500.00'))
    }
  })

  it('is used once, however often the work is repeated, though more is paid ahead meanwhile', async () => {
    const given = await aHome()
    const parking = await given.standard('车位费', perMonth('300.00'))
    await given.pays(given.first.roomId, parking, { quantityHundredths: 100 })
    await given.agree()
    const jobs = await given.billed({ times: 2 })
    expect(await given.books.advance(given.householdId)).toBe(0)
    await given.advance(given.householdId, '100.00')
    for (const job of jobs) await workers['set-off'](world, job)
    expect(await given.books.advance(given.householdId)).toBe(yuan('100.00'))
    expect((await given.books.open(given.householdId)).toSorted((a, b) => a - b)).toEqual([
      0,
      monthly + yuan('300.00') - yuan('500.00'),
    ])
    expect(await given.audited()).toEqual([])
  })

  it('never falls below zero: two workers and the owner’s own hand at the same moment', async () => {
    const given = await aHome()
    const old = await given.charge(given.householdId, { owes: '400.00', from: '2026-01-01' })
    await given.agree()
    await given.bill(runOf('monthly', '2026-12-01'))
    const [job] = await given.queued()
    if (!job) throw new Error('nothing is queued')
    const done = await Promise.allSettled([
      workers['set-off'](world, job),
      workers['set-off'](world, job),
      given.inside((ctx) => applyAdvance(ctx, given.householdId, [old], 'by-hand')),
    ])
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
    expect(await given.books.advance(given.householdId)).toBe(0)
    const [one = 0, other = 0] = await given.books.open(given.householdId)
    expect(one + other).toBe(yuan('400.00') + monthly - yuan('500.00'))
    expect(await given.audited()).toEqual([])
  })
})

describe('the consent', () => {
  it('keeps the very text that was read, with its hash, who gave it and when; nobody changes it afterwards', async () => {
    const given = await aHome()
    const { lines, sha256 } = await given.read()
    await expect(given.agree(given.owner, 'a'.repeat(64))).rejects.toMatchObject({ code: 'set-off-changed' })
    await Promise.all([given.agree(), given.agree()])
    const stored = () =>
      given.inside(
        ({ tx }) => tx.rows`
          select version, text, encode(text_sha256, 'hex') as sha256, given_by, given_at, withdrawn_at
            from set_off_consent where household_id = ${given.householdId} order by id`,
      )
    expect(await stored()).toEqual([
      {
        version: '2026-11',
        text: lines.join('\n'),
        sha256,
        givenBy: given.owner.personId,
        givenAt: new Date('2026-11-23T02:00:00Z'),
        withdrawnAt: null,
      },
    ])
    await expect(
      given.inside(
        ({ tx }) => tx.run`update set_off_consent set text = 'x' where household_id = ${given.householdId}`,
      ),
    ).rejects.toThrow(/permission denied/)
    await given.stop()
    await given.stop()
    expect(await stored()).toMatchObject([{ withdrawnAt: new Date('2026-11-23T02:00:00Z') }])
  })

  it('is the owner’s alone to give and to withdraw; the family sees it, a neighbour does not', async () => {
    const given = await aHome()
    const family = await given.person({ householdId: given.householdId, relation: 'family' })
    const neighbour = await given.person()
    await given.agree()
    expect(await given.read(given.owner)).toMatchObject({ mayDecide: true })
    expect(await given.read(family)).toMatchObject({ since: '2026-11-23T02:00:00.000Z', mayDecide: false })
    const { sha256 } = await given.read()
    for (const deed of [given.stop, (caller: typeof family) => given.agree(caller, sha256)]) {
      await expect(deed(family)).rejects.toMatchObject({ code: 'owner-only' })
      await expect(deed(neighbour)).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(given.read(neighbour)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('ends when the home changes hands: the next owner is asked anew', async () => {
    const given = await aHome()
    await given.agree()
    await given.inside(
      ({ tx, community }) =>
        tx.run`delete from membership where (community_id, person_id) = (${community}, ${given.owner.personId})`,
    )
    const next = await given.person({ householdId: given.householdId })
    expect(await given.read(next)).toMatchObject({ since: null })
    await given.billed()
    expect(await given.books.advance(given.householdId)).toBe(yuan('500.00'))
    expect(await given.agree(next)).toMatchObject({ since: '2026-11-23T02:00:00.000Z' })
  })
})

describe('the audit', () => {
  it('finds what was settled by itself without a consent in force', async () => {
    const given = await aHome()
    await given.agree()
    clock.advance({ minutes: 5 })
    await given.billed()
    expect(await given.audited()).toEqual([])
    await given.inside(
      ({ tx, now }) => tx.run`
        update set_off_consent set withdrawn_at = ${now}::timestamptz - interval '1 minute', withdrawn_by = given_by
         where household_id = ${given.householdId}`,
    )
    expect(await given.audited()).toMatchObject([{ booksFen: 0, storedFen: monthly }])
  })
})
