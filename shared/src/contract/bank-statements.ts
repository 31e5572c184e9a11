import { type Static, Type } from 'typebox'
import { bankColumns, bankDoubts, bankLineStates } from '../bank-statement.ts'
import { layoutEncodings, layoutSeparators } from '../debit-layout.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BankLineId,
  BoundFen,
  BusinessDate,
  CommunityId,
  CommunityParams,
  Fen,
  Instant,
  Line,
  MoneyPlaceId,
  Nullable,
  OneOf,
} from './schemas.ts'

/** How the bank of an account or a terminal writes its file, as data. Amounts are yuan, days 20261205, 2026-12-05 or 2026/12/05. */
export const BankLayout = Type.Object({
  encoding: OneOf(layoutEncodings),
  separator: OneOf(layoutSeparators),
  /** The columns as the heading of the file names them, in its order. Lines above the heading are passed over. */
  columns: Type.Array(Type.Object({ title: Line(40), content: OneOf(bankColumns) }), {
    minItems: 3,
    maxItems: 40,
  }),
  /** Of a file with 收支标志: how it begins where money came in. */
  creditMark: Type.String({ maxLength: 10 }),
  /** How the last line begins, which sums the others up; empty: there is none. */
  totalMark: Type.String({ maxLength: 10 }),
})
export type BankLayout = Static<typeof BankLayout>

/** A line of the bank: what came in above zero, what went out below. */
export const BankFileLine = Type.Object({
  serial: Type.String(),
  day: BusinessDate,
  amountFen: Fen,
  otherName: Type.String(),
  remark: Type.String(),
})
export type BankFileLine = Static<typeof BankFileLine>

export const BankPreview = Type.Object({
  /** Taken in before, as a whole. */
  known: Type.Boolean(),
  lines: Type.Integer(),
  /** Those that no earlier file had brought. */
  fresh: Type.Integer(),
  inFen: Fen,
  outFen: Fen,
  /** The first ones, to look at. */
  sample: Type.Array(BankFileLine),
})
export type BankPreview = Static<typeof BankPreview>

/** What a line is that is nobody's payment. `place`: our own money from or to another account, or what a card company pays out. */
export const LineBooking = Type.Union([
  Type.Object({ kind: Type.Literal('wechat'), mchid: Type.String({ pattern: '^\\d{6,20}$' }) }),
  /** 手续费: what the card company kept; 0 where nothing is. */
  Type.Object({ kind: Type.Literal('place'), placeId: MoneyPlaceId, feeFen: BoundFen }),
  Type.Object({ kind: Type.Literal('cost') }),
])
export type LineBooking = Static<typeof LineBooking>

/** What we booked at a place and did not take back. */
export const PlaceMovement = Type.Object({
  movement: Type.String(),
  day: BusinessDate,
  amountFen: Fen,
  reference: Type.String(),
  otherName: Type.String(),
})
export type PlaceMovement = Static<typeof PlaceMovement>

export const BankLine = Type.Object({
  id: BankLineId,
  ...BankFileLine.properties,
  state: OneOf(bankLineStates),
  /** Null: it is dealt with. */
  doubt: Nullable(OneOf(bankDoubts)),
  reason: Type.String(),
  resolvedBy: Nullable(Type.String()),
  resolvedAt: Nullable(Instant),
})
export type BankLine = Static<typeof BankLine>

/** An account or a terminal, its lines, and what stands alone in the books. */
export const PlaceStatement = Type.Object({
  name: Type.String(),
  layout: Nullable(BankLayout),
  /** Where our own money may come from or go to. */
  ours: Type.Object({
    mchids: Type.Array(Type.String()),
    places: Type.Array(
      Type.Object({
        id: MoneyPlaceId,
        name: Type.String(),
        kind: Type.Union([Type.Literal('bank'), Type.Literal('pos')]),
      }),
    ),
  }),
  /** The last day that a file has spoken of. */
  takenThrough: Nullable(BusinessDate),
  lines: Type.Array(BankLine),
  /** What we booked for the amount of an open line, and no line is yet. */
  mayBe: Type.Array(PlaceMovement),
  alone: Type.Array(Type.Object({ ...PlaceMovement.properties, doubt: OneOf(bankDoubts) })),
})
export type PlaceStatement = Static<typeof PlaceStatement>

const PlaceParams = Type.Object({ communityId: CommunityId, placeId: MoneyPlaceId })
const LineParams = Type.Object({ communityId: CommunityId, lineId: BankLineId })
const Days = Type.Object({ from: BusinessDate, to: BusinessDate })
const Movement = Type.String({ pattern: '^(entry|debit):[0-9]{1,16}$' })

export const bankStatementsApi = {
  'GET /v1/staff/communities/:communityId/bank-statements': {
    params: CommunityParams,
    reply: Type.Array(
      Type.Object({
        id: MoneyPlaceId,
        name: Type.String(),
        takenThrough: Nullable(BusinessDate),
        open: Type.Integer(),
      }),
    ),
    summary: 'Accounts and terminals, how far their statements are here, and what is open',
  },
  'GET /v1/staff/communities/:communityId/money-places/:placeId/bank-statement': {
    params: PlaceParams,
    query: Type.Object({ show: Type.Union([Type.Literal('open'), Type.Literal('all')]) }),
    reply: PlaceStatement,
    summary: 'The lines of a place, newest first, and what stands alone in the books',
  },
  'PUT /v1/staff/communities/:communityId/money-places/:placeId/bank-layout': {
    params: PlaceParams,
    body: BankLayout,
    reply: Type.Object({}),
    summary: 'How the bank of this place writes its file',
  },
  'POST /v1/staff/communities/:communityId/money-places/:placeId/bank-statement/preview': {
    params: PlaceParams,
    query: Days,
    body: 'bytes',
    reply: BankPreview,
    unstored: true,
    summary: 'What a file would bring; nothing is written',
  },
  'POST /v1/staff/communities/:communityId/money-places/:placeId/bank-statement': {
    params: PlaceParams,
    query: Days,
    body: 'bytes',
    reply: Type.Object({ added: Type.Integer(), matched: Type.Integer() }),
    summary: 'Take a file in and match it; the same file once more adds nothing',
  },
  'POST /v1/staff/communities/:communityId/money-places/:placeId/bank-statement/match': {
    params: PlaceParams,
    reply: Type.Object({ matched: Type.Integer() }),
    summary: 'Match what is open with what was booked since',
  },
  'POST /v1/staff/communities/:communityId/bank-lines/:lineId/match': {
    params: LineParams,
    body: Type.Object({ movement: Movement }),
    reply: Type.Object({}),
    summary: 'Say which posting of ours a line is',
  },
  'POST /v1/staff/communities/:communityId/bank-lines/:lineId/hold': {
    params: LineParams,
    reply: Type.Object({}),
    summary: 'Money that nothing of ours explains goes into suspense, once',
  },
  'POST /v1/staff/communities/:communityId/bank-lines/:lineId/book': {
    params: LineParams,
    body: LineBooking,
    reply: Type.Object({}),
    summary: 'Book a line that is nobody’s payment: our own money between places, or what a bank charges',
  },
  'POST /v1/staff/communities/:communityId/bank-lines/:lineId/reopen': {
    params: LineParams,
    reply: Type.Object({}),
    summary: 'What was said of a line was wrong: it is open again',
  },
  'POST /v1/staff/communities/:communityId/bank-lines/:lineId/explain': {
    params: LineParams,
    body: Type.Object({ reason: Line(200) }),
    reply: Type.Object({}),
    summary: 'Say why a line needs no posting of ours',
  },
  'POST /v1/staff/communities/:communityId/money-places/:placeId/movements/:movement/explain': {
    params: Type.Object({ ...PlaceParams.properties, movement: Movement }),
    body: Type.Object({ reason: Line(200) }),
    reply: Type.Object({}),
    summary: 'Say why the bank does not have what we booked',
  },
} as const satisfies EndpointTable
