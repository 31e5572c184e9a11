import { type Static, Type } from 'typebox'
import { debitLeftOut, debitLineStates } from '../debit-life.ts'
import { Consent } from './consent.ts'
import type { EndpointTable } from './endpoint.ts'
import { Paper } from './paper.ts'
import {
  BusinessDate,
  DebitBatchId,
  DebitMandateId,
  FeeItemId,
  Fen,
  HouseholdParams,
  Instant,
  Line,
  Nullable,
  OneOf,
  PayableFen,
} from './schemas.ts'

const FeeItem = Type.Object({ id: FeeItemId, name: Type.String() })

/** What an owner allows: from which account, how much at once, for which fees. */
export const WantedMandate = Type.Object({
  bankName: Line(40),
  accountHolder: Line(40),
  account: Type.String({ minLength: 10, maxLength: 60 }),
  limitFen: PayableFen,
  feeItemIds: Type.Array(FeeItemId, { minItems: 1, maxItems: 50, uniqueItems: true }),
})
export type WantedMandate = Static<typeof WantedMandate>

/** The text that an owner agrees to, word by word (个人信息保护法 14, 17, 29, 30). */
export const MandatePaper = Type.Object({
  paper: Paper,
  sha256: Type.String(),
  consents: Type.Array(Consent),
})
export type MandatePaper = Static<typeof MandatePaper>

export const Mandate = Type.Object({
  id: DebitMandateId,
  bankName: Type.String(),
  /** The rest of the account number is shown to nobody. */
  lastDigits: Type.String(),
  limitFen: Fen,
  feeItems: Type.Array(Type.String()),
  paper: Paper,
  sha256: Type.String(),
  givenAt: Instant,
})
export type Mandate = Static<typeof Mandate>

/** One debit, as the owner reads it. */
export const OwnDebit = Type.Object({
  batchId: DebitBatchId,
  state: OneOf(debitLineStates),
  amountFen: Fen,
  debitOn: BusinessDate,
  fromHour: Type.Integer(),
  toHour: Type.Integer(),
  bankName: Type.String(),
  lastDigits: Type.String(),
  why: Nullable(OneOf(debitLeftOut)),
  /** What the bank says, of one that failed. */
  reason: Type.String(),
})
export type OwnDebit = Static<typeof OwnDebit>

export const OwnDebits = Type.Object({
  /** Null: nothing is debited. */
  mandate: Nullable(Mandate),
  /** Whether this community debits at all. */
  offered: Type.Boolean(),
  ownerName: Type.String(),
  feeItems: Type.Array(FeeItem),
  hotline: Type.String(),
  /** Newest first. */
  debits: Type.Array(OwnDebit),
})
export type OwnDebits = Static<typeof OwnDebits>

/** 银行代扣, for the owner alone. */
export const debitApi = {
  'GET /v1/communities/:communityId/households/:householdId/debit': {
    params: HouseholdParams,
    reply: OwnDebits,
    summary: 'The mandate of a home, the next debit and those before',
  },
  'POST /v1/communities/:communityId/households/:householdId/debit/paper': {
    params: HouseholdParams,
    body: WantedMandate,
    reply: MandatePaper,
    unstored: true,
    summary: 'The text to be agreed to; nothing is stored',
  },
  'POST /v1/communities/:communityId/households/:householdId/debit/mandate': {
    params: HouseholdParams,
    body: Type.Object({
      ...WantedMandate.properties,
      /** Of the text that was read. */
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      consents: Type.Array(Line(40), { maxItems: 10, uniqueItems: true }),
    }),
    reply: OwnDebits,
    unstored: true,
    summary: 'The owner agrees to exactly the text they read; the same once more changes nothing',
  },
  'POST /v1/communities/:communityId/households/:householdId/debit/withdraw': {
    params: HouseholdParams,
    reply: OwnDebits,
    summary: 'Withdraw the mandate: at once, for all that the bank does not have yet',
  },
} as const satisfies EndpointTable
