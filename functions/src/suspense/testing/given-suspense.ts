import type { ReturnedSuspense } from '@anjiao/shared/contract/suspense'
import type { ChargeId, HouseholdId, SuspenseItemId } from '@anjiao/shared/ids'
import { testMchid, yuan } from '../../local/testing/given.ts'
import { givenCounter } from '../../local/testing/given-counter.ts'
import { type Held, holdInSuspense } from '../../payments/index.ts'
import type { World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { auditRefunds } from '../../refunds/index.ts'
import { takeRefundFact } from '../../refunds/take-refund-fact.ts'
import { auditSuspense } from '../index.ts'
import { suspenseRoutes } from '../routes.ts'

let made = 0

export type Arrived = Partial<Omit<Held, 'amountFen'>>

/** A community with an account, finance people, and money that arrives and that nothing explains. */
export async function givenSuspense(world: World) {
  const given = await givenCounter(world)
  const { communityId, finance, asked, inside } = given

  async function holdWith(held: Held): Promise<SuspenseItemId> {
    await inside((ctx) => holdInSuspense(ctx, held))
    const { id } = await inside(
      ({ tx, community }) => tx.one<{ id: SuspenseItemId }>`
        select id from suspense_item where (community_id, external_id) = (${community}, ${held.externalId})`,
    )
    return id
  }

  return {
    ...given,
    openTill: given.open,
    /** Money on the bank account. */
    arrives: (amount: string, over: Arrived = {}): Promise<SuspenseItemId> =>
      holdWith({
        reason: 'bank_unexplained',
        into: { account: 'bank', place: String(given.bank) },
        externalId: `SN${++made}`,
        amountFen: yuan(amount),
        paidAt: world.clock.now(),
        ...over,
      }),
    /** Money at WeChat, of an order that nobody knows. */
    arrivesByWechat: (amount: string, transactionId: string, over: Arrived = {}): Promise<SuspenseItemId> =>
      holdWith({
        reason: 'unknown_order',
        into: { account: 'wechat', place: testMchid },
        externalId: transactionId,
        outTradeNo: `AJ${transactionId}`,
        amountFen: yuan(amount),
        paidAt: world.clock.now(),
        ...over,
      }),
    /** Somebody refunds it in the merchant platform. */
    refundedAtWechat: (amount: string, transactionId: string) =>
      inside((ctx) =>
        takeRefundFact(ctx, {
          refundId: `5030${++made}`,
          outRefundNo: `by-hand-${communityId}-${made}`,
          transactionId,
          outTradeNo: `AJ${transactionId}`,
          amountFen: yuan(amount),
          totalFen: yuan(amount),
          payerRefundFen: yuan(amount),
          currency: 'CNY',
          mchid: testMchid,
          state: 'SUCCESS',
          refundedAt: world.clock.now(),
        }),
      ),
    open: (caller: Caller = finance) =>
      suspenseRoutes['GET /v1/staff/communities/:communityId/suspense']({
        ...asked(),
        caller,
        params: { communityId },
      }),
    /** Refunds that nobody has explained. */
    foundRefunds: () =>
      inside(async ({ tx, community }) => {
        const { count } = await tx.one<{ count: number }>`
          select count(*) from refund where (community_id, state) = (${community}, 'found')`
        return count
      }),
    resolved: (caller: Caller = finance) =>
      suspenseRoutes['GET /v1/staff/communities/:communityId/suspense/resolved']({
        ...asked(),
        caller,
        params: { communityId },
      }),
    place: (
      itemId: SuspenseItemId,
      householdId: HouseholdId,
      {
        chargeIds = [],
        caller = finance,
        key,
      }: { chargeIds?: ChargeId[]; caller?: Caller; key?: string } = {},
    ) =>
      suspenseRoutes['POST /v1/staff/communities/:communityId/suspense/:itemId/place']({
        ...asked(key),
        caller,
        params: { communityId, itemId },
        body: { householdId, chargeIds },
      }),
    giveBack: (
      itemId: SuspenseItemId,
      how: ReturnedSuspense,
      { caller = finance, key }: { caller?: Caller; key?: string } = {},
    ) =>
      suspenseRoutes['POST /v1/staff/communities/:communityId/suspense/:itemId/return']({
        ...asked(key),
        caller,
        params: { communityId, itemId },
        body: how,
      }),
    takeBack: (itemId: SuspenseItemId, caller: Caller, reason = '认错了房号') =>
      suspenseRoutes['POST /v1/staff/communities/:communityId/suspense/:itemId/take-back']({
        ...asked(),
        caller,
        params: { communityId, itemId },
        body: { reason },
      }),
    audited: async () => [
      ...(await given.audited()),
      ...(await inside(auditRefunds)),
      ...(await inside(auditSuspense)),
    ],
  }
}

export type GivenSuspense = Awaited<ReturnType<typeof givenSuspense>>
