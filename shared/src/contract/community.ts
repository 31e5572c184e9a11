import { type Static, Type } from 'typebox'
import { feeModels, membershipRelations } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BusinessDate,
  CommunityId,
  CommunityParams,
  FeeItemId,
  Fen,
  HouseholdId,
  HouseholdParams,
  Line,
  Nullable,
  OneOf,
  RollImportId,
  ServiceContractId,
} from './schemas.ts'

/** A row of a roll that was not taken, with where it stands and what is wrong with it. */
export const RejectedRow = Type.Object({
  sheet: Type.String(),
  row: Type.Integer(),
  column: Type.String(),
  value: Type.String(),
  why: Type.String(),
  /** The same for people, in Chinese. */
  reason: Type.String(),
})
export type RejectedRow = Static<typeof RejectedRow>

/** Something in the file that differs from what is stored. */
export const RollDifference = Type.Object({
  room: Type.String(),
  what: Type.String(),
  before: Type.String(),
  after: Type.String(),
})
export type RollDifference = Static<typeof RollDifference>

export const RollSummary = Type.Object({
  community: Type.String(),
  households: Type.Integer(),
  householdsInArrears: Type.Integer(),
  charges: Type.Integer(),
  arrearsFen: Fen,
  byFeeItemFen: Type.Record(Type.String(), Fen),
  /** The first of them; `rejectedTotal` says how many there are. */
  rejected: Type.Array(RejectedRow),
  rejectedTotal: Type.Integer(),
  warnings: Type.Array(RejectedRow),
  warningsTotal: Type.Integer(),
  /** What confirming brings (or brought): rows that were not there before. */
  newHouseholds: Type.Integer(),
  newCharges: Type.Integer(),
  differences: Type.Array(RollDifference),
  differencesTotal: Type.Integer(),
})
export type RollSummary = Static<typeof RollSummary>

export const RollImport = Type.Object({
  id: RollImportId,
  fileName: Type.String(),
  state: OneOf({ previewed: 0, confirmed: 0 }),
  summary: RollSummary,
})
export type RollImport = Static<typeof RollImport>

export const HouseholdRow = Type.Object({
  householdId: HouseholdId,
  roomName: Type.String(),
  ownerMasked: Type.String(),
  phoneMasked: Type.String(),
  openFen: Fen,
  /** The day from which something is overdue, if anything is. */
  overdueSince: Nullable(BusinessDate),
})
export type HouseholdRow = Static<typeof HouseholdRow>

export const HouseholdDetail = Type.Object({
  householdId: HouseholdId,
  roomName: Type.String(),
  ownerName: Type.String(),
  phonesMasked: Type.Array(Type.String()),
  areaHundredths: Type.Integer(),
  usage: Type.String(),
  handoverDate: Nullable(BusinessDate),
  fromDate: BusinessDate,
  toDate: Nullable(BusinessDate),
  remark: Type.String(),
  advanceFen: Fen,
  people: Type.Array(
    Type.Object({ label: Type.String(), phoneMasked: Type.String(), relation: OneOf(membershipRelations) }),
  ),
})
export type HouseholdDetail = Static<typeof HouseholdDetail>

export const StaffOverview = Type.Object({
  communityName: Type.String(),
  households: Type.Integer(),
  householdsInArrears: Type.Integer(),
  openFen: Fen,
  overdueFen: Fen,
  collectedThisMonthFen: Fen,
  pendingApplications: Type.Integer(),
  suspenseItems: Type.Integer(),
})
export type StaffOverview = Static<typeof StaffOverview>

/** 物业服务合同. Bills rest on it; a late fee only on its clause. */
export const ServiceContract = Type.Object({
  id: ServiceContractId,
  name: Type.String(),
  fromDate: BusinessDate,
  toDate: Nullable(BusinessDate),
  /** The day the service ended: nothing is billed for time after it. */
  endedOn: Nullable(BusinessDate),
  feeModel: OneOf(feeModels),
  /** As the contract words it; null: no late fee was agreed, so none is charged. */
  lateFeeClause: Nullable(Type.String()),
  /** Millionths of the open principal per day: 0.03 % is 300. */
  lateFeeDailyPpm: Nullable(Type.Integer()),
  lateFeeAfterDays: Type.Integer(),
})
export type ServiceContract = Static<typeof ServiceContract>

const NewServiceContract = Type.Object({
  name: Line(100),
  fromDate: BusinessDate,
  toDate: Nullable(BusinessDate),
  feeModel: OneOf(feeModels),
  lateFee: Nullable(
    Type.Object({
      clause: Line(200),
      dailyPpm: Type.Integer({ minimum: 1, maximum: 10_000 }),
      afterDays: Type.Integer({ minimum: 0, maximum: 365 }),
    }),
  ),
})
export type NewServiceContract = Static<typeof NewServiceContract>

/** What a community is made of, to choose from. */
export const CommunityParts = Type.Object({
  buildings: Type.Array(Type.String()),
  /** What is charged for a service; late fees are none of them. */
  feeItems: Type.Array(Type.Object({ id: FeeItemId, name: Type.String() })),
})
export type CommunityParts = Static<typeof CommunityParts>

const ImportParams = Type.Object({ communityId: CommunityId, rollImportId: RollImportId })
const StaffHousehold = HouseholdParams

export const communityApi = {
  'GET /v1/staff/communities/:communityId/contracts': {
    params: CommunityParams,
    reply: Type.Array(ServiceContract),
    summary: 'Service contracts, newest first',
  },
  'POST /v1/staff/communities/:communityId/contracts': {
    params: CommunityParams,
    body: NewServiceContract,
    reply: Type.Array(ServiceContract),
    summary: 'Enter a service contract',
  },
  'POST /v1/staff/communities/:communityId/contracts/:contractId/end': {
    params: Type.Object({ communityId: CommunityId, contractId: ServiceContractId }),
    body: Type.Object({ endedOn: BusinessDate }),
    reply: Type.Array(ServiceContract),
    summary: 'Say on which day the service under a contract ended',
  },
  'GET /v1/staff/communities/:communityId/overview': {
    params: CommunityParams,
    reply: StaffOverview,
    summary: 'The figures a manager opens with',
  },
  'GET /v1/staff/communities/:communityId/parts': {
    params: CommunityParams,
    reply: CommunityParts,
    summary: 'Buildings and fee items, to choose from',
  },
  'POST /v1/staff/communities/:communityId/rolls': {
    params: CommunityParams,
    query: Type.Object({ fileName: Line(200) }),
    body: 'bytes',
    reply: RollImport,
    summary: 'Upload an Excel roll and see what it would bring; nothing is taken in yet',
  },
  'GET /v1/staff/communities/:communityId/rolls/:rollImportId': {
    params: ImportParams,
    reply: RollImport,
    summary: 'A roll that was uploaded',
  },
  'POST /v1/staff/communities/:communityId/rolls/:rollImportId/confirm': {
    params: ImportParams,
    reply: RollImport,
    summary: 'Take the roll in, whole or not at all',
  },
  'GET /v1/staff/communities/:communityId/households': {
    params: CommunityParams,
    query: Type.Object({
      /** Room, name, or the last digits of a phone. */
      search: Type.Optional(Type.String({ maxLength: 40 })),
      inArrears: Type.Optional(Type.Boolean()),
      after: Type.Optional(Type.Integer({ minimum: 0 })),
    }),
    reply: Type.Object({
      households: Type.Array(HouseholdRow),
      total: Type.Integer(),
      next: Nullable(Type.Integer()),
    }),
    summary: 'Search households',
  },
  'GET /v1/staff/communities/:communityId/households/:householdId': {
    params: StaffHousehold,
    reply: HouseholdDetail,
    summary: 'One household, personal data masked',
  },
  'POST /v1/staff/communities/:communityId/households/:householdId/reveal-phone': {
    params: StaffHousehold,
    body: Type.Object({ reason: Line(100) }),
    reply: Type.Object({ phones: Type.Array(Type.String()) }),
    unstored: true,
    summary: 'Show the phone numbers in full; who asked and why is recorded',
  },
} as const satisfies EndpointTable
