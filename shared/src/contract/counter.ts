import { type Static, Type } from 'typebox'
import { type Denomination, denominations } from '../cash-count.ts'
import { chequeStates, paymentMethods, placeKinds, tillStates } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import { PaymentChoice } from './payments.ts'
import {
  BusinessDate,
  ChargeId,
  ChequeId,
  CommunityId,
  CommunityParams,
  Fen,
  HouseholdId,
  HouseholdParams,
  Instant,
  Line,
  MoneyPlaceId,
  Nullable,
  OneOf,
  PayableFen,
  PaymentId,
  PersonId,
  Prose,
  TillSessionId,
} from './schemas.ts'

/** 点钞: how many of each note and coin. What it comes to is for the server to say. */
export const CashCount = Type.Array(
  Type.Object({
    denomination: Type.Unsafe<Denomination>({
      type: 'integer',
      enum: denominations.map(({ fen }) => fen),
    }),
    pieces: Type.Integer({ minimum: 0, maximum: 100_000 }),
  }),
  { maxItems: denominations.length },
)
export type CashCount = Static<typeof CashCount>

const Voucher = Type.String({ maxLength: 40, pattern: '^[A-Za-z0-9-]*$' })
const PayerName = Type.String({ maxLength: 40 })

/** A till, a bank account or a card terminal. */
export const MoneyPlace = Type.Object({
  id: MoneyPlaceId,
  kind: OneOf(placeKinds),
  name: Type.String(),
  lastDigits: Type.String(),
  holderId: Nullable(PersonId),
  holderName: Nullable(Type.String()),
  inUse: Type.Boolean(),
})
export type MoneyPlace = Static<typeof MoneyPlace>

const PlaceFields = {
  name: Line(20),
  /** Never the whole number of an account: what nobody keeps, nobody loses. */
  lastDigits: Type.String({ pattern: '^([0-9]{4})?$' }),
  holderId: Nullable(PersonId),
}
export const NewPlace = Type.Object({ kind: OneOf(placeKinds), ...PlaceFields })
export type NewPlace = Static<typeof NewPlace>
export const ChangedPlace = Type.Object({ ...PlaceFields, inUse: Type.Boolean() })
export type ChangedPlace = Static<typeof ChangedPlace>

/** By which ways a clerk takes money that is there at once. */
export const counterMethods = {
  cash: paymentMethods.cash,
  transfer: paymentMethods.transfer,
  pos: paymentMethods.pos,
} as const
export type CounterMethod = keyof typeof counterMethods

/** One clerk at one till. What the books expect stands here only once it has been counted. */
export const TillSession = Type.Object({
  id: TillSessionId,
  placeId: MoneyPlaceId,
  tillName: Type.String(),
  clerkId: PersonId,
  clerkName: Type.String(),
  state: OneOf(tillStates),
  openedAt: Instant,
  openedFen: Fen,
  countedAt: Nullable(Instant),
  counted: Nullable(CashCount),
  countedFen: Nullable(Fen),
  expectedFen: Nullable(Fen),
  /** Below zero: money is missing. */
  differenceFen: Nullable(Fen),
  /** What was missing or too much already when the till was opened. */
  openedDifferenceFen: Nullable(Fen),
  handTo: Nullable(Type.String()),
  takenOver: Type.Boolean(),
  closedAt: Nullable(Instant),
  closedBy: Nullable(Type.String()),
  reason: Type.String(),
  /** Whether the person who asks may confirm the count. */
  mayConfirm: Type.Boolean(),
})
export type TillSession = Static<typeof TillSession>

export const Clerk = Type.Object({ personId: PersonId, name: Type.String() })

/** The counter as the person who asks finds it. */
export const Counter = Type.Object({
  today: BusinessDate,
  places: Type.Array(MoneyPlace),
  /** Who may hold a till. */
  clerks: Type.Array(Clerk),
  /** The till that the person who asks has open. */
  own: Nullable(TillSession),
  /** Handed over to the person who asks, and not taken over yet. */
  handedToYou: Type.Array(TillSession),
  /** Counted, and to be confirmed by a second person. */
  toConfirm: Type.Array(TillSession),
})
export type Counter = Static<typeof Counter>

export const Cheque = Type.Object({
  id: ChequeId,
  householdId: HouseholdId,
  roomName: Type.String(),
  number: Type.String(),
  amountFen: Fen,
  payerName: Type.String(),
  receivedOn: BusinessDate,
  receivedBy: Type.String(),
  state: OneOf(chequeStates),
  settledAt: Nullable(Instant),
  reason: Type.String(),
})
export type Cheque = Static<typeof Cheque>

/** What a home owes at the counter, as of the day it pays. */
export const CounterBill = Type.Object({
  roomName: Type.String(),
  ownerMasked: Type.String(),
  charges: Type.Array(
    Type.Object({
      id: ChargeId,
      feeItem: Type.String(),
      fromDate: BusinessDate,
      toDate: BusinessDate,
      dueDate: BusinessDate,
      openFen: Fen,
    }),
  ),
  openFen: Fen,
  /** What the delay has cost up to the day, and is in no charge yet: paid with all that is due. */
  lateFeeFen: Fen,
  allDueFen: Fen,
  advanceFen: Fen,
  cheques: Type.Array(Cheque),
})
export type CounterBill = Static<typeof CounterBill>

const Taken = {
  choice: PaymentChoice,
  /** What the clerk and the payer have seen. The server computes the amount itself, and refuses when it is another. */
  seenFen: PayableFen,
  payerName: PayerName,
}

export const CounterTaking = Type.Object({
  ...Taken,
  method: OneOf(counterMethods),
  /** Where a transfer or a card's payment went. Cash goes into the clerk's own till. */
  placeId: Nullable(MoneyPlaceId),
  /** Of a transfer the bank's number, of a card the reference number. Cash is given its number. */
  voucherNumber: Voucher,
  paidOn: BusinessDate,
})
export type CounterTaking = Static<typeof CounterTaking>

export const CounterPayment = Type.Object({
  id: PaymentId,
  householdId: HouseholdId,
  roomName: Type.String(),
  method: OneOf(paymentMethods),
  placeName: Type.String(),
  amountFen: Fen,
  paidOn: BusinessDate,
  takenAt: Instant,
  takenBy: Type.String(),
  voucherNumber: Type.String(),
  /** Given right after the payment. */
  receiptNumber: Nullable(Type.Integer()),
  payerName: Type.String(),
  /** 已冲销: its receipt is void. */
  reversed: Nullable(Type.Object({ at: Instant, by: Type.String(), reason: Type.String() })),
  /** Whether the person who asks may reverse it. */
  mayReverse: Type.Boolean(),
})
export type CounterPayment = Static<typeof CounterPayment>

export const NewCheque = Type.Object({
  ...Taken,
  number: Type.String({ minLength: 4, maxLength: 40, pattern: '^[A-Za-z0-9-]+$' }),
})
export type NewCheque = Static<typeof NewCheque>

/** 日报 of what was taken on a day: reversed payments are counted apart. */
export const CounterDay = Type.Object({
  day: BusinessDate,
  payments: Type.Array(CounterPayment),
  more: Type.Boolean(),
  sums: Type.Array(
    Type.Object({
      clerkId: PersonId,
      clerkName: Type.String(),
      method: OneOf(paymentMethods),
      payments: Type.Integer(),
      amountFen: Fen,
      firstVoucher: Type.String(),
      lastVoucher: Type.String(),
      reversed: Type.Integer(),
      reversedFen: Fen,
    }),
  ),
})
export type CounterDay = Static<typeof CounterDay>

const PlaceParams = Type.Object({ communityId: CommunityId, placeId: MoneyPlaceId })
const SessionParams = Type.Object({ communityId: CommunityId, sessionId: TillSessionId })
const PaymentParams = Type.Object({ communityId: CommunityId, paymentId: PaymentId })
const ChequeParams = Type.Object({ communityId: CommunityId, chequeId: ChequeId })
const CashMove = Type.Object({
  bankId: MoneyPlaceId,
  amountFen: PayableFen,
  slipNumber: Type.String({ minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9-]+$' }),
})
const Moved = Type.Object({ tillFen: Fen })

export const counterApi = {
  'GET /v1/staff/communities/:communityId/counter': {
    params: CommunityParams,
    reply: Counter,
    summary: 'Tills, accounts and terminals, the own till, and counts that wait for somebody',
  },
  'POST /v1/staff/communities/:communityId/money-places': {
    params: CommunityParams,
    body: NewPlace,
    reply: MoneyPlace,
    summary: 'Set up a till, a bank account or a card terminal',
  },
  'PUT /v1/staff/communities/:communityId/money-places/:placeId': {
    params: PlaceParams,
    body: ChangedPlace,
    reply: MoneyPlace,
    summary: 'Rename it, give a till to another clerk, or take it out of use',
  },
  'GET /v1/staff/communities/:communityId/households/:householdId/counter-bill': {
    params: HouseholdParams,
    query: Type.Object({ paidOn: Type.Optional(BusinessDate) }),
    reply: CounterBill,
    summary: 'What a home owes at the counter as of a day',
  },
  'POST /v1/staff/communities/:communityId/households/:householdId/counter-payments': {
    params: HouseholdParams,
    body: CounterTaking,
    reply: CounterPayment,
    summary: 'Take cash, a transfer or a card; the same Idempotency-Key takes it once',
  },
  'POST /v1/staff/communities/:communityId/households/:householdId/cheques': {
    params: HouseholdParams,
    body: NewCheque,
    reply: Cheque,
    summary: 'Receive a cheque; its charges stay open until it clears',
  },
  'GET /v1/staff/communities/:communityId/cheques': {
    params: CommunityParams,
    query: Type.Object({ state: OneOf(chequeStates) }),
    reply: Type.Array(Cheque),
    summary: 'Cheques, newest first',
  },
  'POST /v1/staff/communities/:communityId/cheques/:chequeId/clear': {
    params: ChequeParams,
    body: Type.Object({ bankId: MoneyPlaceId, clearedOn: BusinessDate }),
    reply: CounterPayment,
    summary: 'The bank has paid it: it is booked',
  },
  'POST /v1/staff/communities/:communityId/cheques/:chequeId/bounce': {
    params: ChequeParams,
    body: Type.Object({ reason: Prose(100) }),
    reply: Cheque,
    summary: 'The bank has not paid it: nothing is booked',
  },
  'GET /v1/staff/communities/:communityId/counter-payments': {
    params: CommunityParams,
    query: Type.Object({
      day: Type.Optional(BusinessDate),
      method: Type.Optional(OneOf(paymentMethods)),
      clerk: Type.Optional(PersonId),
      before: Type.Optional(PaymentId),
    }),
    reply: CounterDay,
    summary: 'What the counter took on a day, by clerk and method',
  },
  'GET /v1/staff/communities/:communityId/counter-payments/:paymentId': {
    params: PaymentParams,
    reply: CounterPayment,
    summary: 'One payment of the counter: asked until it has its receipt number',
  },
  'POST /v1/staff/communities/:communityId/counter-payments/:paymentId/reverse': {
    params: PaymentParams,
    body: Type.Object({ reason: Prose(100) }),
    reply: CounterPayment,
    summary: 'Take a wrong receipt back; its number stays, void',
  },
  'POST /v1/staff/communities/:communityId/money-places/:placeId/open': {
    params: PlaceParams,
    body: Type.Object({ count: CashCount }),
    reply: TillSession,
    summary: 'Open the own till with its float, counted',
  },
  'POST /v1/staff/communities/:communityId/till-sessions/:sessionId/count': {
    params: SessionParams,
    body: Type.Object({ count: CashCount, handTo: Nullable(PersonId) }),
    reply: TillSession,
    summary: 'Close the till by counting it, or count it to hand it over',
  },
  'POST /v1/staff/communities/:communityId/till-sessions/:sessionId/take-over': {
    params: SessionParams,
    body: Type.Object({ count: CashCount }),
    reply: TillSession,
    summary: 'Take a till over: counted by both, it is open again under its new clerk',
  },
  'POST /v1/staff/communities/:communityId/till-sessions/:sessionId/confirm': {
    params: SessionParams,
    body: Type.Object({ reason: Type.String({ maxLength: 200 }) }),
    reply: TillSession,
    summary: 'Confirm a count as a second person; a difference is booked with its reason',
  },
  'GET /v1/staff/communities/:communityId/till-sessions': {
    params: CommunityParams,
    query: Type.Object({ before: Type.Optional(TillSessionId) }),
    reply: Type.Object({ sessions: Type.Array(TillSession), more: Type.Boolean() }),
    summary: 'Who had which till, newest first',
  },
  'POST /v1/staff/communities/:communityId/money-places/:placeId/deposit': {
    params: PlaceParams,
    body: CashMove,
    reply: Moved,
    summary: 'Cash of a till goes to the bank',
  },
  'POST /v1/staff/communities/:communityId/money-places/:placeId/float': {
    params: PlaceParams,
    body: CashMove,
    reply: Moved,
    summary: 'Cash from the bank goes into a till',
  },
} as const satisfies EndpointTable
