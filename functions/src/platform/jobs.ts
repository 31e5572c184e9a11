import type {
  CommunityId,
  DebitBatchId,
  EntryId,
  HouseholdId,
  LetterBatchId,
  PaymentId,
  PlanAgreementId,
  RefundId,
  ReliefApplicationId,
} from '@anjiao/shared/ids'
import type { PersonCtx } from './context.ts'

export interface BillsPosted {
  readonly communityId: CommunityId
  readonly entryId: EntryId
  /** When, as JSON writes it: a consent that was given later is not for them. */
  readonly billedAt: string
}

/** What may have to follow a commit, and what it must know. `handlers/jobs.ts` and `handlers/documents.ts` say who does it. */
export interface Jobs {
  'payment-receipt': { readonly communityId: CommunityId; readonly paymentId: PaymentId }
  /** What a home owes has changed otherwise than by a payment. */
  'home-settled': { readonly communityId: CommunityId; readonly householdId: HouseholdId }
  /** A payment came by WeChat, which may want to know that it was delivered for. */
  'shipping-report': {
    readonly communityId: CommunityId
    readonly transactionId: string
    /** Of who paid. */
    readonly openid: string
  }
  /** A refund was let go, and is to be asked of WeChat. */
  'refund-send': { readonly communityId: CommunityId; readonly refundId: RefundId }
  /** A bank has answered: what it debited is to be booked. */
  'debit-book': { readonly communityId: CommunityId; readonly batchId: DebitBatchId }
  /** A bill run has charged some homes, by one entry. */
  'bills-posted': BillsPosted
  /** What it charged one of them is settled from what was paid ahead, as its owner agreed. */
  'set-off': BillsPosted & { readonly householdId: HouseholdId }
  /** Relief that gives a plan on easier terms was granted, or taken back. */
  'relief-plan-offer': { readonly communityId: CommunityId; readonly applicationId: ReliefApplicationId }
  /** An agreement is to be set as PDF, for both sides to keep. */
  'agreement-pdf': { readonly communityId: CommunityId; readonly agreementId: PlanAgreementId }
  /** Letters that were printed are to be set as PDF. */
  'letters-pdf': { readonly communityId: CommunityId; readonly batchId: LetterBatchId }
  /** A receipt that was issued is to be set as PDF. */
  'receipt-pdf': { readonly communityId: CommunityId; readonly paymentId: PaymentId }
}

/** The queues whose work sets papers: a function of its own carries the typesetter. */
export type PaperQueue = Extract<keyof Jobs, `${string}-pdf`>

export const queues = [
  'payment-receipt',
  'home-settled',
  'shipping-report',
  'refund-send',
  'debit-book',
  'bills-posted',
  'set-off',
  'relief-plan-offer',
  'agreement-pdf',
  'letters-pdf',
  'receipt-pdf',
] as const satisfies readonly (keyof Jobs)[]

/**
 * Adds work that follows this transaction, if it commits. It is done at least once, so it must be safe to repeat.
 */
export async function addJob<Name extends keyof Jobs>(
  ctx: PersonCtx,
  queue: Name,
  payload: Jobs[Name],
  startAt: Date = ctx.now,
): Promise<void> {
  await ctx.tx.run`
    insert into job_outbox (queue, payload, start_at) values (${queue}, ${JSON.stringify(payload)}, ${startAt})`
}
