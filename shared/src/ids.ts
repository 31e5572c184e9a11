/** Ids that must not be taken for one another. They come out of the database and out of checked requests, from nowhere else. */
type Id<Name extends string> = number & { readonly __brand: Name }

export type CompanyId = Id<'CompanyId'>
export type CommunityId = Id<'CommunityId'>
export type BuildingId = Id<'BuildingId'>
export type RoomId = Id<'RoomId'>
export type HouseholdId = Id<'HouseholdId'>
export type PersonId = Id<'PersonId'>
export type MembershipId = Id<'MembershipId'>
export type BindingApplicationId = Id<'BindingApplicationId'>
export type ServiceContractId = Id<'ServiceContractId'>
export type FeeItemId = Id<'FeeItemId'>
export type FeeStandardId = Id<'FeeStandardId'>
export type PriceVersionId = Id<'PriceVersionId'>
export type RoomFeeId = Id<'RoomFeeId'>
export type BillRunId = Id<'BillRunId'>
export type RollImportId = Id<'RollImportId'>
export type ChargeId = Id<'ChargeId'>
export type EntryId = Id<'EntryId'>
export type PostingId = Id<'PostingId'>
export type PaymentAttemptId = Id<'PaymentAttemptId'>
export type PaymentId = Id<'PaymentId'>
export type SuspenseItemId = Id<'SuspenseItemId'>
