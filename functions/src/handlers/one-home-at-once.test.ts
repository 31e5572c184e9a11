import type { ChargeId, RefundId } from '@anjiao/shared/ids'
import { zeroFen } from '@anjiao/shared/money'
import { expect, it } from 'vitest'
import { asStaff } from '../identity/index.ts'
import { yuan } from '../local/testing/given.ts'
import { givenPlans } from '../local/testing/given-plans.ts'
import { givenLoanPrimeRate } from '../local/testing/given-prices.ts'
import { givenRelief } from '../local/testing/given-relief.ts'
import { testWorld } from '../local/testing/world.ts'
import { bookPayment } from '../payments/book-payment.ts'
import { auditPayments } from '../payments/index.ts'
import { turnDown } from '../plans/apply/turn-down.ts'
import { askRefund } from '../refunds/ask-refund.ts'
import { auditRefunds } from '../refunds/audit-refunds.ts'
import { decideRefund } from '../refunds/decide-refund.ts'

const tested = await testWorld()
const { world } = tested
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })

/** So many things are done to one home at the same moment, by people who do not know of one another. */
const atOnce = 256
const connections = 12

it('256 payments, refunds, waivers and plans on one home at once end as some order of them would', {
  timeout: 180_000,
}, async () => {
  const given = await givenRelief(tested)
  const plans = givenPlans(world, given)
  const { community, householdId, finance, manager, desk } = given
  const policyId = await plans.policy({ instalmentMinFen: yuan('10.00') })
  const standardId = await given.publish({ measure: 'sum', sumMaxFen: yuan('500.00') })
  const charges: ChargeId[] = [...given.charges]
  for (const month of ['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01'])
    charges.push(await given.charge(householdId, { owes: '600.00', from: month, due: '2026-03-05' }))

  const cash = (at: number, amount: string, picked: ChargeId[] = []) =>
    given.inside((ctx) =>
      bookPayment(ctx, {
        method: 'cash',
        externalId: `voucher-${at}`,
        householdId,
        amountFen: yuan(amount),
        paidAt: ctx.now,
        into: { account: 'cash', place: 'till' },
        picked,
        lateFeeAgreed: true,
      }),
    )
  const paid = await cash(-1, '1500.00')
  const asked: RefundId[] = []
  const refundable = { paymentId: paid, route: 'advance', fromAdvanceFen: zeroFen, reason: '缴错了' } as const
  const chargeAt = (at: number): ChargeId => charges[Math.floor(at / 6) % charges.length] ?? given.first
  const staff = <T>(caller: typeof desk, work: Parameters<typeof asStaff<T>>[4]) =>
    asStaff(world, caller, community, ['front_desk', 'finance', 'manager'], work)

  const deeds: ((at: number) => Promise<unknown>)[] = [
    (at) => cash(at, '37.00'),
    (at) => cash(at, '90.00', [chargeAt(at)]),
    async (at) => {
      const parts = [{ chargeId: chargeAt(at), amountFen: yuan('120.00') }]
      const route = at % 2 === 0 ? ('advance' as const) : ('cash' as const)
      asked.push(
        await staff(desk, (ctx) =>
          askRefund(ctx, desk.personId, { ...refundable, route, parts }, `ask-${at}`),
        ),
      )
    },
    async (at) => {
      const id = asked[at % Math.max(1, asked.length)]
      if (id !== undefined)
        await staff(finance, (ctx) => decideRefund(ctx, id, finance.personId, { kind: 'approve' }))
    },
    async (at) => {
      const { id } = await given.apply(standardId, { chargeIds: [chargeAt(at)] })
      await given.grant(id, manager)
    },
    async (at) => {
      const planId = await plans.apply(householdId, policyId, [chargeAt(at), chargeAt(at + 1)])
      await given.inside((ctx) => turnDown(ctx, householdId, planId, 'withdraw'))
    },
  ]
  // As many at the same moment as there are connections: the rest waits for one, and none of them for the lock's holder.
  const waiting = Array.from({ length: atOnce }, (_, at) => at).values()
  const results: PromiseSettledResult<unknown>[] = []
  const oneAfterAnother = async () => {
    for (const at of waiting) results.push(...(await Promise.allSettled([deeds[at % deeds.length]?.(at)])))
  }
  await Promise.all(Array.from({ length: connections }, oneAfterAnother))
  const failures = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  for (const failure of failures) expect(failure).toMatchObject({ name: 'Refusal' })
  // Enough of each kind got through for the race to have been one.
  expect(results.length - failures.length).toBeGreaterThan(atOnce / 3)

  expect([
    ...(await plans.audit()),
    ...(await given.audit()),
    ...(await given.inside(auditPayments)),
    ...(await given.inside(auditRefunds)),
  ]).toEqual([])
  const { refundedFen, paidFen } = await given.inside(
    ({ tx }) => tx.one<{ refundedFen: number; paidFen: number }>`
      select (select coalesce(sum(amount_fen), 0)::bigint from refund
               where (community_id, payment_id) = (${community}, ${paid}) and state in ('asked', 'owed', 'paid')) as refunded_fen,
             (select amount_fen from payment where (community_id, id) = (${community}, ${paid})) as paid_fen`,
  )
  expect(refundedFen).toBeGreaterThan(yuan('400.00'))
  expect(refundedFen).toBeLessThanOrEqual(paidFen)
})
