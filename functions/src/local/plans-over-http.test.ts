import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { businessDateAt, daysBetween } from '@anjiao/shared/calendar'
import { beforeEach, describe, expect, it } from 'vitest'
import { verifyAgreement } from '../plans/index.ts'
import { type ApiClient, signIn } from './testing/api-client.ts'
import { givenCommunity } from './testing/given.ts'
import { aPolicy, inThree, required } from './testing/given-plans.ts'
import { testSystem } from './testing/system.ts'

const system = await testSystem(await mkdtemp(join(tmpdir(), 'no-pages-')))
const { world, emulator } = system
const account = { mchid: emulator.merchant.mchid, appid: emulator.merchant.appid }
beforeEach(() => emulator.control.reset())

let phones = 0
const newPhone = () => `136${String(10_000_000 + ++phones)}`
const dayMs = 86_400_000
const planPath = 'GET /v1/communities/:communityId/households/:householdId/plans/:planId'

/** An owner who owes 900.00 元, a manager and a policy; whoever acts signs in anew, as after days they would. */
async function aHome() {
  const given = await givenCommunity(world, undefined, account)
  const [phone, managerPhone] = [newPhone(), newPhone()]
  const { householdId } = await given.household({ phone })
  const chargeId = await given.charge(householdId, { owes: '900.00', due: '2026-06-30' })
  await signIn(system, managerPhone)
  await given.inside(
    ({ tx, community }) => tx.run`
      insert into staff (community_id, person_id, name, roles)
      select ${community}::integer, id, '经理', '{manager}'::staff_role[] from person where phone = ${managerPhone}`,
  )
  const owner = () => signIn(system, phone)
  const manager = () => signIn(system, managerPhone)
  const home = { communityId: given.community, householdId }
  const policy = async (over: Parameters<typeof aPolicy>[0] = {}) => {
    const params = { communityId: given.community }
    const staff = await manager()
    return staff.ask('POST /v1/staff/communities/:communityId/plan-policies', { params, body: aPolicy(over) })
  }
  const phoneCode = ({ openid }: ApiClient, proven = phone) =>
    emulator.control.tap({ kind: 'getPhoneNumber', openid, phone: proven }).code
  return { ...given, householdId, chargeId, owner, manager, home, policy, phoneCode }
}

const days = (count: number) => emulator.clock.advance(count * dayMs)

describe('a plan, over HTTP', () => {
  it('is asked for, answered, signed by the phone that WeChat vouches for, paid by WeChat, missed, caught up and kept', async () => {
    const { home, chargeId, owner, manager, policy, phoneCode, books } = await aHome()
    const { id: policyId } = await policy({ atOnceInstalmentsMax: 0 })
    let person = await owner()
    const options = await person.ask(
      'GET /v1/communities/:communityId/households/:householdId/plan-options',
      {
        params: home,
      },
    )
    expect(options).toMatchObject({
      refused: null,
      needsApproval: false,
      charges: [{ why: null, lateFeeFen: 0 }],
    })
    const { id: planId } = await person.ask(
      'POST /v1/communities/:communityId/households/:householdId/plans',
      {
        params: home,
        body: { policyId, chargeIds: [chargeId], terms: inThree, reason: '等发年终奖' },
      },
    )
    const params = { ...home, planId }
    const staffParams = { communityId: home.communityId, planId }
    const staff = await manager()
    const countered = await staff.ask('POST /v1/staff/communities/:communityId/plans/:planId/decide', {
      params: staffParams,
      body: { kind: 'counter', terms: { ...inThree, dayOfMonth: 20 }, answer: '20 号可以吗' },
    })
    expect(countered).toMatchObject({
      state: 'countered',
      asked: { dayOfMonth: 5 },
      terms: { dayOfMonth: 20 },
    })

    const agreement = await person.ask(
      'GET /v1/communities/:communityId/households/:householdId/plans/:planId/agreement',
      { params },
    )
    const sign = 'POST /v1/communities/:communityId/households/:householdId/plans/:planId/sign'
    const body = { sha256: agreement.sha256, consents: required }
    const stranger = { ...body, phoneCode: phoneCode(person, '13100000000') }
    expect(await person.refusal(sign, { params, body: stranger })).toMatchObject({
      code: 'signing-phone-differs',
    })
    const changed = { ...body, sha256: 'f'.repeat(64), phoneCode: phoneCode(person) }
    expect(await person.refusal(sign, { params, body: changed })).toMatchObject({ code: 'agreement-changed' })
    const used = phoneCode(person)
    const signed = await person.ask(sign, { params, body: { ...body, phoneCode: used } })
    expect(signed).toMatchObject({ state: 'active', paidFen: 0 })
    expect(await system.audit()).toEqual([])

    const file = 'POST /v1/communities/:communityId/households/:householdId/plans/:planId/agreement/pdf'
    expect(await person.refusal(file, { params })).toMatchObject({ code: 'agreement-not-ready' })
    await system.drainJobs()
    const { url } = await person.ask(file, { params })
    const pdf = await fetch(`${system.address}${url}`)
    expect([pdf.status, pdf.headers.get('content-type'), pdf.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'private, no-store',
    ])
    const bytes = new Uint8Array(await pdf.arrayBuffer())
    expect(await verifyAgreement(world, bytes)).toMatchObject({ sha256: agreement.sha256, textHolds: true })
    expect((await fetch(`${system.address}${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`)).status).toBe(
      404,
    )
    await emulator.clock.advance(6 * 60_000)
    expect((await fetch(`${system.address}${url}`)).status).not.toBe(200)

    const payUpTo = async (upTo: number) => {
      person = await owner()
      const { payParams } = await person.ask(
        'POST /v1/communities/:communityId/households/:householdId/plans/:planId/payments',
        { params, body: { upTo } },
      )
      const prepayId = payParams.package.replace('prepay_id=', '')
      emulator.control.pay({ prepay_id: prepayId, openid: person.openid, outcome: 'ok' })
      await emulator.clock.advance(1_000)
      await system.drainJobs()
    }
    const state = async () => {
      person = await owner()
      return (await person.ask(planPath, { params })).state
    }
    await payUpTo(1)
    expect(await state()).toBe('active')
    const { instalments } = await (await owner()).ask(planPath, { params })
    const second = instalments[1]?.dueDate
    if (!second) throw new Error('there are three')
    await days(daysBetween(businessDateAt(emulator.clock.now()), second) + 8)
    await system.run('plans')
    const broken = await (await owner()).ask(planPath, { params })
    expect(broken).toMatchObject({ state: 'broken', charges: [{ overdue: true, hold: null }] })
    expect(broken.happenings.map(({ event }) => event)).toContain('break')
    expect(await system.audit()).toEqual([])
    await payUpTo(2)
    expect(await state()).toBe('cured')
    await payUpTo(3)
    expect(await state()).toBe('kept')
    expect((await books.balances()).wechat).toBe(90_000)
    expect(await system.audit()).toEqual([])
  })

  it('is nobody’s business but the home’s: not family’s to sign, not a stranger’s to see, not another community’s to decide', async () => {
    const it = await aHome()
    const { id: policyId } = await it.policy()
    const person = await it.owner()
    const { id: planId } = await person.ask(
      'POST /v1/communities/:communityId/households/:householdId/plans',
      {
        params: it.home,
        body: { policyId, chargeIds: [it.chargeId], terms: inThree, reason: '' },
      },
    )
    const other = await aHome()
    const stranger = await other.owner()
    const params = { ...it.home, planId }
    expect(await stranger.refusal(planPath, { params })).toMatchObject({ status: 404 })
    expect(await stranger.refusal(planPath, { params: { ...other.home, planId } })).toMatchObject({
      status: 404,
    })
    const otherManager = await other.manager()
    const decide = 'POST /v1/staff/communities/:communityId/plans/:planId/decide'
    const body = { kind: 'approve', answer: '' }
    expect(
      await otherManager.refusal(decide, { params: { communityId: other.community, planId }, body }),
    ).toMatchObject({ status: 404 })
    expect(
      await otherManager.refusal(decide, { params: { communityId: it.community, planId }, body }),
    ).toMatchObject({
      status: 403,
    })
    const familyPhone = newPhone()
    await person.ask('POST /v1/communities/:communityId/households/:householdId/people', {
      params: it.home,
      body: { phone: familyPhone, relation: 'family', label: '女儿' },
    })
    const daughter = await signIn(system, familyPhone)
    expect((await daughter.ask(planPath, { params })).state).toBe('approved')
    expect(
      await daughter.refusal(
        'GET /v1/communities/:communityId/households/:householdId/plans/:planId/agreement',
        {
          params,
        },
      ),
    ).toMatchObject({ code: 'owner-only' })
  })

  it('of a wrong shape is refused with the field that is wrong, and nothing is kept', async () => {
    const it = await aHome()
    const { id: policyId } = await it.policy()
    const person = await it.owner()
    const post = 'POST /v1/communities/:communityId/households/:householdId/plans'
    const body = { policyId, chargeIds: [it.chargeId], terms: inThree, reason: '' }
    const wrong = [
      { ...body, chargeIds: [] },
      { ...body, terms: { ...inThree, dayOfMonth: 31 } },
      { ...body, terms: { ...inThree, instalments: 2.5 } },
      { ...body, reason: '长'.repeat(301) },
    ]
    for (const each of wrong) {
      expect(await person.refusal(post, { params: it.home, body: each })).toMatchObject({
        status: 400,
        code: 'bad-input',
      })
    }
    const plans = await person.ask('GET /v1/communities/:communityId/households/:householdId/plans', {
      params: it.home,
    })
    expect(plans).toEqual([])
  })
})
