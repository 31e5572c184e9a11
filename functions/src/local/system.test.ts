import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { clientOf, signIn } from './testing/api-client.ts'
import { givenCommunity } from './testing/given.ts'
import { testSystem } from './testing/system.ts'

const pages = await mkdtemp(join(tmpdir(), 'no-pages-'))
const system = await testSystem(pages)
const { world, emulator, address } = system
const account = { mchid: emulator.merchant.mchid, appid: emulator.merchant.appid }
const sunshine = readFileSync(join(import.meta.dirname, '../../test-data/sunshine-garden.xlsx'))

beforeEach(() => emulator.control.reset())

let phones = 0
const newPhone = () => `137${String(10_000_000 + ++phones)}`

async function aHome(...owes: string[]) {
  const given = await givenCommunity(world, undefined, account)
  const phone = newPhone()
  const { householdId } = await given.household({ phone })
  for (const each of owes) await given.charge(householdId, { owes: each })
  const owner = await signIn(system, phone)
  return { ...given, householdId, phone, owner, home: { communityId: given.community, householdId } }
}

async function aStaffMember(
  given: Awaited<ReturnType<typeof givenCommunity>>,
  ...roles: Parameters<typeof given.staff>
) {
  const phone = newPhone()
  const client = await signIn(system, phone)
  await given.inside(
    ({ tx, community }) => tx.run`
    insert into staff (community_id, person_id, name, roles)
    select ${community}::integer, id, '员工', ${roles}::text[]::staff_role[] from person where phone = ${phone}`,
  )
  return client
}

const households = 'GET /v1/communities/:communityId/households/:householdId'
const post = 'POST /v1/communities/:communityId/households/:householdId'

it('stands where WeChat pushes to: the address is echoed, and what people answered is taken in', async () => {
  expect(await emulator.control.tryPushAddress()).toBe(true)
  emulator.control.subscribe({ openid: 'oSomebody', tmplIds: [emulator.templateIds.bill] })
  await emulator.clock.advance(0)
  expect(emulator.control.pushes()).toMatchObject([{ event: 'popup', answers: [200] }])
})

describe('from the roll to the books, over HTTP', () => {
  it('staff import a roll, an owner signs in and pays, and the books balance', async () => {
    const given = await givenCommunity(world, `阳光花园${Math.random()}`, account)
    const finance = await aStaffMember(given, 'finance')
    const params = { communityId: given.community }
    const preview = await finance.ask('POST /v1/staff/communities/:communityId/rolls', {
      params,
      query: { fileName: '阳光花园.xlsx' },
      body: new Uint8Array(sunshine),
    })
    expect(preview).toMatchObject({
      state: 'previewed',
      summary: { households: 1207, charges: 1368, rejectedTotal: 16 },
    })
    const before = await finance.ask('GET /v1/staff/communities/:communityId/households', {
      params,
      query: {},
    })
    expect(before.total).toBe(0)
    const confirm = { params: { ...params, rollImportId: preview.id } }
    const done = await finance.ask(
      'POST /v1/staff/communities/:communityId/rolls/:rollImportId/confirm',
      confirm,
    )
    expect(done).toMatchObject({ state: 'confirmed', summary: { newHouseholds: 1207, newCharges: 1368 } })
    expect(
      await finance.ask('POST /v1/staff/communities/:communityId/rolls/:rollImportId/confirm', confirm),
    ).toMatchObject({ state: 'confirmed' })

    const owner = await signIn(system, '18610301190')
    const { households: homes } = await owner.ask('GET /v1/me', {})
    const home = { communityId: given.community, householdId: homes[0]?.householdId ?? (0 as never) }
    expect(homes).toMatchObject([{ roomName: '1栋 1单元 101', ownerMasked: '程**', relation: 'owner' }])
    const bills = await owner.ask(`${households}/bills`, { params: home })
    expect(bills.openFen).toBe(240_534 + 24_210)

    const started = await owner.ask(`${post}/payments`, { params: home, body: { kind: 'all-due' } })
    expect(started.attempt.amountFen).toBe(bills.openFen)
    const phone = emulator.control.pay({
      prepay_id: started.payParams.package.slice('prepay_id='.length),
      openid: owner.openid,
      outcome: 'ok',
      payParams: { appId: started.appId, ...started.payParams },
    })
    expect(phone).toMatchObject({ result: 'ok' })
    await emulator.clock.advance(1_000)
    const attempt = { params: { ...home, attemptId: started.attempt.id } }
    await expect
      .poll(() => owner.ask(`${households}/payments/:attemptId`, attempt), { timeout: 5_000 })
      .toMatchObject({ state: 'paid' })
    expect(await owner.ask(`${households}/bills`, { params: home })).toMatchObject({ openFen: 0 })
    const { payments } = await finance.ask(`${households}/payments`, { params: home, query: {} })
    expect(payments).toMatchObject([{ state: 'paid', amountFen: bills.openFen, paidBy: '业主' }])
    expect(await system.drainJobs()).toBeGreaterThanOrEqual(1)
    expect(await system.audit()).toEqual([])
  })
})

describe('bad input', () => {
  it.each([['an expired or invented login code', 'invented', 'login-code-invalid']])(
    '%s signs nobody in',
    async (_, code, refusal) => {
      expect(await clientOf(address, '').refusal('POST /v1/session', { body: { code } })).toMatchObject({
        status: 401,
        code: refusal,
      })
    },
  )

  it('a login code signs in once', async () => {
    const { code } = emulator.control.tap({ kind: 'login', phone: newPhone() })
    await clientOf(address, '').ask('POST /v1/session', { body: { code } })
    expect(await clientOf(address, '').refusal('POST /v1/session', { body: { code } })).toMatchObject({
      code: 'login-code-invalid',
    })
  })

  it('a phone that matches nobody binds nothing, and one may apply', async () => {
    const given = await givenCommunity(world, undefined, account)
    const stranger = await signIn(system, newPhone())
    expect(await stranger.ask('GET /v1/me', {})).toMatchObject({ households: [] })
    const applied = await stranger.ask('POST /v1/communities/:communityId/applications', {
      params: { communityId: given.community },
      body: { roomText: '1栋1单元101', applicantName: '李芳', relation: 'family' },
    })
    expect(applied.state).toBe('pending')
  })

  it.each([
    ['zero', { kind: 'amount', amountFen: 0 }],
    ['negative', { kind: 'amount', amountFen: -100 }],
    ['huge', { kind: 'amount', amountFen: 10 ** 15 }],
    ['a fraction of a fen', { kind: 'amount', amountFen: 1.5 }],
    ['no charge at all', { kind: 'charges', chargeIds: [] }],
    ['nothing', {}],
  ])('an amount of %s is refused with the field named', async (_, body) => {
    const { owner, home } = await aHome('100.00')
    expect(await owner.refusal(`${post}/payments`, { params: home, body })).toMatchObject({
      status: 400,
      code: 'bad-input',
    })
  })

  it('charges of another home, and other homes, are not found', async () => {
    const [mine, other] = [await aHome('100.00'), await aHome('200.00')]
    const bills = await other.owner.ask(`${households}/bills`, { params: other.home })
    const chargeId = bills.years[0]?.charges[0]?.id
    const body = { kind: 'charges', chargeIds: [chargeId] }
    expect(await mine.owner.refusal(`${post}/payments`, { params: mine.home, body })).toMatchObject({
      code: 'not-found',
    })
    for (const [key, params] of [
      [`${households}/bills`, other.home],
      [`${households}/payments`, other.home],
      [`${households}/advance`, other.home],
      [`${households}/charges/:chargeId`, { ...mine.home, chargeId }],
    ] as const) {
      expect(await mine.owner.refusal(key, { params })).toMatchObject({ status: 404, code: 'not-found' })
    }
  })

  it('a resident is no staff, and staff of one community are none of another', async () => {
    const mine = await aHome('100.00')
    const other = await givenCommunity(world, undefined, account)
    const finance = await aStaffMember(other, 'finance')
    const key = 'GET /v1/staff/communities/:communityId/households'
    for (const client of [mine.owner, finance]) {
      expect(await client.refusal(key, { params: { communityId: mine.community } })).toMatchObject({
        status: 403,
        code: 'not-allowed',
      })
    }
  })

  it.each([
    ['a text renamed to .xlsx', Buffer.from('房号,业主\n1-1-101,王明\n'), 400, 'roll-not-xlsx'],
    ['a truncated file', sunshine.subarray(0, 60_000), 400, 'roll-damaged'],
    ['an empty file', Buffer.alloc(0), 400, 'roll-not-xlsx'],
    ['a file of 200 MB', Buffer.alloc(200 * 1_024 * 1_024), 413, 'too-large'],
  ])('%s is refused with a sentence, and nothing is taken in', async (_, file, status, code) => {
    const given = await givenCommunity(world, undefined, account)
    const manager = await aStaffMember(given, 'manager')
    const params = { communityId: given.community }
    const refused = await manager
      .refusal('POST /v1/staff/communities/:communityId/rolls', {
        params,
        query: { fileName: 'x.xlsx' },
        body: new Uint8Array(file),
      })
      .catch((error: Error) => ({ status: 0, code: error.message, message: '' }))
    // The server hangs up on a body far beyond its limit; either way nothing came in.
    if (status === 413 && refused.status === 0) expect(refused.code).toMatch(/fetch failed|terminated/)
    else expect(refused).toMatchObject({ status, code })
    expect(
      await manager.ask('GET /v1/staff/communities/:communityId/households', { params, query: {} }),
    ).toMatchObject({ total: 0 })
  })

  it('an upload that is no file names nothing on the server', async () => {
    const given = await givenCommunity(world, undefined, account)
    const manager = await aStaffMember(given, 'manager')
    for (const [body, type] of [
      ['"/etc/hosts"', 'application/json'],
      ['/etc/hosts', 'text/plain'],
      ['{"a":1}', 'application/json'],
    ]) {
      const response = await fetch(
        `${address}/v1/staff/communities/${given.community}/rolls?fileName=x.xlsx`,
        {
          method: 'POST',
          body: body ?? '',
          headers: { ...manager.headers, 'content-type': type ?? '', 'idempotency-key': randomUUID() },
        },
      )
      const said = await response.text()
      expect(response.status).toBe(400)
      expect(said).not.toMatch(/hosts|undefined/)
    }
  })

  it.each([
    ['a community beyond counting', { communityId: 3_000_000_000, householdId: 1 }, 400],
    ['a household beyond counting', { communityId: 1, householdId: 2 ** 53 }, 400],
  ])('%s is refused, not failed', async (_, params, status) => {
    const { owner } = await aHome('1.00')
    expect(await owner.refusal(`${households}/bills`, { params })).toMatchObject({
      status,
      code: 'bad-input',
    })
  })

  it('a character that no keyboard types is refused', async () => {
    const { owner, home } = await aHome('1.00')
    const body = { phone: newPhone(), relation: 'family', label: 'a\u0000b' }
    expect(await owner.refusal(`${post}/people`, { params: home, body })).toMatchObject({
      status: 400,
      code: 'bad-input',
    })
  })

  it('full phone numbers are kept in no stored reply, and shown to nobody whose post has ended', async () => {
    const { householdId, phone, ...given } = await aHome('1.00')
    const desk = await aStaffMember(given, 'front_desk')
    const key = { 'idempotency-key': randomUUID() }
    const reveal = 'POST /v1/staff/communities/:communityId/households/:householdId/reveal-phone'
    const request = { params: { communityId: given.community, householdId }, body: { reason: '电话核实' } }
    expect(await desk.ask(reveal, request, key)).toEqual({ phones: [phone] })
    await given.inside(({ tx, community }) => tx.run`delete from staff where community_id = ${community}`)
    expect(await desk.refusal(reveal, request, key)).toMatchObject({ status: 403 })
  })

  it('a write without its key, or with the key of another write, is refused; a repeat gets the stored reply', async () => {
    const { owner, home } = await aHome('100.00')
    const start = `${post}/payments` as const
    expect(
      await owner.refusal(start, { params: home, body: { kind: 'all-due' } }, { 'idempotency-key': '' }),
    ).toMatchObject({ code: 'idempotency-key-missing' })
    const key = { 'idempotency-key': randomUUID() }
    const first = await owner.ask(start, { params: home, body: { kind: 'all-due' } }, key)
    expect(await owner.ask(start, { params: home, body: { kind: 'all-due' } }, key)).toEqual(first)
    expect(
      await owner.refusal(start, { params: home, body: { kind: 'amount', amountFen: 5 } }, key),
    ).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
  })
})

it('two people who pay the same bill at once are both booked: one settles it, the other is paid ahead', async () => {
  const { owner, home, householdId, phone: _, books, ...given } = await aHome('100.00')
  const familyPhone = newPhone()
  await owner.ask(`${post}/people`, {
    params: home,
    body: { phone: familyPhone, relation: 'family', label: '女儿' },
  })
  const family = await signIn(system, familyPhone)
  const attempts = await Promise.all(
    [owner, family].map((who) => who.ask(`${post}/payments`, { params: home, body: { kind: 'all-due' } })),
  )
  attempts.forEach(({ payParams, appId }, at) => {
    const openid = [owner, family][at]?.openid ?? ''
    expect(
      emulator.control.pay({
        prepay_id: payParams.package.slice(10),
        openid,
        outcome: 'ok',
        payParams: { appId, ...payParams },
      }).result,
    ).toBe('ok')
  })
  await expect.poll(() => books.advance(householdId), { timeout: 8_000 }).toBe(10_000)
  expect(await books.open(householdId)).toEqual([0])
  expect(given.community).toBe(home.communityId)
  expect(await system.audit()).toEqual([])
})

it('a database that goes away in the middle loses nothing: the person is told, and the notice comes again', async () => {
  const { owner, home, householdId, books } = await aHome('100.00')
  const started = await owner.ask(`${post}/payments`, { params: home, body: { kind: 'all-due' } })
  const { transaction } = world.database
  let broken = 0
  const breaking: typeof transaction = (scope, work) =>
    transaction(scope, async (tx) => {
      const result = await work(tx)
      if (broken++ < 3) await tx.run`select pg_terminate_backend(pg_backend_pid())`
      return result
    })
  Object.assign(world.database, { transaction: breaking })
  try {
    expect(await owner.refusal(`${households}/bills`, { params: home })).toMatchObject({
      status: 503,
      code: 'database-unavailable',
    })
    const { payParams, appId } = started
    emulator.control.pay({
      prepay_id: payParams.package.slice(10),
      openid: owner.openid,
      outcome: 'ok',
      payParams: { appId, ...payParams },
    })
    await expect.poll(() => broken, { timeout: 5_000 }).toBeGreaterThanOrEqual(2)
    broken = 3
    await emulator.clock.advance(60_000)
    await expect.poll(() => books.open(householdId), { timeout: 8_000 }).toEqual([0])
  } finally {
    Object.assign(world.database, { transaction })
  }
  expect(await system.audit()).toEqual([])
})

it('the audit names the row after one was changed by hand', async () => {
  const { householdId, community } = await aHome('100.00')
  const { superuserUrl } = system
  const superuser = new pg.Client({ connectionString: superuserUrl })
  await superuser.connect()
  const { rows } = await superuser.query(
    'update charge set settled_fen = 1 where (community_id, household_id) = ($1, $2) returning id',
    [community, householdId],
  )
  const found = await system.audit()
  await superuser.query('update charge set settled_fen = 0 where (community_id, household_id) = ($1, $2)', [
    community,
    householdId,
  ])
  await superuser.end()
  expect(found).toMatchObject([{ subject: `charge ${rows[0].id}`, booksFen: 0, storedFen: 1 }])
})
