import { businessDateAt } from '@anjiao/shared/calendar'
import type { Payout } from '@anjiao/shared/contract/refunds'
import type { RefundId } from '@anjiao/shared/ids'
import { zeroFen } from '@anjiao/shared/money'
import { yuan } from '../../local/testing/given.ts'
import { givenCounter } from '../../local/testing/given-counter.ts'
import type { World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { auditRefunds } from '../audit-refunds.ts'
import { refundsRoutes } from '../routes.ts'

let made = 0

/**
 * A home that paid 300.00 元 in cash to the clerk and has 60.00 owed back, asked for by the other clerk and let go by finance; and
 * a third clerk whose till holds 80.00 元.
 */
export async function anOwedRefund(world: World, route: 'cash' | 'transfer' = 'cash') {
  const given = await givenCounter(world)
  const params = { communityId: given.communityId }
  const { householdId } = await given.household()
  const chargeId = await given.charge(householdId, { owes: '300.00' })
  const session = await given.open()
  const payment = await given.take(householdId, '300.00')

  const third = await given.staff('front_desk')
  const thirdTill = await given.place('cash', third)
  const thirdSession = await given.open(thirdTill, third)
  const neighbour = await given.household()
  await given.charge(neighbour.householdId, { owes: '80.00' })
  await given.take(neighbour.householdId, '80.00', { caller: third })

  const ask = (amount: string, caller = given.other) =>
    refundsRoutes['POST /v1/staff/communities/:communityId/payments/:paymentId/refunds']({
      ...given.asked(),
      caller,
      params: { ...params, paymentId: payment.id },
      body: {
        route,
        parts: [{ chargeId, amountFen: yuan(amount) }],
        fromAdvanceFen: zeroFen,
        reason: '多缴了',
      },
    })
  const approve = (refundId: RefundId, caller = given.finance) =>
    refundsRoutes['POST /v1/staff/communities/:communityId/refunds/:refundId/decide']({
      ...given.asked(),
      caller,
      params: { ...params, refundId },
      body: { kind: 'approve' },
    })
  const owed = async (amount: string, asker?: Caller) => approve((await ask(amount, asker)).id)
  const refund = await owed('60.00')

  return {
    ...given,
    params,
    householdId,
    payment,
    session,
    refund,
    third,
    thirdTill,
    thirdSession,
    ask,
    owed,
    approve,
    payOut: (over: Partial<Payout> & { caller?: Caller; refundId?: RefundId } = {}) => {
      const { caller = third, refundId = refund.id, ...body } = over
      return refundsRoutes['POST /v1/staff/communities/:communityId/refunds/:refundId/pay-out']({
        ...given.asked(),
        caller,
        params: { ...params, refundId },
        body: {
          placeId: route === 'transfer' ? given.bank : null,
          voucherNumber: `TK-${++made}`,
          receiverName: '王小明',
          paidOn: businessDateAt(world.clock.now()),
          ...body,
        },
      })
    },
    read: (caller: Caller, refundId = refund.id) =>
      refundsRoutes['GET /v1/staff/communities/:communityId/refunds/:refundId']({
        ...given.asked(),
        caller,
        params: { ...params, refundId },
      }),
    payouts: (caller = given.finance) =>
      refundsRoutes['GET /v1/staff/communities/:communityId/refund-payouts']({
        ...given.asked(),
        caller,
        params,
        query: { day: businessDateAt(world.clock.now()) },
      }),
    audited: async () => [...(await given.audited()), ...(await given.inside(auditRefunds))],
  }
}
