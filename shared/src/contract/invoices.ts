import { type Static, Type } from 'typebox'
import {
  invoiceFilters,
  invoiceLimits,
  invoiceStates,
  invoiceTitleKinds,
  taxTreatments,
} from '../invoice-life.ts'
import { paymentMethods } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BusinessDate,
  CommunityId,
  CommunityParams,
  FeeItemId,
  Fen,
  HouseholdId,
  HouseholdParams,
  Instant,
  InvoiceRequestId,
  Line,
  Nullable,
  OneOf,
  PaymentId,
} from './schemas.ts'

/** What of the payments went to one fee item, tax included, and the tax in it. */
export const InvoiceLine = Type.Object({
  feeItem: Type.String(),
  amountFen: Fen,
  /** Null: finance has set no rate for that day yet. */
  treatment: Nullable(OneOf(taxTreatments)),
  /** In hundredths of a percent; null: no tax in it, or not known. */
  rateBp: Nullable(Type.Integer()),
  taxFen: Nullable(Fen),
})
export type InvoiceLine = Static<typeof InvoiceLine>

/** 开票申请, and what became of it. */
export const InvoiceRequest = Type.Object({
  id: InvoiceRequestId,
  state: OneOf(invoiceStates),
  titleKind: OneOf(invoiceTitleKinds),
  title: Type.String(),
  taxNumber: Nullable(Type.String()),
  email: Type.String(),
  askedAt: Instant,
  /** Receipt numbers of its payments. */
  receipts: Type.Array(Type.Integer()),
  amountFen: Fen,
  lines: Type.Array(InvoiceLine),
  declinedBecause: Nullable(Type.String()),
  invoiceNumber: Nullable(Type.String()),
  issuedOn: Nullable(BusinessDate),
  redNumber: Nullable(Type.String()),
  /** Of the file; null: not issued. No phone opens OFD. */
  fileType: Nullable(OneOf({ pdf: 'PDF', ofd: 'OFD' })),
  /** Money went back after it was issued: 需开红字发票. */
  needsRed: Type.Boolean(),
})
export type InvoiceRequest = Static<typeof InvoiceRequest>

/** The same for finance: whose it is. */
export const StaffInvoiceRequest = Type.Object({
  ...InvoiceRequest.properties,
  householdId: HouseholdId,
  roomName: Type.String(),
  ownerMasked: Type.String(),
})
export type StaffInvoiceRequest = Static<typeof StaffInvoiceRequest>

/** A payment that an invoice may be asked for. */
export const InvoiceablePayment = Type.Object({
  paymentId: PaymentId,
  receipt: Type.Integer(),
  method: OneOf(paymentMethods),
  paidAt: Instant,
  /** What of it went to charges: what was paid ahead is invoiced when it settles something. */
  amountFen: Fen,
})
export type InvoiceablePayment = Static<typeof InvoiceablePayment>

/** What somebody asks for. */
export const InvoiceWanted = Type.Object({
  paymentIds: Type.Array(PaymentId, { minItems: 1, maxItems: invoiceLimits.payments, uniqueItems: true }),
  titleKind: OneOf(invoiceTitleKinds),
  title: Line(100),
  /** Of a company. */
  taxNumber: Type.Optional(Line(40)),
  /** Where it is sent as well; left out: it is looked up here. */
  email: Type.Optional(Line(100)),
})
export type InvoiceWanted = Static<typeof InvoiceWanted>

export const TaxRate = Type.Object({
  feeItemId: FeeItemId,
  feeItem: Type.String(),
  fromDate: BusinessDate,
  treatment: OneOf(taxTreatments),
  rateBp: Nullable(Type.Integer()),
})
export type TaxRate = Static<typeof TaxRate>

const OwnRequest = Type.Object({ ...HouseholdParams.properties, requestId: InvoiceRequestId })
const RequestParams = Type.Object({ communityId: CommunityId, requestId: InvoiceRequestId })
const Link = Type.Object({ url: Type.String(), expiresAt: Instant })
const Filter = Type.Object({ show: OneOf(invoiceFilters) })
const Token = Type.Object({ token: Type.String({ maxLength: 200 }) })

export const invoicesApi = {
  'GET /v1/communities/:communityId/households/:householdId/invoice-requests': {
    params: HouseholdParams,
    reply: Type.Object({
      requests: Type.Array(InvoiceRequest),
      payments: Type.Array(InvoiceablePayment),
    }),
    summary: 'Invoices that a home asked for, newest first, and the payments it may still ask one for',
  },
  'POST /v1/communities/:communityId/households/:householdId/invoice-requests': {
    params: HouseholdParams,
    body: InvoiceWanted,
    reply: InvoiceRequest,
    summary: 'Ask for an invoice; each payment once',
  },
  'POST /v1/communities/:communityId/households/:householdId/invoice-requests/:requestId/file': {
    params: OwnRequest,
    reply: Link,
    unstored: true,
    summary: 'A short-lived link to the invoice that was issued',
  },
  'GET /v1/staff/communities/:communityId/invoice-requests': {
    params: CommunityParams,
    query: Type.Object({ ...Filter.properties, before: Type.Optional(InvoiceRequestId) }),
    reply: Type.Object({ requests: Type.Array(StaffInvoiceRequest), more: Type.Boolean() }),
    summary: 'Invoices that were asked for, newest first',
  },
  'POST /v1/staff/communities/:communityId/invoice-requests/list': {
    params: CommunityParams,
    body: Filter,
    reply: Link,
    unstored: true,
    summary: 'A short-lived link to the same list as an Excel file',
  },
  'POST /v1/staff/communities/:communityId/invoice-requests/:requestId/issue': {
    params: RequestParams,
    query: Type.Object({ number: Line(40), issuedOn: BusinessDate }),
    body: 'bytes',
    reply: StaffInvoiceRequest,
    summary: 'The invoice was issued: its number, its day, and its file (PDF or OFD)',
  },
  'POST /v1/staff/communities/:communityId/invoice-requests/:requestId/decline': {
    params: RequestParams,
    body: Type.Object({ because: Line(200) }),
    reply: StaffInvoiceRequest,
    summary: 'No invoice, and why; its payments may be asked for again',
  },
  'POST /v1/staff/communities/:communityId/invoice-requests/:requestId/red-letter': {
    params: RequestParams,
    body: Type.Object({ number: Line(40) }),
    reply: StaffInvoiceRequest,
    summary: 'The invoice was taken back by a red one',
  },
  'POST /v1/staff/communities/:communityId/invoice-requests/:requestId/file': {
    params: RequestParams,
    reply: Link,
    unstored: true,
    summary: 'A short-lived link to the invoice, for staff',
  },
  'GET /v1/staff/communities/:communityId/tax-rates': {
    params: CommunityParams,
    reply: Type.Object({
      rates: Type.Array(TaxRate),
      feeItems: Type.Array(Type.Object({ id: FeeItemId, name: Type.String() })),
    }),
    summary: 'Tax rates by fee item and day, newest first',
  },
  'POST /v1/staff/communities/:communityId/tax-rates': {
    params: CommunityParams,
    body: Type.Object({
      feeItemId: FeeItemId,
      fromDate: BusinessDate,
      treatment: OneOf(taxTreatments),
      rateBp: Nullable(Type.Integer({ minimum: 1, maximum: 10_000 })),
    }),
    reply: TaxRate,
    summary: 'A tax rate from a day on; what applied before stays',
  },
  'GET /v1/invoice-files/:token': {
    params: Token,
    reply: 'bytes',
    anonymous: true,
    summary: 'The invoice of a short-lived link',
  },
  'GET /v1/invoice-lists/:token/:show': {
    params: Type.Object({ ...Token.properties, ...Filter.properties }),
    reply: 'bytes',
    anonymous: true,
    summary: 'The list of a short-lived link, as Excel file',
  },
} as const satisfies EndpointTable
