import fc from 'fast-check'
import { expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { bookPayment } from '../payments/book-payment.ts'
import { aPaidHome } from './testing/a-paid-home.ts'

const { world } = await testWorld()

it('whatever is asked, let go, declined, told and paid at the same moment, no payment goes back more than once', async () => {
  const step = fc.constantFrom(
    'ask',
    'ask-advance',
    'approve',
    'decline',
    'succeed',
    'fail',
    'pay',
    'return',
    'withdraw',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const home = await aPaidHome(world, { owes: ['100.00', '80.00'], pays: '200.00' })
      const asked: Awaited<ReturnType<typeof home.ask>>[] = []
      const someRefund = (at: number) => asked[at % Math.max(1, asked.length)]
      const act = async (what: typeof step extends fc.Arbitrary<infer T> ? T : never, at: number) => {
        const id = someRefund(at)
        if (what === 'ask') asked.push(await home.ask({ parts: [home.part(at % 2, '45.00')] }))
        else if (what === 'ask-advance')
          asked.push(await home.ask({ route: 'advance', parts: [home.part(at % 2, '30.00')] }))
        else if (what === 'return')
          asked.push((await home.giveAdvanceBack(at % 2 ? '20.00' : '30.00')).refundId)
        else if (what === 'pay') await home.inside((ctx) => bookPayment(ctx, home.inCash('10.00')))
        else if (id === undefined) return
        else if (what === 'withdraw') await home.withdraw(id)
        else if (what === 'approve') await home.decide(id)
        else if (what === 'decline') await home.decide(id, { kind: 'decline', reason: '不退' }, home.manager)
        else if (!['asked', 'declined', 'withdrawn'].includes((await home.read(id)).state))
          await home.told(id, what === 'succeed' ? 'SUCCESS' : 'CLOSED')
      }
      for (const at of [0, 1, 2]) await act('ask', at)
      const results = await Promise.allSettled(steps.map(act))
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'Refusal' })
      expect(await home.audit()).toEqual([])
      const { wechat = 0 } = await home.books.balances()
      expect(wechat).toBeGreaterThanOrEqual(0)
      expect(wechat).toBeLessThanOrEqual(yuan('200.00'))
    }),
    { numRuns: 12 },
  )
}, 120_000)
