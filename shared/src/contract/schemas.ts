import { type TSchema, Type } from 'typebox'
import type { BusinessDate as Day } from '../calendar.ts'
import type * as ids from '../ids.ts'
import type { Fen as WholeFen } from '../money.ts'

/** Building blocks of the contract. Every text and list has a bound. */

const id = <Id extends number>() =>
  Type.Unsafe<Id>({ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER })

/** Communities are counted in 32 bits, everything else in 53. */
export const CommunityId = Type.Unsafe<ids.CommunityId>({
  type: 'integer',
  minimum: 1,
  maximum: 2_147_483_647,
})
export const HouseholdId = id<ids.HouseholdId>()
export const PersonId = id<ids.PersonId>()
export const ChargeId = id<ids.ChargeId>()
export const ServiceContractId = id<ids.ServiceContractId>()
export const FeeItemId = id<ids.FeeItemId>()
export const FeeStandardId = id<ids.FeeStandardId>()
export const PriceVersionId = id<ids.PriceVersionId>()
export const MoneyPlaceId = id<ids.MoneyPlaceId>()
export const TillSessionId = id<ids.TillSessionId>()
export const ChequeId = id<ids.ChequeId>()
export const PaymentAttemptId = id<ids.PaymentAttemptId>()
export const PaymentId = id<ids.PaymentId>()
export const RefundId = id<ids.RefundId>()
export const AdvanceReturnId = id<ids.AdvanceReturnId>()
export const BillId = id<ids.BillId>()
export const BillDifferenceId = id<ids.BillDifferenceId>()
export const MembershipId = id<ids.MembershipId>()
export const BindingApplicationId = id<ids.BindingApplicationId>()
export const InvoiceRequestId = id<ids.InvoiceRequestId>()
export const RollImportId = id<ids.RollImportId>()
export const BillRunId = id<ids.BillRunId>()
export const SuspenseItemId = id<ids.SuspenseItemId>()
export const AdvancePolicyId = id<ids.AdvancePolicyId>()
export const PlanPolicyId = id<ids.PlanPolicyId>()
export const PlanId = id<ids.PlanId>()
export const DeferralId = id<ids.DeferralId>()
export const ReliefStandardId = id<ids.ReliefStandardId>()
export const ReliefBudgetId = id<ids.ReliefBudgetId>()
export const ReliefApplicationId = id<ids.ReliefApplicationId>()
export const DisputeId = id<ids.DisputeId>()
export const PhotoId = id<ids.PhotoId>()
export const NoticeId = id<ids.NoticeId>()
export const DeliveryId = id<ids.DeliveryId>()
export const CampaignId = id<ids.CampaignId>()
export const CampaignStepId = id<ids.CampaignStepId>()
export const LetterBatchId = id<ids.LetterBatchId>()
export const NoticeWordingId = id<ids.NoticeWordingId>()
export const ReminderComplaintId = id<ids.ReminderComplaintId>()
export const DebitMandateId = id<ids.DebitMandateId>()
export const DebitLayoutId = id<ids.DebitLayoutId>()
export const BankLineId = id<ids.BankLineId>()
export const DebitBatchId = id<ids.DebitBatchId>()

/** 分. */
export const Fen = Type.Unsafe<WholeFen>({
  type: 'integer',
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
})

/** An amount somebody may ask to pay: 0.01 to 10,000,000 yuan. */
export const PayableFen = Type.Unsafe<WholeFen>({ type: 'integer', minimum: 1, maximum: 1_000_000_000 })

/** A bound that somebody sets: nothing, or up to 10,000,000 yuan. */
export const BoundFen = Type.Unsafe<WholeFen>({ type: 'integer', minimum: 0, maximum: 1_000_000_000 })

export const BusinessDate = Type.Unsafe<Day>({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

/** An instant, as ISO 8601 in UTC. */
export const Instant = Type.String({ maxLength: 30 })

/** A line of text that a person typed. */
export const Line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

/** A story or a reason that a person typed, in sentences. */
export const Prose = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

/** One of a closed set, e.g. the keys of a vocabulary. */
export const OneOf = <Key extends string>(labels: Readonly<Record<Key, unknown>>) =>
  Type.Unsafe<Key>({ type: 'string', enum: Object.keys(labels) })

export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** Charges that somebody chose. */
export const ChargeIds = Type.Array(ChargeId, { minItems: 1, maxItems: 200, uniqueItems: true })

export const CommunityParams = Type.Object({ communityId: CommunityId })
export const HouseholdParams = Type.Object({ communityId: CommunityId, householdId: HouseholdId })

/** What a refused request answers. `message` is for the person; `code` for the program. */
export const RefusalReply = Type.Object({
  code: Type.String(),
  message: Type.String(),
  requestId: Type.String(),
})
