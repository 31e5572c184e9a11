import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { beforeEach, describe, expect, it } from 'vitest'
import { findDifferences } from '../handlers/audit-books.ts'
import { signIn } from './testing/api-client.ts'
import { givenCommunity, yuan } from './testing/given.ts'
import { aBudget, aStandard } from './testing/given-relief.ts'
import { testSystem } from './testing/system.ts'

const system = await testSystem(await mkdtemp(join(tmpdir(), 'no-pages-')))
const { world, emulator } = system
const account = { mchid: emulator.merchant.mchid, appid: emulator.merchant.appid }
beforeEach(() => emulator.control.reset())

let phones = 0
const newPhone = () => `137${String(10_000_000 + ++phones)}`
const staffPath = '/v1/staff/communities/:communityId' as const
const homePath = '/v1/communities/:communityId/households/:householdId' as const

/** An owner who owes 900.00 元, and staff; whoever acts signs in. */
async function aHome() {
  const given = await givenCommunity(world, undefined, account)
  const phone = newPhone()
  const { householdId } = await given.household({ phone })
  const chargeId = await given.charge(householdId, { owes: '900.00', due: '2026-06-30' })
  const staff = async (role: StaffRole) => {
    const staffPhone = newPhone()
    await signIn(system, staffPhone)
    await given.inside(
      ({ tx, community }) => tx.run`
        insert into staff (community_id, person_id, name, roles)
        select ${community}::integer, id, '员工', ${[role]}::text[]::staff_role[] from person where phone = ${staffPhone}`,
    )
    return signIn(system, staffPhone)
  }
  const owner = await signIn(system, phone)
  const params = { communityId: given.community }
  const home = { ...params, householdId }
  return { ...given, params, home, householdId, chargeId, owner, manager: await staff('manager'), staff }
}

describe('relief, over HTTP', () => {
  it('is published, asked for, checked at the desk, agreed by two, and seen in the bills', async () => {
    const { params, home, chargeId, owner, manager, staff, books, householdId } = await aHome()
    const { id: budgetId } = await manager.ask(`POST ${staffPath}/relief-budgets`, {
      params,
      body: aBudget(),
    })
    const { id: standardId } = await manager.ask(`POST ${staffPath}/relief-standards`, {
      params,
      body: aStandard({ budgetId, months: 12, secondAboveFen: yuan('100.00') }),
    })
    const options = await owner.ask(`GET ${homePath}/relief-options`, { params: home })
    expect(options).toMatchObject({ standards: [{ id: standardId }], charges: [{ why: null }] })

    const asked = await owner.ask(`POST ${homePath}/relief`, {
      params: home,
      body: {
        standardId,
        chargeIds: [chargeId],
        statement: '家里领低保',
        evidenceWay: 'desk',
        photoIds: [],
        consent: null,
      },
    })
    expect(asked).toMatchObject({ state: 'applied', charges: [{ hold: { matter: 'relief' } }] })
    const applicationId = asked.id
    const one = { ...params, applicationId }
    const desk = await staff('front_desk')
    await desk.ask(`POST ${staffPath}/relief/:applicationId/checked`, {
      params: one,
      body: { note: '已出示低保证' },
    })
    const [row] = await manager.ask(`GET ${staffPath}/requests`, { params })
    expect(row?.what).toBe('等待审核')

    const agreed = await manager.ask(`POST ${staffPath}/relief/:applicationId/decide`, {
      params: one,
      body: { kind: 'grant', percent: null, amountFen: null, reason: '核对无误' },
    })
    expect(agreed).toMatchObject({ needsSecond: true, mayDecide: false })
    const finance = await staff('finance')
    const granted = await finance.ask(`POST ${staffPath}/relief/:applicationId/second`, {
      params: one,
      body: { approve: true, reason: '同意' },
    })
    expect(granted).toMatchObject({
      application: {
        state: 'granted',
        checked: '已出示低保证',
        grant: { percent: 50, principalFen: 45_000 },
      },
      budget: { usedFen: 45_000 },
    })
    expect(await books.open(householdId)).toEqual([yuan('450.00')])
    const mine = await owner.ask(`GET ${homePath}/relief`, { params: home })
    expect(mine).toMatchObject([{ id: applicationId, state: 'granted' }])
    const list = await manager.ask(`GET ${staffPath}/relief`, { params, query: { state: 'granted' } })
    expect(list).toMatchObject({ applications: [{ id: applicationId }], more: false })
    const overview = await manager.ask(`GET ${staffPath}/relief-overview`, { params })
    expect(overview).toMatchObject({ byKind: [{ kind: 'low_income', granted: 1, percentMax: 50 }] })
    expect(await findDifferences(world)).toEqual([])
  })

  it('is nobody else’s business', async () => {
    const [{ home, params, owner }, other] = [await aHome(), await aHome()]
    const codes = await Promise.all(
      [
        other.owner.refusal(`GET ${homePath}/relief`, { params: home }),
        other.owner.refusal(`GET ${homePath}/relief-options`, { params: home }),
        owner.refusal(`GET ${staffPath}/relief`, { params }),
        owner.refusal(`GET ${staffPath}/relief-overview`, { params }),
        other.manager.refusal(`GET ${staffPath}/relief`, { params }),
        other.manager.refusal(`GET ${staffPath}/relief-standards`, { params }),
      ].map(async (refused) => (await refused).code),
    )
    expect(codes).toEqual([
      'not-found',
      'not-found',
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'not-allowed',
    ])
  })
})
