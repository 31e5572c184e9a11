import type { DeliveryId } from '@anjiao/shared/ids'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenCredits } from '../../local/testing/given-credits.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { reserveCredits } from './reserve-credits.ts'
import type { CreditEnd } from './settle-credits.ts'

const { world } = await testWorld()

async function aHomeWith(credits: number) {
  const given = await givenCredits(world)
  const { householdId } = await given.household()
  const reader = await given.person({ householdId })
  const templateId = await given.template()
  for (let tap = 0; tap < credits; tap++)
    await given.answers(reader.openid, { templateId, in: tap * 20 - 600 })
  const deliveries = async (many: number): Promise<DeliveryId[]> => {
    const made: DeliveryId[] = []
    for (let one = 0; one < many; one++) made.push(await given.delivery(householdId))
    return made
  }
  return {
    ...given,
    householdId,
    reader,
    templateId,
    deliveries,
    left: (who: Caller = reader) => given.free(who, templateId),
    takes: (ids: readonly DeliveryId[], ...openids: string[]) =>
      given.reserve(
        templateId,
        ids.map((id) => [id, ...(openids.length > 0 ? openids : [reader.openid])] as const),
      ),
    uses: () =>
      given.inside(
        ({ tx }) => tx.rows<{ creditId: number; deliveryId: DeliveryId; outcome: string; grantedAt: Date }>`
          select u.credit_id, u.delivery_id, u.outcome, c.granted_at
            from subscription_use u join subscription_credit c on c.id = u.credit_id order by u.id`,
      ),
  }
}

const outcome = (deliveryId: DeliveryId | undefined, how: CreditEnd['outcome']): CreditEnd => {
  if (deliveryId === undefined) throw new Error('no such delivery')
  return { deliveryId, outcome: how }
}

describe('a credit is taken when a message is about to be sent', () => {
  it('the oldest first, one for each message', async () => {
    const home = await aHomeWith(3)
    const ids = await home.deliveries(2)
    expect(await home.takes(ids)).toHaveLength(2)
    expect(await home.left()).toBe(1)
    const granted = (await home.uses()).map(({ grantedAt }) => grantedAt.getTime())
    expect(granted).toEqual(granted.toSorted((a, b) => a - b))
    expect(Math.max(...granted)).toBeLessThan(world.clock.now().getTime() - 560 * 60_000)
  })

  it('and where fewer are left than messages, the rest go without', async () => {
    const home = await aHomeWith(2)
    const ids = await home.deliveries(3)
    expect(await home.takes(ids)).toEqual(
      ids.slice(0, 2).map((deliveryId) => ({ deliveryId, openid: home.reader.openid })),
    )
    expect(await home.takes(ids.slice(2))).toEqual([])
  })

  it('of the next of the home where the first has none', async () => {
    const home = await aHomeWith(1)
    const family = await home.person({ householdId: home.householdId, relation: 'family' })
    await home.answers(family.openid, { templateId: home.templateId })
    const ids = await home.deliveries(3)
    const got = await home.takes(ids, home.reader.openid, family.openid)
    expect(got.map(({ openid }) => openid)).toEqual([home.reader.openid, family.openid])
    expect([await home.left(), await home.left(family)]).toEqual([0, 0])
  })

  it('of nobody who only agreed to other messages', async () => {
    const home = await aHomeWith(1)
    const [id] = await home.deliveries(1)
    expect(
      await home.reserve(await home.template(), [[id ?? (0 as DeliveryId), home.reader.openid]]),
    ).toEqual([])
  })
})

describe('senders that run at once', () => {
  it('never take one credit twice, and leave none behind that another would have had', async () => {
    for (let round = 0; round < 5; round++) {
      const home = await aHomeWith(7)
      const ids = await home.deliveries(12)
      const got = (await Promise.all(ids.map((id) => home.takes([id])))).flat()
      const uses = await home.uses()
      expect(new Set(uses.map(({ creditId }) => creditId)).size).toBe(uses.length)
      expect(got).toHaveLength(uses.length)
      expect(got.length + (await home.left())).toBe(7)
      // Passed over while another was taking it, a credit is there for the next turn.
      const served = new Set(got.map(({ deliveryId }) => deliveryId))
      const rest = await home.takes(ids.filter((id) => !served.has(id)))
      expect(got.length + rest.length).toBe(7)
    }
  })

  it('in slices neither', async () => {
    const home = await aHomeWith(20)
    const ids = await home.deliveries(30)
    const slices = [ids.slice(0, 10), ids.slice(10, 20), ids.slice(20)]
    const got = (await Promise.all(slices.map((slice) => home.takes(slice)))).flat()
    const uses = await home.uses()
    expect(new Set(uses.map(({ creditId }) => creditId)).size).toBe(uses.length)
    expect(got.length + (await home.left())).toBe(20)
  })

  it('one that dies before it has written down that it sends takes nothing', async () => {
    const home = await aHomeWith(1)
    const [id] = await home.deliveries(1)
    const dies = home.inside(async (ctx) => {
      const wanted = [
        { deliveryId: id ?? (0 as DeliveryId), openids: [home.reader.openid], templateId: home.templateId },
      ]
      expect(await reserveCredits(ctx, home.reader.appid, wanted)).toHaveLength(1)
      throw new Error('killed')
    })
    await expect(dies).rejects.toThrow('killed')
    expect(await home.left()).toBe(1)
  })
})

describe('what became of the message', () => {
  it('taken by WeChat, it is spent; not sent for a reason of ours, it is free again', async () => {
    const home = await aHomeWith(2)
    const [sent, kept] = await home.deliveries(2)
    await home.takes([sent, kept].filter((id) => id !== undefined))
    await home.settleUses(outcome(sent, 'spent'), outcome(kept, 'returned'))
    expect(await home.left()).toBe(1)
    expect((await home.uses()).map((use) => use.outcome)).toEqual(['spent', 'returned'])
  })

  it('told again changes nothing', async () => {
    const home = await aHomeWith(1)
    const ids = await home.deliveries(1)
    await home.takes(ids)
    await home.settleUses(outcome(ids[0], 'spent'))
    await home.settleUses(outcome(ids[0], 'returned'))
    expect(await home.left()).toBe(0)
  })

  it('what came back may be used by another, or by the same message again', async () => {
    const home = await aHomeWith(1)
    const ids = await home.deliveries(1)
    for (let again = 0; again < 3; again++) {
      expect(await home.takes(ids)).toHaveLength(1)
      await home.settleUses(outcome(ids[0], 'returned'))
    }
    expect(await home.left()).toBe(1)
  })

  it('refused (43101), all that was counted of it is not there', async () => {
    const home = await aHomeWith(4)
    const another = await home.template()
    await home.answers(home.reader.openid, { templateId: another })
    const ids = await home.deliveries(1)
    await home.takes(ids)
    await home.settleUses(outcome(ids[0], 'refused'))
    expect(await home.left()).toBe(0)
    expect(await home.free(home.reader, another)).toBe(1)
    await home.answers(home.reader.openid, { templateId: home.templateId, in: 30 })
    expect(await home.left()).toBe(1)
  })

  it('refused, an accept from before that is told only now is not there either', async () => {
    const home = await aHomeWith(1)
    const ids = await home.deliveries(1)
    await home.takes(ids)
    await home.settleUses(outcome(ids[0], 'refused'))
    await home.answers(home.reader.openid, { templateId: home.templateId, in: -5 })
    expect(await home.left()).toBe(0)
  })

  it('taken back by its giver while it was on its way, it does not come back', async () => {
    const home = await aHomeWith(1)
    const ids = await home.deliveries(1)
    await home.takes(ids)
    await home.answers(home.reader.openid, { templateId: home.templateId, answer: 'reject', change: true })
    await home.settleUses(outcome(ids[0], 'returned'))
    expect(await home.left()).toBe(0)
  })

  it('of one community is settled there alone', async () => {
    const [home, other] = [await aHomeWith(1), await aHomeWith(0)]
    const ids = await home.deliveries(1)
    await home.takes(ids)
    await other.settleUses(outcome(ids[0], 'returned'))
    expect(await home.left()).toBe(0)
  })
})

const step = fc.oneof(
  fc.record({ do: fc.constant('tap' as const) }),
  fc.record({ do: fc.constant('take' as const), many: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    do: fc.constant('settle' as const),
    which: fc.nat(20),
    as: fc.constantFrom('spent' as const, 'returned' as const, 'refused' as const),
  }),
  fc.record({ do: fc.constant('take back' as const) }),
)

it('whatever happens, what is free is what a plain count says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (story) => {
      const home = await aHomeWith(0)
      let [free, minute] = [0, 0]
      const underWay: { id: DeliveryId; isLost: boolean }[] = []
      for (const each of story) {
        minute += 20
        if (each.do === 'tap') {
          await home.answers(home.reader.openid, { templateId: home.templateId, in: minute - 1_000 })
          free++
        } else if (each.do === 'take') {
          const got = await home.takes(await home.deliveries(each.many))
          expect(got).toHaveLength(Math.min(free, each.many))
          free -= got.length
          underWay.push(...got.map(({ deliveryId }) => ({ id: deliveryId, isLost: false })))
        } else if (each.do === 'settle') {
          const [one] = underWay.splice(each.which % Math.max(underWay.length, 1), 1)
          if (!one) continue
          await home.settleUses(outcome(one.id, each.as))
          if (each.as === 'returned' && !one.isLost) free++
          if (each.as === 'refused') {
            free = 0
            for (const other of underWay) other.isLost = true
            break
          }
        } else {
          await home.answers(home.reader.openid, {
            templateId: home.templateId,
            answer: 'reject',
            change: true,
            in: minute - 1_000,
          })
          free = 0
          for (const other of underWay) other.isLost = true
        }
        expect(await home.left()).toBe(free)
      }
      expect(await home.left()).toBe(free)
    }),
    { numRuns: 40 },
  )
})
