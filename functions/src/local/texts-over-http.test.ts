import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { disputesApi } from '@anjiao/shared/contract/disputes'
import type { Endpoint } from '@anjiao/shared/contract/endpoint'
import { evidenceApi } from '@anjiao/shared/contract/evidence'
import { identityApi } from '@anjiao/shared/contract/identity'
import { noticesApi } from '@anjiao/shared/contract/notices'
import { paymentsApi } from '@anjiao/shared/contract/payments'
import { plansApi } from '@anjiao/shared/contract/plans'
import { reliefApi } from '@anjiao/shared/contract/relief'
import { subscriptionsApi } from '@anjiao/shared/contract/subscriptions'
import { IsObject, IsString } from 'typebox'
import { beforeEach, describe, expect, it } from 'vitest'
import { signIn } from './testing/api-client.ts'
import { givenCommunity } from './testing/given.ts'
import { inThree } from './testing/given-plans.ts'
import { testSystem } from './testing/system.ts'

const system = await testSystem(await mkdtemp(join(tmpdir(), 'no-pages-')))
const { world, emulator } = system
const account = { mchid: emulator.merchant.mchid, appid: emulator.merchant.appid }
beforeEach(() => {
  emulator.control.reset()
  emulator.control.setTextWords({ risky: ['某某组织'], review: ['保健品'] })
})

const risky = '加入某某组织，一起不缴'
const home = '/v1/communities/:communityId/households/:householdId' as const
const dispute = `POST ${home}/charges/:chargeId/disputes` as const

/** What owners write for others to read, and where; ids that are nobody's, for a text is looked at before anything else. */
const written = [
  [dispute, { about: 'amount', text: risky, photoIds: [] }],
  [`POST ${home}/notices/:noticeId/complaints`, { text: risky }],
  [
    `POST ${home}/relief`,
    {
      standardId: 1,
      chargeIds: [1],
      statement: risky,
      evidenceWay: 'desk',
      photoIds: [],
      consent: null,
    },
  ],
  [`POST ${home}/relief/:applicationId/more`, { statement: risky, photoIds: [], consent: null }],
  [`POST ${home}/relief/:applicationId/appeal`, { text: risky }],
  [`POST ${home}/plans`, { policyId: 1, chargeIds: [1], terms: inThree, reason: risky }],
  [`POST ${home}/plans/:planId/instalments/:no/move`, { to: '2026-12-31', reason: risky }],
  [
    `POST ${home}/deferrals`,
    { policyId: 1, chargeIds: [1], until: '2026-12-31', reason: risky, oldDebtKnown: false },
  ],
] as const

let phones = 0

/** An owner who owes, signed in, and what stands in the books of what they wrote. */
async function anOwner() {
  const given = await givenCommunity(world, undefined, account)
  const phone = `136${String(10_000_000 + ++phones)}`
  const { householdId } = await given.household({ phone })
  const chargeId = await given.charge(householdId, { owes: '900.00', due: '2026-06-30' })
  const owner = await signIn(system, phone)
  const params = { communityId: given.community, householdId, chargeId }
  const disputes = (text: string) =>
    owner.ask(dispute, { params, body: { about: 'amount', text, photoIds: [] } })
  return { owner, params, disputes, mine: () => owner.ask(`GET ${home}/disputes`, { params }) }
}

describe('what an owner writes for others to read', () => {
  it.each(written)('is not taken when WeChat finds it risky: %s', async (key, body) => {
    const { owner, params } = await anOwner()
    const ids = { noticeId: 1, applicationId: 1, planId: 1, no: 1, ...params }
    expect(await owner.refusal(key, { params: ids, body })).toEqual({
      status: 422,
      code: 'text-not-allowed',
      message:
        '微信提示这段文字里有不能发布的内容，所以还没有提交。请换个说法再提交，也可以打物业电话或到物业前台说。',
    })
  })

  it('is looked at wherever it may be long', () => {
    const apis: readonly object[] = [
      identityApi,
      paymentsApi,
      evidenceApi,
      plansApi,
      reliefApi,
      disputesApi,
      subscriptionsApi,
      noticesApi,
    ]
    const long = apis
      .flatMap((api) => Object.entries<Endpoint>({ ...api }))
      .filter(([key, { body }]) => key.includes(' /v1/communities/') && mayHoldLongText(body))
    expect(long.map(([key]) => key).sort()).toEqual(written.map(([key]) => key).sort())
  })

  it('may be put otherwise, and is taken then', async () => {
    const { owner, params, disputes, mine } = await anOwner()
    expect(
      (await owner.refusal(dispute, { params, body: { about: 'amount', text: risky, photoIds: [] } })).status,
    ).toBe(422)
    expect(await mine()).toEqual([])
    await disputes('楼道三个月没有打扫')
    expect(await mine()).toMatchObject([{ text: '楼道三个月没有打扫' }])
  })

  it('is taken where WeChat leaves it to people', async () => {
    const { disputes, mine } = await anOwner()
    await disputes('前台向我们卖保健品')
    expect(await mine()).toHaveLength(1)
  })

  it.each([
    ['has not seen its writer for two hours', { action: 'errcode', errcode: 61010 }],
    ['takes no more calls today', { action: 'errcode', errcode: 45009 }],
    ['does not answer', { action: 'reset-before' }],
  ] as const)('is taken unchecked where WeChat %s', async (_, fault) => {
    emulator.control.fault({ match: 'msg_sec_check', ...fault })
    const { disputes, mine } = await anOwner()
    await disputes(risky)
    expect(await mine()).toHaveLength(1)
  })
})

const longFrom = 200

const mayHoldLongText = (body: Endpoint['body']): boolean =>
  IsObject(body) &&
  Object.values(body.properties).some(
    (field) => IsString(field) && 'maxLength' in field && Number(field.maxLength) >= longFrom,
  )
