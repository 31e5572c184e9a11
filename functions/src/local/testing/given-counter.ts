import { businessDateAt } from '@anjiao/shared/calendar'
import { type Denomination, denominations, type Pieces } from '@anjiao/shared/cash-count'
import type { CounterPayment, CounterTaking, TillSession } from '@anjiao/shared/contract/counter'
import type { PaymentChoice } from '@anjiao/shared/contract/payments'
import type { HouseholdId, MoneyPlaceId, PaymentId, TillSessionId } from '@anjiao/shared/ids'
import { auditCounter } from '../../counter/index.ts'
import { counterRoutes } from '../../counter/routes.ts'
import { auditPayments } from '../../payments/index.ts'
import type { World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { issueReceipt } from '../../proof/index.ts'
import { givenCommunity, yuan } from './given.ts'

let made = 0

/** Notes and coins that come to an amount, as few as can be. */
export function piecesOf(amount: string): Pieces[] {
  let rest: number = yuan(amount)
  return denominations.flatMap(({ fen }): Pieces[] => {
    const pieces = Math.floor(rest / fen)
    rest -= pieces * fen
    return pieces > 0 ? [{ denomination: fen satisfies Denomination, pieces }] : []
  })
}

/** A community with a counter: a clerk with a till of their own, a second clerk, finance, a bank account and a terminal. */
export async function givenCounter(world: World) {
  const given = await givenCommunity(world)
  const communityId = given.community
  const [clerk, other, finance, manager] = [
    await given.staff('front_desk'),
    await given.staff('front_desk'),
    await given.staff('finance'),
    await given.staff('manager'),
  ]
  const asked = (key = `a-key-of-a-test-${++made}`) => ({ world, idempotencyKey: key, askedFrom: '' })

  const place = async (
    kind: 'cash' | 'bank' | 'pos',
    holder: Caller | null = null,
  ): Promise<MoneyPlaceId> => {
    const { id } = await counterRoutes['POST /v1/staff/communities/:communityId/money-places']({
      ...asked(),
      caller: finance,
      params: { communityId },
      body: { kind, name: `${kind}${++made}`, lastDigits: '', holderId: holder?.personId ?? null },
    })
    return id
  }
  const [till, bank, pos] = [await place('cash', clerk), await place('bank'), await place('pos')]

  const open = (at = till, caller = clerk, float = '0'): Promise<TillSession> =>
    counterRoutes['POST /v1/staff/communities/:communityId/money-places/:placeId/open']({
      ...asked(),
      caller,
      params: { communityId, placeId: at },
      body: { count: piecesOf(float) },
    })

  const take = (
    householdId: HouseholdId,
    seen: string,
    over: Partial<CounterTaking> & { caller?: Caller; key?: string } = {},
  ): Promise<CounterPayment> => {
    const { caller = clerk, key, ...body } = over
    const choice: PaymentChoice = { kind: 'all-due' }
    return counterRoutes['POST /v1/staff/communities/:communityId/households/:householdId/counter-payments']({
      ...asked(key),
      caller,
      params: { communityId, householdId },
      body: {
        choice,
        seenFen: yuan(seen),
        payerName: '',
        method: 'cash',
        placeId: null,
        voucherNumber: '',
        paidOn: businessDateAt(world.clock.now()),
        ...body,
      },
    })
  }

  const count = (
    sessionId: TillSessionId,
    counted: string,
    { caller = clerk, handTo = null }: { caller?: Caller; handTo?: Caller | null } = {},
  ): Promise<TillSession> =>
    counterRoutes['POST /v1/staff/communities/:communityId/till-sessions/:sessionId/count']({
      ...asked(),
      caller,
      params: { communityId, sessionId },
      body: { count: piecesOf(counted), handTo: handTo?.personId ?? null },
    })

  return {
    ...given,
    communityId,
    clerk,
    other,
    finance,
    manager,
    till,
    bank,
    pos,
    place,
    asked,
    open,
    take,
    count,
    takeOver: (sessionId: TillSessionId, counted: string, caller = other): Promise<TillSession> =>
      counterRoutes['POST /v1/staff/communities/:communityId/till-sessions/:sessionId/take-over']({
        ...asked(),
        caller,
        params: { communityId, sessionId },
        body: { count: piecesOf(counted) },
      }),
    confirm: (sessionId: TillSessionId, caller = finance, reason = ''): Promise<TillSession> =>
      counterRoutes['POST /v1/staff/communities/:communityId/till-sessions/:sessionId/confirm']({
        ...asked(),
        caller,
        params: { communityId, sessionId },
        body: { reason },
      }),
    reverse: (paymentId: PaymentId, caller = other, reason = '收错了房号'): Promise<CounterPayment> =>
      counterRoutes['POST /v1/staff/communities/:communityId/counter-payments/:paymentId/reverse']({
        ...asked(),
        caller,
        params: { communityId, paymentId },
        body: { reason },
      }),
    move: (
      way: 'deposit' | 'float',
      amount: string,
      slipNumber: string,
      { caller = finance, key }: { caller?: Caller; key?: string } = {},
    ) =>
      counterRoutes[`POST /v1/staff/communities/:communityId/money-places/:placeId/${way}`]({
        ...asked(key),
        caller,
        params: { communityId, placeId: till },
        body: { bankId: bank, amountFen: yuan(amount), slipNumber },
      }),
    /** Numbers the receipts that wait, as the job does. */
    number: (...paymentIds: PaymentId[]) =>
      given.inside(async (ctx) => {
        for (const paymentId of paymentIds) await issueReceipt(ctx, world.settings, paymentId)
      }),
    day: (caller = clerk) =>
      counterRoutes['GET /v1/staff/communities/:communityId/counter-payments']({
        ...asked(),
        caller,
        params: { communityId },
        query: {},
      }),
    view: (caller = clerk) =>
      counterRoutes['GET /v1/staff/communities/:communityId/counter']({
        ...asked(),
        caller,
        params: { communityId },
      }),
    /** All that the nightly audit asks of the counter's books. */
    audited: async () => [
      ...(await given.books.audit()),
      ...(await given.inside(auditPayments)),
      ...(await given.inside(auditCounter)),
    ],
    /** What the books say is in a till. */
    inTill: (at = till) =>
      given.inside(async ({ tx, community }) => {
        const { fen } = await tx.one<{ fen: number }>`
          select coalesce(sum(amount_fen), 0)::bigint as fen from posting
           where (community_id, place) = (${community}, ${String(at)}) and account = 'cash'`
        return fen
      }),
  }
}
