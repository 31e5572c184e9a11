import type { ChargeId, RefundId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import type { RefundRoute, RefundState } from '@anjiao/shared/refund-life'
import { asStaff } from '../../identity/index.ts'
import { givenCommunity, testMchid, yuan } from '../../local/testing/given.ts'
import { bookPayment, type Received } from '../../payments/book-payment.ts'
import { auditPayments } from '../../payments/index.ts'
import type { World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import type { RefundRecord } from '../../platform/wechat-pay/index.ts'
import { giveAdvanceBack } from '../advance-return/give-advance-back.ts'
import { askRefund, type RefundRequest } from '../ask-refund.ts'
import { auditRefunds } from '../audit-refunds.ts'
import { decideRefund, type RefundDecision, withdrawRefund } from '../decide-refund.ts'
import { type Explanation, explainRefund } from '../explain-refund.ts'
import { refundsIn } from '../refund-view.ts'
import { takeRefundFact } from '../take-refund-fact.ts'

let made = 0

/** A home that paid its charges by WeChat, in one payment, and the people who may give something back. */
export async function aPaidHome(world: World, { owes = ['100.00', '200.00'], pays = '350.00' } = {}) {
  const given = await givenCommunity(world)
  const { householdId } = await given.household()
  const charges: ChargeId[] = []
  for (const each of owes) charges.push(await given.charge(householdId, { owes: each }))
  const transactionId = `4200${String(++made).padStart(24, '0')}`
  const received: Omit<Received, 'amountFen' | 'paidAt'> = {
    method: 'wechat',
    externalId: transactionId,
    householdId,
    into: { account: 'wechat', place: testMchid },
    picked: [],
    lateFeeAgreed: false,
  }
  const paymentId = await given.inside((ctx) =>
    bookPayment(ctx, { ...received, amountFen: yuan(pays), paidAt: ctx.now }),
  )
  const [clerk, finance, manager] = [
    await given.staff('front_desk'),
    await given.staff('finance'),
    await given.staff('manager'),
  ]
  const as = <T>(caller: Caller, work: Parameters<typeof asStaff<T>>[4]) =>
    asStaff(world, caller, given.community, ['front_desk', 'finance', 'manager'], work)

  const ask = (request: Partial<RefundRequest> = {}, who = clerk, key = `ask-${++made}`): Promise<RefundId> =>
    as(who, (ctx) =>
      askRefund(
        ctx,
        who.personId,
        {
          paymentId,
          route: 'wechat' as RefundRoute,
          parts: [],
          fromAdvanceFen: 0 as Fen,
          reason: '多缴了',
          ...request,
        },
        key,
      ),
    )
  const decide = (id: RefundId, decision: RefundDecision = { kind: 'approve' }, who = finance) =>
    as(who, (ctx) => decideRefund(ctx, id, who.personId, decision))
  const read = async (id: RefundId) => {
    const [refund] = (await as(clerk, (ctx) => refundsIn(ctx, { id }))).refunds
    if (!refund) throw new Error(`no refund ${id}`)
    return refund
  }
  const numberOf = (id: RefundId) =>
    given.inside(
      ({ tx, community }) => tx.one<{ outRefundNo: string }>`
        select out_refund_no from refund where (community_id, id) = (${community}, ${id})`,
    )

  /** What WeChat would say of a refund. */
  async function record(
    id: RefundId,
    state: RefundRecord['state'],
    more: Partial<RefundRecord> = {},
  ): Promise<RefundRecord> {
    const { amountFen } = await read(id)
    const { outRefundNo } = await numberOf(id)
    const facts = {
      refundId: `5030${id}`,
      outRefundNo,
      transactionId,
      outTradeNo: 'AJ1-of-no-interest-here',
      amountFen,
      totalFen: yuan(pays),
      payerRefundFen: amountFen,
      currency: 'CNY',
      ...more,
    }
    return state === 'SUCCESS' ? { ...facts, state, refundedAt: world.clock.now() } : { ...facts, state }
  }
  const told = async (id: RefundId, state: RefundRecord['state'], more: Partial<RefundRecord> = {}) => {
    const fact = await record(id, state, more)
    return given.inside((ctx) => takeRefundFact(ctx, { ...fact, mchid: testMchid }))
  }

  return {
    ...given,
    householdId,
    charges,
    transactionId,
    paymentId,
    clerk,
    finance,
    manager,
    as,
    /** Money that somebody takes at the till. */
    inCash: (amount: string): Received => ({
      ...received,
      method: 'cash',
      externalId: `voucher-${++made}`,
      into: { account: 'cash', place: 'till' },
      amountFen: yuan(amount),
      paidAt: world.clock.now(),
    }),
    /** The one refund that is in a state. */
    only: async (state: RefundState): Promise<RefundId> => {
      const { refunds } = await as(clerk, (ctx) => refundsIn(ctx, { states: [state] }))
      const [one] = refunds
      if (!one || refunds.length > 1) throw new Error(`${refunds.length} refunds are ${state}`)
      return one.id
    },
    ask,
    decide,
    read,
    record,
    told,
    part: (at: number, amount: string) => ({ chargeId: chargeAt(charges, at), amountFen: yuan(amount) }),
    giveAdvanceBack: (amount: string, who = clerk) =>
      as(who, (ctx) =>
        giveAdvanceBack(
          ctx,
          householdId,
          who.personId,
          { amountFen: yuan(amount), otherRoute: 'transfer', cause: 'moved_out', reason: '业主搬走' },
          `give-${++made}`,
        ),
      ),
    withdraw: (id: RefundId, who = clerk) => as(who, (ctx) => withdrawRefund(ctx, id)),
    explain: (id: RefundId, explanation: Explanation, who = finance) =>
      as(who, (ctx) => explainRefund(ctx, id, explanation)),
    audit: async () => [
      ...(await given.books.audit()),
      ...(await given.inside(auditPayments)),
      ...(await given.inside(auditRefunds)),
    ],
  }
}

function chargeAt(charges: readonly ChargeId[], at: number): ChargeId {
  const charge = charges[at]
  if (charge === undefined) throw new Error(`no charge ${at}`)
  return charge
}

export type PaidHome = Awaited<ReturnType<typeof aPaidHome>>
