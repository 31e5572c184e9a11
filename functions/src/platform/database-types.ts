// Written by npm run types:database from the live schema. Not edited by hand.

import type { BusinessDate } from '@anjiao/shared/calendar'
import type { AdvancePolicyId, AdvanceReturnId, BankLineId, BankStatementId, BankStatementLayoutId, BillDifferenceId, BillId, BillRunId, BindingApplicationId, BuildingId, CampaignEventId, CampaignId, CashMoveId, ChargeHoldId, ChargeId, ChequeId, CommunityId, CompanyId, DebitBatchId, DebitLayoutId, DebitMandateId, DebitResultId, DeferralId, DeliveryEvidenceId, DeliveryId, DisputeId, DomainEventId, EntryId, FeeItemId, FeeStandardId, HouseholdId, InvoiceRequestId, LetterBatchId, MembershipId, MoneyPlaceId, NoticeId, NoticeWordingId, PaymentAttemptId, PaymentId, PersonId, PhotoId, PlanAgreementId, PlanEventId, PlanId, PlanPolicyId, PostingId, PriceVersionId, RefundId, ReliefApplicationId, ReliefBudgetId, ReliefEventId, ReliefStandardId, ReminderComplaintId, RollImportId, RoomFeeId, RoomId, ServiceContractId, SetOffConsentId, SubscriptionAnswerId, SubscriptionCreditId, SubscriptionUseId, SuspenseItemId, SuspenseResolutionId, TillSessionId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'

export type Account = 'receivable' | 'advance' | 'wechat' | 'cash' | 'bank' | 'pos' | 'income' | 'late_fee_income' | 'relief' | 'discount' | 'bad_debt' | 'wechat_fee' | 'suspense' | 'refund_payable' | 'till_difference' | 'finance_cost'

export type AdvanceReturnCause = 'moved_out' | 'contract_ended' | 'other'

export type AdvanceReturnState = 'waiting' | 'checking' | 'agreed' | 'declined' | 'withdrawn'

export type AfterBroken = 'needs_approval' | 'refused'

export type AnswerTeller = 'phone' | 'wechat'

export type ApplicationState = 'pending' | 'approved' | 'rejected'

export type AttemptState = 'created' | 'prepaid' | 'paid' | 'closed'

export type BankLineState = 'open' | 'matched' | 'held' | 'explained'

export type BillKind = 'trade' | 'fund_flow'

export type BillLineKind = 'paid' | 'refund' | 'revoked'

export type BillRunState = 'running' | 'finished'

export type BillState = 'taking' | 'taken' | 'none'

export type BillingCycle = 'monthly' | 'quarterly' | 'yearly'

export type BudgetSource = 'company' | 'common_income' | 'other'

export type CampaignEventKind = 'make' | 'change' | 'submit' | 'approve_alone' | 'approve' | 'send_back' | 'take_back' | 'outgrow' | 'start' | 'pause' | 'resume' | 'finish' | 'go_on' | 'stop'

export type CampaignState = 'draft' | 'submitted' | 'approved' | 'running' | 'paused' | 'done' | 'stopped'

export type Channel = 'subscription' | 'sms' | 'letter'

export type ChargeOrigin = 'opening' | 'bill' | 'late_fee'

export type ChequeState = 'waiting' | 'cleared' | 'bounced'

export type ContactStop = 'deceased' | 'asked' | 'represented' | 'other'

export type CreditState = 'free' | 'reserved' | 'used'

export type CreditUseOutcome = 'reserved' | 'returned' | 'spent' | 'refused'

export type DebitBatchState = 'made' | 'released' | 'sent' | 'done' | 'cancelled'

export type DebitLayoutPurpose = 'out' | 'result'

export type DebitLeftOut = 'withdrawn' | 'transferred' | 'nothing_due' | 'held' | 'paying' | 'over_limit' | 'in_batch' | 'changed' | 'not_told' | 'cancelled'

export type DebitLineState = 'chosen' | 'sent' | 'succeeded' | 'failed' | 'unanswered' | 'left_out'

export type DeferralState = 'applied' | 'granted' | 'refused' | 'withdrawn'

export type DeliveryOutcome = 'accepted' | 'refused' | 'not_arrived' | 'invalid' | 'banned' | 'limited' | 'config' | 'no_connection' | 'lost' | 'declined' | 'returned'

export type DeliveryProof = 'accepted' | 'arrived' | 'bounced' | 'opened' | 'posted' | 'handed' | 'declined' | 'signed_for' | 'returned' | 'withdrawn'

export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'delivered' | 'failed' | 'left_out' | 'unreachable' | 'unknown' | 'stopped'

export type DeviceGrantState = 'pending' | 'approved' | 'denied' | 'consumed'

export type DifferenceKind = 'missing_here' | 'missing_there' | 'amount' | 'revoked' | 'refund_missing_here' | 'refund_missing_there' | 'refund_amount' | 'refund_state'

export type DifferenceState = 'open' | 'resolved'

export type DisputeAbout = 'amount' | 'period' | 'area' | 'price' | 'paid' | 'service' | 'not_mine' | 'other'

export type DisputeState = 'open' | 'corrected' | 'explained' | 'withdrawn'

export type EntryKind = 'opening' | 'bill' | 'late_fee' | 'payment' | 'advance_applied' | 'suspense' | 'cancellation' | 'reversal' | 'relief' | 'refund' | 'refund_paid' | 'suspense_placed' | 'fee' | 'transfer' | 'till_difference'

export type EvidenceWay = 'desk' | 'certificate' | 'upload'

export type FundFlowState = 'taken' | 'none' | 'not_offered'

export type HoldMatter = 'plan' | 'deferral' | 'relief' | 'dispute'

export type InvoiceState = 'asked' | 'issued' | 'declined' | 'red_lettered'

export type InvoiceTitleKind = 'person' | 'company'

export type LateFeeTerms = 'held' | 'waived_when_kept'

export type MembershipRelation = 'owner' | 'family' | 'tenant'

export type NoOfferReason = 'own_home' | 'has_plan' | 'held' | 'only_old' | 'too_small'

export type NoticeKind = 'bill' | 'reminder' | 'instalment' | 'receipt' | 'answer' | 'debit'

export type PaymentMethod = 'wechat' | 'cash' | 'transfer' | 'pos' | 'cheque' | 'bank_debit'

export type PhotoState = 'waiting' | 'kept' | 'deleted'

export type PlaceKind = 'cash' | 'bank' | 'pos'

export type PlanEventKind = 'offer' | 'apply' | 'take' | 'approve' | 'counter' | 'refuse' | 'decline' | 'withdraw' | 'take_back' | 'expire' | 'sign' | 'start' | 'lapse' | 'break' | 'cure' | 'keep' | 'move' | 'correct'

export type PlanState = 'offered' | 'applied' | 'countered' | 'approved' | 'signed' | 'active' | 'broken' | 'cured' | 'kept' | 'declined' | 'cancelled' | 'expired'

export type PriceMethod = 'area' | 'fixed' | 'tier'

export type RefundRoute = 'wechat' | 'advance' | 'cash' | 'transfer'

export type RefundState = 'asked' | 'declined' | 'withdrawn' | 'owed' | 'sent' | 'abnormal' | 'paid' | 'failed' | 'found'

export type ReliefEventKind = 'apply' | 'return' | 'complete' | 'agree' | 'grant' | 'refuse' | 'appeal' | 'refuse_finally' | 'withdraw' | 'lapse' | 'reverse' | 'check' | 'stop'

export type ReliefKind = 'low_income' | 'illness' | 'disability' | 'disaster' | 'unemployment' | 'vacancy' | 'other'

export type ReliefMeasure = 'percent' | 'sum' | 'late_fee' | 'deferral' | 'plan'

export type ReliefState = 'applied' | 'returned' | 'agreed_once' | 'granted' | 'refused' | 'appealed' | 'refused_finally' | 'withdrawn' | 'lapsed' | 'reversed'

export type ReminderRuleKind = 'bill_published' | 'due_in_7' | 'due_today' | 'overdue_7' | 'instalment_in_3' | 'instalment_today' | 'instalment_missed' | 'receipt' | 'answers' | 'debit_coming'

export type RollImportState = 'previewed' | 'confirmed'

export type ShippingReportState = 'waiting' | 'reported' | 'refused' | 'given_up'

export type StaffRole = 'front_desk' | 'finance' | 'collector' | 'manager' | 'administrator'

export type SubscriptionAnswerKind = 'accept' | 'reject' | 'ban' | 'filter'

export type SuspenseOutcome = 'placed' | 'returned'

export type SuspenseReason = 'unknown_order' | 'other_amount' | 'paid_twice' | 'paid_after_close' | 'refunded_elsewhere' | 'bank_unexplained' | 'card_unexplained'

export type SuspenseState = 'open' | 'resolved'

export type TaxTreatment = 'taxed' | 'not_taxed' | 'exempt'

export type UnbilledReason = 'no_fee' | 'no_price' | 'no_owner' | 'owner_changed' | 'fee_changed' | 'already_billed' | 'nothing_to_pay'

export type WhyNotSend = 'stopped' | 'paused' | 'too_late' | 'contract_ended' | 'transferred' | 'deceased' | 'do_not_contact' | 'complaint_open' | 'nothing_open' | 'nothing_due' | 'held' | 'paying' | 'not_so' | 'too_soon' | 'too_many' | 'hour' | 'quota' | 'nobody' | 'no_credit' | 'no_wording' | 'does_not_fit' | 'opened' | 'not_set_up'

export interface AdvancePolicyRow {
  communityId: CommunityId
  id: AdvancePolicyId
  monthsMost: number | null
  mostFen: Fen | null
  publishedAs: string
  publishedAt: Date
  publishedBy: string
}

export interface AdvanceReturnRow {
  communityId: CommunityId
  id: AdvanceReturnId
  householdId: HouseholdId
  cause: AdvanceReturnCause
  words: string
  state: AdvanceReturnState
  wantedBy: PersonId | null
  askedAt: Date
  replyBy: BusinessDate
  amountFen: Fen | null
  declinedBecause: string | null
}

export interface AuditLogRow {
  communityId: CommunityId
  id: number
  at: Date
  actor: string
  action: string
  subject: string
  details: unknown
}

export interface BankLineRow {
  communityId: number
  id: BankLineId
  statementId: BankStatementId
  placeId: MoneyPlaceId
  serial: string
  day: BusinessDate
  amountFen: Fen
  otherName: string
  remark: string
  state: BankLineState
  movement: string | null
  itemId: SuspenseItemId | null
  reason: string
  resolvedAt: Date | null
  resolvedBy: string | null
}

export interface BankStatementRow {
  communityId: number
  id: BankStatementId
  placeId: MoneyPlaceId
  layoutId: BankStatementLayoutId
  sha256: Buffer
  fromDay: BusinessDate
  toDay: BusinessDate
  lines: number
  added: number
  takenAt: Date
  takenBy: PersonId
}

export interface BankStatementLayoutRow {
  communityId: number
  id: BankStatementLayoutId
  placeId: MoneyPlaceId
  layout: unknown
  madeAt: Date
  madeBy: string
}

export interface BillRow {
  id: BillId
  mchid: string
  day: BusinessDate
  kind: BillKind
  state: BillState
  lines: number
  strays: number
  begunAt: Date
  takenAt: Date | null
  paidFen: Fen | null
  refundedFen: Fen | null
  feeMilliFen: Fen | null
}

export interface BillDifferenceRow {
  communityId: CommunityId
  id: BillDifferenceId
  mchid: string
  day: BusinessDate
  kind: DifferenceKind
  transactionId: string
  outTradeNo: string
  refundId: string
  oursFen: Fen | null
  theirsFen: Fen | null
  state: DifferenceState
  foundAt: Date
  resolvedAt: Date | null
  resolvedBy: string | null
  reason: string | null
}

export interface BillLineRow {
  communityId: CommunityId
  billId: BillId
  line: number
  kind: BillLineKind
  transactionId: string
  outTradeNo: string
  refundId: string | null
  outRefundNo: string | null
  refundStatus: string | null
  amountFen: Fen
  feeMilliFen: Fen
  at: Date
}

export interface BillRunRow {
  communityId: CommunityId
  id: BillRunId
  cycle: BillingCycle
  fromDate: BusinessDate
  toDate: BusinessDate
  dueDate: BusinessDate
  state: BillRunState
  doneRoomId: number
  roomsDone: number
  rooms: number
  charges: number
  amountFen: Fen
  startedAt: Date
  startedBy: string
  finishedAt: Date | null
}

export interface BillStrayRow {
  billId: BillId
  line: number
  kind: BillLineKind
  transactionId: string
  outTradeNo: string
  amountFen: Fen
  at: Date
  resolvedAt: Date | null
  resolvedBy: string | null
  reason: string | null
}

export interface BindingApplicationRow {
  communityId: CommunityId
  id: BindingApplicationId
  personId: PersonId
  roomText: string
  applicantName: string
  relation: MembershipRelation
  state: ApplicationState
  householdId: HouseholdId | null
  answer: string
  createdAt: Date
  decidedAt: Date | null
  decidedBy: PersonId | null
}

export interface BooksClosedRow {
  communityId: CommunityId
  through: BusinessDate
}

export interface BuildingRow {
  communityId: CommunityId
  id: BuildingId
  name: string
}

export interface CampaignRow {
  communityId: CommunityId
  id: CampaignId
  name: string
  segment: unknown
  channels: Channel[]
  startsAt: Date | null
  perMinute: number | null
  holdOutPercent: number
  state: CampaignState
  madeBy: PersonId
  madeAt: Date
  submittedBy: PersonId | null
  approvedBy: PersonId | null
  startedAt: Date | null
  endedAt: Date | null
  plannedThrough: number
  plannedAt: Date | null
  nextAt: Date
  homes: number | null
}

export interface CampaignEventRow {
  communityId: number
  id: CampaignEventId
  campaignId: CampaignId
  event: CampaignEventKind
  at: Date
  by: string
}

export interface CampaignHomeRow {
  communityId: number
  campaignId: CampaignId
  householdId: HouseholdId
  heldOut: boolean
  openFen: Fen
  chargeIds: number[]
}

export interface CashMoveRow {
  communityId: number
  id: CashMoveId
  fromPlaceId: MoneyPlaceId
  toPlaceId: MoneyPlaceId
  amountFen: Fen
  slipNumber: string
  movedBy: PersonId
  movedAt: Date
  intentKey: string
  entryId: EntryId
}

export interface ChannelPauseRow {
  channel: Channel
  account: string
  pausedUntil: Date
  pausedFor: DeliveryOutcome
  templateId: string
  lostInARow: number
}

export interface ChargeRow {
  communityId: number
  id: ChargeId
  householdId: HouseholdId
  roomId: RoomId
  feeItemId: FeeItemId
  fromDate: BusinessDate
  toDate: BusinessDate
  dueDate: BusinessDate
  amountFen: Fen
  settledFen: Fen
  origin: ChargeOrigin
  pricing: unknown
  priceVersionId: PriceVersionId | null
  principalId: ChargeId | null
  entryId: EntryId
  cancelledBy: EntryId | null
}

export interface ChargeHoldRow {
  communityId: number
  id: ChargeHoldId
  householdId: HouseholdId
  chargeId: ChargeId
  matter: HoldMatter
  subjectId: number
  granted: boolean
  fromDate: BusinessDate
  toDate: BusinessDate | null
  waives: boolean
}

export interface ChequeRow {
  communityId: number
  id: ChequeId
  householdId: HouseholdId
  number: string
  amountFen: Fen
  payerName: string
  receivedBy: PersonId
  receivedAt: Date
  receivedOn: BusinessDate
  intentKey: string
  asked: unknown
  state: ChequeState
  settledBy: PersonId | null
  settledAt: Date | null
  reason: string
  paymentId: PaymentId | null
}

export interface ChequeChargeRow {
  communityId: number
  chequeId: ChequeId
  chargeId: ChargeId
}

export interface ClosedDayRow {
  communityId: CommunityId
  day: BusinessDate
  closedAt: Date
  closedBy: string
}

export interface CommunityRow {
  id: CommunityId
  companyId: CompanyId
  mchid: string | null
  name: string
  equalPrice: boolean
}

export interface CompanyRow {
  id: CompanyId
  name: string
  hotline: string
  officeAddress: string
  smsFen: Fen | null
  letterFen: Fen | null
}

export interface ContactWishRow {
  communityId: number
  householdId: HouseholdId
  writtenOnly: boolean
  fromHour: number
  toHour: number
  address: string
  stop: ContactStop | null
  stopNote: string
  changedAt: Date
  changedBy: string
  wishedBy: string | null
}

export interface CounterPaymentRow {
  communityId: number
  paymentId: PaymentId
  placeId: MoneyPlaceId
  sessionId: TillSessionId | null
  voucherNumber: string
  serial: number | null
  payerName: string
  takenBy: PersonId
  takenAt: Date
  takenOn: BusinessDate
  intentKey: string
  asked: unknown
}

export interface DebitBatchRow {
  communityId: CommunityId
  id: DebitBatchId
  number: string
  state: DebitBatchState
  debitOn: BusinessDate
  fromHour: number
  toHour: number
  tellBy: Date
  placeId: MoneyPlaceId
  fileLayoutId: DebitLayoutId
  resultLayoutId: DebitLayoutId
  madeAt: Date
  madeBy: PersonId
  releasedAt: Date | null
  releasedBy: PersonId | null
  sentAt: Date | null
  sentBy: PersonId | null
  endedAt: Date | null
  endedBy: PersonId | null
  reason: string
}

export interface DebitLayoutRow {
  communityId: CommunityId
  id: DebitLayoutId
  purpose: DebitLayoutPurpose
  name: string
  layout: unknown
  madeAt: Date
  madeBy: string
  retiredAt: Date | null
}

export interface DebitLineRow {
  communityId: number
  batchId: DebitBatchId
  no: number
  householdId: HouseholdId
  mandateId: DebitMandateId
  amountFen: Fen
  state: DebitLineState
  why: DebitLeftOut | null
  resultId: DebitResultId | null
  code: string | null
  reason: string
  answeredAt: Date | null
  paymentId: PaymentId | null
}

export interface DebitLineChargeRow {
  communityId: number
  batchId: number
  no: number
  chargeId: ChargeId
}

export interface DebitMandateRow {
  communityId: number
  id: DebitMandateId
  householdId: HouseholdId
  version: string
  bankName: string
  accountHolder: string
  lastDigits: string
  account: Buffer | null
  limitFen: Fen
  paper: unknown
  text: string
  textSha256: Buffer
  consents: unknown
  givenAt: Date
  givenBy: PersonId
  givenAppid: string
  givenOpenid: string
  withdrawnAt: Date | null
  withdrawnBy: PersonId | null
}

export interface DebitMandateFeeRow {
  communityId: number
  mandateId: DebitMandateId
  feeItemId: FeeItemId
}

export interface DebitResultRow {
  communityId: number
  id: DebitResultId
  batchId: DebitBatchId
  sha256: Buffer
  takenAt: Date
  takenBy: PersonId
  lines: number
  succeeded: number
  succeededFen: Fen
}

export interface DeferralRow {
  communityId: number
  id: DeferralId
  householdId: HouseholdId
  policyId: PlanPolicyId
  state: DeferralState
  untilDate: BusinessDate
  reason: string
  answer: string
  askedOn: BusinessDate
  askedAt: Date
  askedBy: PersonId
  replyBy: BusinessDate | null
  decidedAt: Date | null
  decidedBy: string | null
}

export interface DeferralChargeRow {
  communityId: number
  deferralId: DeferralId
  chargeId: ChargeId
}

export interface DeliveryRow {
  communityId: number
  id: DeliveryId
  noticeId: NoticeId
  householdId: HouseholdId
  channel: Channel
  lane: number
  state: DeliveryState
  sendAfter: Date
  leasedUntil: Date | null
  tries: number
  why: WhyNotSend | null
  outcome: DeliveryOutcome | null
  errcode: string | null
  wordingId: NoticeWordingId | null
  personId: PersonId | null
  sentTo: string | null
  sent: unknown | null
  providerId: string | null
  gatedAt: Date | null
  sentAt: Date | null
  endedAt: Date | null
  askAfter: Date
}

export interface DeliveryEvidenceRow {
  communityId: number
  id: DeliveryEvidenceId
  deliveryId: DeliveryId
  proof: DeliveryProof
  at: Date
  note: string
  toldBy: string
  corrects: number | null
}

export interface DeviceCodeLookupRow {
  personId: PersonId
  lookups: number
  windowEndsAt: Date
}

export interface DeviceGrantRow {
  deviceCodeHash: Buffer
  userCode: string
  state: DeviceGrantState
  personId: PersonId | null
  appid: string | null
  openid: string | null
  askedFrom: string
  askedAt: Date
  expiresAt: Date
  nextPollAt: Date
}

export interface DisputeRow {
  communityId: number
  id: DisputeId
  householdId: HouseholdId
  chargeId: ChargeId
  about: DisputeAbout
  text: string
  state: DisputeState
  askedBy: PersonId
  askedAt: Date
  askedOn: BusinessDate
  replyBy: BusinessDate
  overdueAt: Date | null
  answer: string
  answeredBy: PersonId | null
  answeredAt: Date | null
  chargeCancelled: boolean
  endedOn: BusinessDate | null
}

export interface DomainEventRow {
  communityId: CommunityId
  id: DomainEventId
  kind: string
  key: string
  householdId: HouseholdId
  payload: unknown
  occurredAt: Date
}

export interface EntryRow {
  communityId: CommunityId
  id: EntryId
  kind: EntryKind
  businessDate: BusinessDate
  source: string
  postedAt: Date
  postedBy: string
  reversesId: EntryId | null
  memo: string
}

export interface ExplainedMovementRow {
  communityId: number
  placeId: MoneyPlaceId
  movement: string
  reason: string
  explainedAt: Date
  explainedBy: string
}

export interface FeeItemRow {
  communityId: CommunityId
  id: FeeItemId
  name: string
  kind: string
}

export interface FeeStandardRow {
  communityId: number
  id: FeeStandardId
  feeItemId: FeeItemId
  name: string
}

export interface FundFlowRow {
  mchid: string
  day: BusinessDate
  state: FundFlowState
  paidFen: Fen
  refundedFen: Fen
  feeFen: Fen
  otherInFen: Fen
  otherOutFen: Fen
  balanceFen: Fen | null
  takenAt: Date
  resolvedAt: Date | null
  resolvedBy: string | null
  reason: string | null
}

export interface HouseholdRow {
  communityId: number
  id: HouseholdId
  roomId: RoomId
  ownerName: string
  ownerPhones: string[]
  fromDate: BusinessDate
  toDate: BusinessDate | null
  remark: string
  advanceFen: Fen
}

export interface IdempotentReplyRow {
  personId: PersonId
  key: string
  requestHash: Buffer
  status: number | null
  reply: unknown | null
  createdAt: Date
}

export interface InstalmentRow {
  communityId: number
  planId: PlanId
  no: number
  dueDate: BusinessDate
  movedTo: BusinessDate | null
  amountFen: Fen
}

export interface InvoicePaymentRow {
  communityId: number
  requestId: InvoiceRequestId
  paymentId: PaymentId
  held: boolean
  invoicedFen: Fen | null
}

export interface InvoiceRequestRow {
  communityId: number
  id: InvoiceRequestId
  householdId: HouseholdId
  state: InvoiceState
  titleKind: InvoiceTitleKind
  title: string
  taxNumber: string | null
  email: string
  askedBy: PersonId
  askedAt: Date
  decidedBy: PersonId | null
  decidedAt: Date | null
  declinedBecause: string | null
  invoiceNumber: string | null
  issuedOn: BusinessDate | null
  lines: unknown | null
  fileKey: string | null
  fileType: string | null
  redNumber: string | null
  redAt: Date | null
}

export interface JobOutboxRow {
  id: number
  queue: string
  payload: unknown
  startAt: Date
}

export interface LateFeeRunRow {
  communityId: CommunityId
  asOf: BusinessDate
  doneHouseholdId: number
  charges: number
  amountFen: Fen
  finishedAt: Date | null
}

export interface LetterRow {
  communityId: number
  batchId: LetterBatchId
  deliveryId: DeliveryId
  no: number | null
  why: WhyNotSend | null
}

export interface LetterBatchRow {
  communityId: CommunityId
  id: LetterBatchId
  campaignId: CampaignId | null
  rule: ReminderRuleKind | null
  building: string | null
  madeAt: Date
  madeBy: PersonId
  pdfKey: string | null
  pdfSha256: Buffer | null
}

export interface LoanPrimeRateRow {
  fromDate: BusinessDate
  yearlyPpm: number
}

export interface MatchedDayRow {
  communityId: CommunityId
  mchid: string
  day: BusinessDate
  matchedAt: Date
  paid: number
  paidFen: Fen
  refunded: number
  refundedFen: Fen
  feeFen: Fen
}

export interface MembershipRow {
  communityId: number
  id: MembershipId
  householdId: HouseholdId
  personId: PersonId | null
  phone: string | null
  relation: MembershipRelation
  label: string
  linkedBy: PersonId | null
  createdAt: Date
}

export interface MerchantRow {
  mchid: string
  companyId: CompanyId
  appid: string
}

export interface MoneyPlaceRow {
  communityId: CommunityId
  id: MoneyPlaceId
  kind: PlaceKind
  name: string
  lastDigits: string
  holderId: PersonId | null
  inUse: boolean
}

export interface NoticeRow {
  communityId: CommunityId
  id: NoticeId
  householdId: HouseholdId
  kind: NoticeKind
  key: string
  campaignId: CampaignId | null
  rule: ReminderRuleKind | null
  chargeIds: number[] | null
  subject: unknown
  ownerOnly: boolean
  channels: Channel[]
  madeAt: Date
  notAfter: Date
  words: unknown | null
  toldAt: Date | null
  openedAt: Date | null
  openedBy: PersonId | null
}

export interface NoticeWordingRow {
  communityId: CommunityId
  id: NoticeWordingId
  kind: NoticeKind
  channel: Channel
  appid: string | null
  templateId: string
  fields: unknown
  text: string
  replaces: NoticeWordingId | null
  publishedAt: Date
  publishedBy: string
}

export interface PaymentRow {
  communityId: number
  id: PaymentId
  householdId: HouseholdId
  attemptId: PaymentAttemptId | null
  method: PaymentMethod
  externalId: string
  amountFen: Fen
  paidAt: Date
  entryId: EntryId
}

export interface PaymentAttemptRow {
  communityId: number
  id: PaymentAttemptId
  outTradeNo: string
  householdId: HouseholdId
  payerId: PersonId
  mchid: string
  appid: string
  openid: string
  amountFen: Fen
  description: string
  state: AttemptState
  prepayId: string | null
  intentKey: string
  choice: unknown | null
  createdAt: Date
  expiresAt: Date
  queriedAt: Date | null
  unknownAnswers: number
  nextQueryAt: Date | null
  paidAt: Date | null
  closedAt: Date | null
}

export interface PaymentAttemptChargeRow {
  communityId: number
  attemptId: PaymentAttemptId
  chargeId: ChargeId
}

export interface PaymentNoticeRow {
  communityId: CommunityId
  eventId: string
  outTradeNo: string
  transactionId: string
  receivedAt: Date
}

export interface PersonRow {
  id: PersonId
  phone: string | null
  createdAt: Date
}

export interface PhotoRow {
  communityId: number
  id: PhotoId
  householdId: HouseholdId
  uploadedBy: PersonId
  key: string
  contentType: string
  bytes: number
  sha256: Buffer | null
  state: PhotoState
  subject: string | null
  createdAt: Date
  keptAt: Date | null
  deleteOn: BusinessDate | null
  deletedAt: Date | null
  sweptAt: Date | null
}

export interface PlanRow {
  communityId: number
  id: PlanId
  householdId: HouseholdId
  policyId: PlanPolicyId
  state: PlanState
  debtFen: Fen
  downFen: Fen
  instalments: number
  everyMonths: number
  dayOfMonth: number
  firstDue: BusinessDate
  lateFee: LateFeeTerms
  asked: unknown | null
  reason: string
  answer: string
  madeAt: Date
  madeBy: string
  replyBy: BusinessDate | null
  openUntil: BusinessDate | null
  signedOn: BusinessDate | null
  endedOn: BusinessDate | null
  checkOn: BusinessDate | null
  easier: boolean
  offeredFor: string | null
}

export interface PlanAgreementRow {
  communityId: number
  id: PlanAgreementId
  planId: PlanId
  number: string
  paper: unknown
  text: string
  textSha256: Buffer
  consents: unknown
  signedAt: Date
  signedBy: PersonId
  signedPhone: string
  signedAppid: string
  signedOpenid: string
  pdfKey: string | null
  pdfSha256: Buffer | null
  afterEntryId: number
}

export interface PlanChargeRow {
  communityId: number
  planId: PlanId
  chargeId: ChargeId
  amountFen: Fen
  waived: boolean
}

export interface PlanEventRow {
  communityId: number
  planId: PlanId
  id: PlanEventId
  event: PlanEventKind
  toState: PlanState
  onDate: BusinessDate
  note: string
  at: Date
  by: string
}

export interface PlanPolicyRow {
  communityId: CommunityId
  id: PlanPolicyId
  arrearsMinFen: Fen
  overdueMonthsMin: number
  afterBroken: AfterBroken
  afterBrokenMonths: number
  downPercent: number
  instalmentsMax: number
  everyMonths: number[]
  instalmentMinFen: Fen
  firstAfterDays: number
  termMonthsMax: number
  lateFee: LateFeeTerms
  atOnceMaxFen: Fen
  atOnceInstalmentsMax: number
  graceDays: number
  toleranceFen: Fen
  cureDays: number
  movesMax: number
  moveDaysMax: number
  replyDays: number
  offerDays: number
  deferralDaysMax: number
  deferralAtOnceDays: number
  deferralsPerYear: number
  publishedAs: string
  publishedAt: Date
  publishedBy: string
}

export interface PostingRow {
  communityId: number
  id: PostingId
  entryId: EntryId
  account: Account
  amountFen: Fen
  chargeId: ChargeId | null
  householdId: HouseholdId | null
  feeItemId: FeeItemId | null
  place: string | null
}

export interface PriceVersionRow {
  communityId: number
  id: PriceVersionId
  standardId: FeeStandardId
  fromDate: BusinessDate
  method: PriceMethod
  rate: number | null
  fixedFen: Fen | null
  tiers: unknown | null
  publishedAs: string
}

export interface QuarantinedNoticeRow {
  eventId: string
  mchid: string
  appid: string
  outTradeNo: string
  transactionId: string
  amountFen: Fen
  currency: string
  reason: string
  receivedAt: Date
}

export interface ReceiptRow {
  communityId: number
  paymentId: PaymentId
  number: number
  issuedAt: Date
}

export interface ReceiptDocumentRow {
  communityId: number
  paymentId: PaymentId
  code: string
  content: string
  contentSha256: Buffer
}

export interface ReceiptPdfRow {
  communityId: number
  paymentId: PaymentId
  key: string
  sha256: Buffer
}

export interface RefreshTokenRow {
  tokenHash: Buffer
  family: string
  expiresAt: Date
  usedAt: Date | null
}

export interface RefundRow {
  communityId: CommunityId
  id: RefundId
  householdId: HouseholdId | null
  paymentId: PaymentId | null
  amountFen: Fen
  route: RefundRoute
  state: RefundState
  reason: string
  outRefundNo: string
  transactionId: string | null
  mchid: string | null
  wechatRefundId: string | null
  receivedBy: string | null
  askedBy: string
  askedAt: Date
  checkedBy: string | null
  checkedAt: Date | null
  declinedBecause: string | null
  voucher: string | null
  paidAt: Date | null
  tries: number
  nextTryAt: Date | null
  standsBecause: string | null
  takenAt: Date | null
  suspenseItemId: SuspenseItemId | null
  placeId: MoneyPlaceId | null
  sessionId: TillSessionId | null
  paidBy: PersonId | null
  returnId: AdvanceReturnId | null
  intentKey: string | null
  asked: unknown | null
}

export interface RefundLimitRow {
  communityId: CommunityId
  aloneUpToFen: Fen
}

export interface RefundNoticeRow {
  communityId: CommunityId
  eventId: string
  outRefundNo: string
  receivedAt: Date
}

export interface RefundPartRow {
  communityId: number
  refundId: RefundId
  chargeId: ChargeId
  amountFen: Fen
}

export interface ReliefApplicationRow {
  communityId: number
  id: ReliefApplicationId
  householdId: HouseholdId
  standardId: ReliefStandardId
  state: ReliefState
  statement: string
  evidenceWay: EvidenceWay
  askedAt: Date
  askedBy: PersonId
  consentKey: string | null
  consentText: string | null
  consentedAt: Date | null
  replyBy: BusinessDate | null
  sendBy: BusinessDate | null
  appealUntil: BusinessDate | null
  agreedPercent: number | null
  agreedFen: Fen | null
  grantedOn: BusinessDate | null
  percent: number | null
  principalFen: Fen
  lateFeeFen: Fen
  deferredUntil: BusinessDate | null
  instalments: number | null
  lastsUntil: BusinessDate | null
  inFull: boolean | null
  stoppedOn: BusinessDate | null
}

export interface ReliefApplicationChargeRow {
  communityId: number
  applicationId: ReliefApplicationId
  chargeId: ChargeId
  named: boolean
}

export interface ReliefBudgetRow {
  communityId: CommunityId
  id: ReliefBudgetId
  name: string
  fromDate: BusinessDate
  toDate: BusinessDate
  amountFen: Fen
  source: BudgetSource
  resolution: string
  enteredAt: Date
  enteredBy: string
  drawnAt: Date | null
}

export interface ReliefEventRow {
  communityId: number
  id: ReliefEventId
  applicationId: ReliefApplicationId
  event: ReliefEventKind
  toState: ReliefState
  onDate: BusinessDate
  note: string
  at: Date
  by: string
  personId: PersonId | null
}

export interface ReliefPostingRow {
  communityId: number
  applicationId: ReliefApplicationId
  entryId: EntryId
  chargeId: ChargeId | null
  reversedBy: EntryId | null
}

export interface ReliefStandardRow {
  communityId: CommunityId
  id: ReliefStandardId
  kind: ReliefKind
  name: string
  evidence: string
  ways: EvidenceWay[]
  measure: ReliefMeasure
  percent: number | null
  sumMaxFen: Fen | null
  deferralDays: number | null
  instalmentsMax: number | null
  waivesLateFee: boolean
  feeItems: string[]
  months: number
  budgetId: ReliefBudgetId | null
  secondAboveFen: Fen
  resolution: string
  legalBasis: string
  replyDays: number
  appealDays: number
  photoDays: number
  publishedAs: string
  publishedAt: Date
  publishedBy: string
  endedAt: Date | null
}

export interface ReminderComplaintRow {
  communityId: number
  id: ReminderComplaintId
  householdId: HouseholdId
  noticeId: NoticeId
  askedBy: PersonId
  text: string
  askedAt: Date
  replyBy: BusinessDate
  answer: string
  answeredAt: Date | null
  answeredBy: PersonId | null
  answerReadAt: Date | null
}

export interface ReminderRuleRow {
  communityId: CommunityId
  rule: ReminderRuleKind
  isOn: boolean
  channels: Channel[]
  hour: number
  since: Date
  doneThrough: BusinessDate | null
  changedBy: string
}

export interface RollImportRow {
  communityId: CommunityId
  id: RollImportId
  fileName: string
  sha256: Buffer
  file: Buffer | null
  state: RollImportState
  summary: unknown
  createdAt: Date
  createdBy: string
  confirmedAt: Date | null
}

export interface RoomRow {
  communityId: number
  id: RoomId
  buildingId: BuildingId
  key: string
  unit: string
  roomNo: string
  areaHundredths: number
  usage: string
  handoverDate: BusinessDate | null
}

export interface RoomFeeRow {
  communityId: number
  id: RoomFeeId
  roomId: RoomId
  feeItemId: FeeItemId
  standardId: FeeStandardId
  quantityHundredths: number
  fromDate: BusinessDate
  toDate: BusinessDate | null
}

export interface SendQuotaRow {
  account: string
  askedAt: Date
  day: BusinessDate | null
  dailyLimit: number | null
  used: number | null
  leftToday: number | null
}

export interface ServiceContractRow {
  communityId: CommunityId
  id: ServiceContractId
  name: string
  fromDate: BusinessDate
  toDate: BusinessDate | null
  endedOn: BusinessDate | null
  feeModel: string
  lateFeeClause: string | null
  lateFeeDailyPpm: number | null
  lateFeeAfterDays: number
}

export interface SessionRow {
  family: string
  personId: PersonId
  appid: string
  openid: string
  startedAt: Date
}

export interface SetOffRow {
  communityId: number
  householdId: HouseholdId
  billEntryId: EntryId
  consentId: SetOffConsentId
  entryId: EntryId
  amountFen: Fen
  doneAt: Date
}

export interface SetOffConsentRow {
  communityId: number
  id: SetOffConsentId
  householdId: HouseholdId
  version: string
  text: string
  textSha256: Buffer
  givenAt: Date
  givenBy: PersonId
  givenAppid: string
  givenOpenid: string
  withdrawnAt: Date | null
  withdrawnBy: PersonId | null
}

export interface ShippingReportRow {
  communityId: CommunityId
  transactionId: string
  state: ShippingReportState
  tries: number
  standsBecause: string | null
  changedAt: Date
}

export interface StaffRow {
  communityId: CommunityId
  personId: PersonId
  name: string
  roles: StaffRole[]
  createdAt: Date
}

export interface SubscriptionAnswerRow {
  id: SubscriptionAnswerId
  appid: string
  openid: string
  templateId: string
  answer: SubscriptionAnswerKind
  toldBy: AnswerTeller
  change: boolean
  at: Date
}

export interface SubscriptionCreditRow {
  id: SubscriptionCreditId
  answerId: SubscriptionAnswerId
  appid: string
  openid: string
  templateId: string
  grantedAt: Date
  state: CreditState
  lostAt: Date | null
}

export interface SubscriptionUseRow {
  communityId: number
  id: SubscriptionUseId
  creditId: SubscriptionCreditId
  deliveryId: DeliveryId
  reservedAt: Date
  outcome: CreditUseOutcome
  endedAt: Date | null
}

export interface SuspenseItemRow {
  communityId: CommunityId
  id: SuspenseItemId
  reason: SuspenseReason
  state: SuspenseState
  outTradeNo: string | null
  externalId: string
  amountFen: Fen
  paidAt: Date
  entryId: EntryId
  attemptId: PaymentAttemptId | null
  account: Account
  place: string
  payerName: string
  remark: string
}

export interface SuspenseResolutionRow {
  communityId: number
  id: SuspenseResolutionId
  itemId: SuspenseItemId
  outcome: SuspenseOutcome
  paymentId: PaymentId | null
  entryId: EntryId | null
  reason: string
  reference: string
  resolvedBy: PersonId
  resolvedAt: Date
  intentKey: string
  asked: unknown
  takenBackBy: PersonId | null
  takenBackAt: Date | null
  takenBackBecause: string | null
}

export interface TaxRateRow {
  communityId: number
  feeItemId: FeeItemId
  fromDate: BusinessDate
  treatment: TaxTreatment
  rateBp: number | null
  setBy: PersonId
  setAt: Date
}

export interface TillSessionRow {
  communityId: number
  id: TillSessionId
  placeId: MoneyPlaceId
  clerkId: PersonId
  openedAt: Date
  openedWith: unknown
  openedFen: Fen
  openedExpectedFen: Fen
  countedAt: Date | null
  counted: unknown | null
  countedFen: Fen | null
  expectedFen: Fen | null
  lastPosting: number | null
  handTo: PersonId | null
  closedAt: Date | null
  closedBy: PersonId | null
  reason: string
  differenceEntryId: EntryId | null
}

export interface TradeManagementRow {
  appid: string
  managed: boolean
  askedAt: Date
}

export interface WechatAccountRow {
  appid: string
  openid: string
  personId: PersonId
}

export interface WechatAccountGoneRow {
  appid: string
  openid: string
  since: Date
}

export interface WechatEventRow {
  key: string
  event: string
  takenInAt: Date
}

export interface WechatTemplateRow {
  appid: string
  templateId: string
  title: string
  fields: unknown
  syncedAt: Date
  goneAt: Date | null
}
