import { subscriptionsApi } from '@anjiao/shared/contract/subscriptions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callable } from '../../handlers/testing/call.ts'
import { givenCredits } from '../../local/testing/given-credits.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { serve } from '../../platform/http/serve.ts'
import { Refusal } from '../../platform/refusal.ts'
import { subscriptionsRoutes } from './routes.ts'
import { type Askable, kindsAtMoment, whichToAsk } from './which-to-ask.ts'

const { world } = await testWorld()
const tokens = new Map<string, Caller>()
const call = await callable(world, (app, serving) =>
  serve(
    app,
    {
      ...serving,
      authenticate: async (authorization) => {
        const caller = tokens.get(authorization?.slice('Bearer '.length) ?? '')
        if (!caller) throw new Refusal('not-signed-in')
        return caller
      },
    },
    subscriptionsApi,
    subscriptionsRoutes,
  ),
)

interface Told {
  readonly ask: string[]
  readonly subscriptions: { kind: string; templateId: string; left: number; lastAskedAt: string | null }[]
}

async function aCommunity() {
  const given = await givenCredits(world)
  const { householdId } = await given.household()
  const template = async (kind: Parameters<typeof given.wording>[0], title: string) => {
    const id = await given.template({ title })
    await given.wording(kind, id)
    return id
  }
  const path = `/v1/communities/${given.community}/subscriptions` as const
  const signedIn = (caller: Caller) => {
    tokens.set(caller.openid, caller)
    return {
      caller,
      asks: (moment: string) => call<Told>(`GET ${path}?moment=${moment}`, { token: caller.openid }),
      answers: (answers: object[], key?: string) =>
        call<Told['subscriptions']>(`POST ${path}`, {
          token: caller.openid,
          body: { answers },
          ...(key && { key }),
        }),
    }
  }
  return { ...given, householdId, newTemplate: template, signedIn }
}

describe('what a phone asks about', () => {
  it('is what is scarcest of what is useful at that moment, three at most', async () => {
    const given = await aCommunity()
    const bill = await given.newTemplate('bill', '账单通知')
    const reminder = await given.newTemplate('reminder', '缴费提醒')
    const receipt = await given.newTemplate('receipt', '缴费凭证')
    await given.newTemplate('answer', '办理结果')
    const owner = given.signedIn(await given.person({ householdId: given.householdId }))
    await given.answers(owner.caller.openid, { templateId: bill })
    expect((await owner.asks('paid')).body.ask).toEqual([reminder, receipt, bill])
    expect((await owner.asks('settings')).body.ask).toHaveLength(3)
  })

  it('leaves out kinds without a wording, and templates that WeChat has no more', async () => {
    const given = await aCommunity()
    const bill = await given.newTemplate('bill', '账单通知')
    const gone = await given.newTemplate('reminder', '缴费提醒')
    await given.inside(
      ({ tx, now }) => tx.run`update wechat_template set gone_at = ${now} where template_id = ${gone}`,
    )
    const owner = given.signedIn(await given.person({ householdId: given.householdId }))
    const { body } = await owner.asks('bill')
    expect(body.ask).toEqual([bill])
    expect(body.subscriptions).toEqual([{ kind: 'bill', templateId: bill, left: 0, lastAskedAt: null }])
  })

  it('leaves in peace for a month who has said no, template by template, but for the settings', async () => {
    const given = await aCommunity()
    const bill = await given.newTemplate('bill', '账单通知')
    const reminder = await given.newTemplate('reminder', '缴费提醒')
    const owner = given.signedIn(await given.person({ householdId: given.householdId }))
    const { openid } = owner.caller
    const asked = async (moment = 'bill') => (await owner.asks(moment)).body.ask
    const days = (count: number) => count * 24 * 60
    await given.answers(openid, { templateId: reminder, answer: 'reject', in: -days(30) })
    expect(await asked()).toEqual([reminder, bill])
    await given.answers(openid, { templateId: reminder, answer: 'reject', in: -days(29) })
    expect(await asked()).toEqual([bill])
    expect(await asked('settings')).toEqual([bill, reminder])
    await given.answers(openid, { templateId: reminder, in: -days(1) })
    expect(await asked()).toEqual([bill, reminder])
    await owner.answers([{ templateId: bill, answer: 'reject' }])
    expect(await asked()).toEqual([reminder])
  })

  it('is not kept from by a message that was refused: that was no answer to a question', async () => {
    const given = await aCommunity()
    const bill = await given.newTemplate('bill', '账单通知')
    const owner = given.signedIn(await given.person({ householdId: given.householdId }))
    await given.answers(owner.caller.openid, { templateId: bill, answer: 'reject', change: true })
    expect((await owner.asks('bill')).body.ask).toEqual([bill])
  })

  it('is nothing for a tenant, whom nobody writes to', async () => {
    const given = await aCommunity()
    const bill = await given.newTemplate('bill', '账单通知')
    const tenant = given.signedIn(await given.person({ householdId: given.householdId, relation: 'tenant' }))
    expect((await tenant.asks('bill')).body).toEqual({ ask: [], subscriptions: [] })
    expect((await tenant.answers([{ templateId: bill, answer: 'accept' }])).body).toEqual([])
    expect(await given.free(tenant.caller, bill)).toBe(0)
  })

  it('is not found by who has no home there', async () => {
    const [given, other] = [await aCommunity(), await aCommunity()]
    const stranger = given.signedIn(await other.person({ householdId: other.householdId }))
    expect(await stranger.asks('bill')).toMatchObject({ status: 404 })
    expect(await stranger.answers([{ templateId: 'any', answer: 'accept' }])).toMatchObject({ status: 404 })
  })

  const some = fc.array(
    fc.record({
      kind: fc.constantFrom(...kindsAtMoment.settings),
      templateId: fc.integer({ min: 1, max: 9 }).map(String),
      title: fc.constantFrom('账单通知', '缴费提醒', '缴费凭证', '办理结果'),
      left: fc.integer({ min: 0, max: 3 }),
      lastAskedAt: fc.constant(null),
      refusedLately: fc.boolean(),
    }),
    { maxLength: 5 },
  )

  it('never names a title twice, nor more than three, nor what is of no use then', () => {
    fc.assert(
      fc.property(fc.constantFrom('paid', 'bill', 'plan', 'settings'), some, (moment, subscriptions) => {
        const asked = whichToAsk(moment, subscriptions)
        const of = (id: string) => subscriptions.filter(({ templateId }) => templateId === id)
        expect(asked.length).toBeLessThanOrEqual(3)
        for (const id of asked)
          expect(of(id).some(({ kind }) => kindsAtMoment[moment].includes(kind))).toBe(true)
        const unlike: Askable[] = [...new Map(subscriptions.map((each) => [each.title, each])).values()]
        expect(asked.length).toBeLessThanOrEqual(unlike.length)
      }),
    )
  })
})

describe('what a phone tells', () => {
  it('counts, and is counted once however often the same telling arrives', async () => {
    const given = await aCommunity()
    const bill = await given.newTemplate('bill', '账单通知')
    const owner = given.signedIn(await given.person({ householdId: given.householdId }))
    const told = [{ templateId: bill, answer: 'accept' }]
    const left = [{ kind: 'bill', templateId: bill, left: 1, lastAskedAt: '2026-11-23T02:00:00.000Z' }]
    expect(await owner.answers(told, 'one-and-the-same')).toEqual({ status: 200, body: left })
    expect(await owner.answers(told, 'one-and-the-same')).toEqual({ status: 200, body: left })
    expect(await given.free(owner.caller, bill)).toBe(1)
  })

  it('faster than a person taps is refused', async () => {
    const given = await aCommunity()
    const bill = await given.newTemplate('bill', '账单通知')
    const owner = given.signedIn(await given.person({ householdId: given.householdId }))
    for (let told = 0; told < 60; told++) await owner.answers([{ templateId: bill, answer: 'reject' }])
    expect(await owner.answers([{ templateId: bill, answer: 'reject' }])).toMatchObject({
      status: 429,
      body: { code: 'too-often' },
    })
  })

  it('says what WeChat may say and nothing else', async () => {
    const given = await aCommunity()
    const owner = given.signedIn(await given.person({ householdId: given.householdId }))
    expect(await owner.answers([{ templateId: 'x', answer: 'perhaps' }])).toMatchObject({ status: 400 })
    expect(await owner.answers([])).toMatchObject({ status: 400 })
  })
})
