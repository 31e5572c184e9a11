// Written by npm run types:database from the live schema. Not edited by hand.

import type { BusinessDate } from '@anjiao/shared/calendar'
import type { BillRunId, BindingApplicationId, BuildingId, ChargeHoldId, ChargeId, CommunityId, CompanyId, DeferralId, DisputeId, DomainEventId, EntryId, FeeItemId, FeeStandardId, HouseholdId, MembershipId, PaymentAttemptId, PaymentId, PersonId, PhotoId, PlanAgreementId, PlanEventId, PlanId, PlanPolicyId, PostingId, PriceVersionId, ReliefApplicationId, ReliefBudgetId, ReliefEventId, ReliefStandardId, RollImportId, RoomFeeId, RoomId, ServiceContractId, SuspenseItemId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'

export type Account = 'receivable' | 'advance' | 'wechat' | 'cash' | 'bank' | 'pos' | 'income' | 'late_fee_income' | 'relief' | 'discount' | 'bad_debt' | 'wechat_fee' | 'suspense'

export type AfterBroken = 'needs_approval' | 'refused'

export type ApplicationState = 'pending' | 'approved' | 'rejected'

export type AttemptState = 'created' | 'prepaid' | 'paid' | 'closed'

export type BillRunState = 'running' | 'finished'

export type BillingCycle = 'monthly' | 'quarterly' | 'yearly'

export type BudgetSource = 'company' | 'common_income' | 'other'

export type ChargeOrigin = 'opening' | 'bill' | 'late_fee'

export type DeferralState = 'applied' | 'granted' | 'refused' | 'withdrawn'

export type DeviceGrantState = 'pending' | 'approved' | 'denied' | 'consumed'

export type DisputeAbout = 'amount' | 'period' | 'area' | 'price' | 'paid' | 'service' | 'not_mine' | 'other'

export type DisputeState = 'open' | 'corrected' | 'explained' | 'withdrawn'

export type EntryKind = 'opening' | 'bill' | 'late_fee' | 'payment' | 'advance_applied' | 'suspense' | 'cancellation' | 'reversal' | 'relief'

export type EvidenceWay = 'desk' | 'certificate' | 'upload'

export type HoldMatter = 'plan' | 'deferral' | 'relief' | 'dispute'

export type LateFeeTerms = 'held' | 'waived_when_kept'

export type MembershipRelation = 'owner' | 'family' | 'tenant'

export type NoOfferReason = 'own_home' | 'has_plan' | 'held' | 'only_old' | 'too_small'

export type PaymentMethod = 'wechat'

export type PhotoState = 'waiting' | 'kept' | 'deleted'

export type PlanEventKind = 'offer' | 'apply' | 'take' | 'approve' | 'counter' | 'refuse' | 'decline' | 'withdraw' | 'take_back' | 'expire' | 'sign' | 'start' | 'lapse' | 'break' | 'cure' | 'keep' | 'move' | 'correct'

export type PlanState = 'offered' | 'applied' | 'countered' | 'approved' | 'signed' | 'active' | 'broken' | 'cured' | 'kept' | 'declined' | 'cancelled' | 'expired'

export type PriceMethod = 'area' | 'fixed' | 'tier'

export type ReliefEventKind = 'apply' | 'return' | 'complete' | 'agree' | 'grant' | 'refuse' | 'appeal' | 'refuse_finally' | 'withdraw' | 'lapse' | 'reverse' | 'check' | 'stop'

export type ReliefKind = 'low_income' | 'illness' | 'disability' | 'disaster' | 'unemployment' | 'vacancy' | 'other'

export type ReliefMeasure = 'percent' | 'sum' | 'late_fee' | 'deferral' | 'plan'

export type ReliefState = 'applied' | 'returned' | 'agreed_once' | 'granted' | 'refused' | 'appealed' | 'refused_finally' | 'withdrawn' | 'lapsed' | 'reversed'

export type RollImportState = 'previewed' | 'confirmed'

export type StaffRole = 'front_desk' | 'finance' | 'collector' | 'manager' | 'administrator'

export type SuspenseReason = 'unknown_order' | 'other_amount' | 'paid_twice' | 'paid_after_close' | 'refunded_elsewhere'

export type SuspenseState = 'open' | 'resolved'

export type UnbilledReason = 'no_fee' | 'no_price' | 'no_owner' | 'owner_changed' | 'fee_changed' | 'already_billed' | 'nothing_to_pay'

export interface AuditLogRow {
  communityId: CommunityId
  id: number
  at: Date
  actor: string
  action: string
  subject: string
  details: unknown
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

export interface BuildingRow {
  communityId: CommunityId
  id: BuildingId
  name: string
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

export interface LoanPrimeRateRow {
  fromDate: BusinessDate
  yearlyPpm: number
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

export interface RefreshTokenRow {
  tokenHash: Buffer
  family: string
  expiresAt: Date
  usedAt: Date | null
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

export interface StaffRow {
  communityId: CommunityId
  personId: PersonId
  name: string
  roles: StaffRole[]
  createdAt: Date
}

export interface SuspenseItemRow {
  communityId: CommunityId
  id: SuspenseItemId
  reason: SuspenseReason
  state: SuspenseState
  outTradeNo: string
  externalId: string
  amountFen: Fen
  paidAt: Date
  entryId: EntryId
  attemptId: PaymentAttemptId | null
}

export interface WechatAccountRow {
  appid: string
  openid: string
  personId: PersonId
}
