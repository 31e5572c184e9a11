import type { Consent } from '@anjiao/shared/contract/consent'
import type { Paper } from '@anjiao/shared/contract/paper'
import type { PlanAgreement } from '@anjiao/shared/contract/plan-agreements'
import type { HouseholdId, PlanId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { prepareAgreement } from './prepare-agreement.ts'

/**
 * The agreement of a plan: as it was signed, or as it would be signed now. The latter posts late fees on the way, so it must
 * be rehearsed: done and taken back.
 */
export async function agreementView(
  ctx: Ctx,
  householdId: HouseholdId,
  planId: PlanId,
): Promise<PlanAgreement> {
  const signed = await signedAgreement(ctx, householdId, planId)
  if (signed) return signed
  const { number, paper, sha256, consents } = await prepareAgreement(ctx, householdId, planId)
  return { number, paper, sha256, consents: [...consents], signedAt: null, hasPdf: false }
}

interface Signed {
  readonly number: string
  readonly paper: Paper
  readonly sha256: string
  readonly consents: Consent[]
  readonly signedAt: Date
  readonly hasPdf: boolean
}

async function signedAgreement(
  { tx, community }: Ctx,
  householdId: HouseholdId,
  planId: PlanId,
): Promise<PlanAgreement | undefined> {
  const signed = await tx.maybe<Signed>`
    select a.number, a.paper, encode(a.text_sha256, 'hex') as sha256, a.consents, a.signed_at, a.pdf_key is not null as has_pdf
      from plan_agreement a join plan p on (p.community_id, p.id) = (a.community_id, a.plan_id)
     where (p.community_id, p.household_id, p.id) = (${community}, ${householdId}, ${planId})`
  return signed && { ...signed, signedAt: signed.signedAt.toISOString() }
}
