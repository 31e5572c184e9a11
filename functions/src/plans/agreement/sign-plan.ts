import type { HouseholdId, PersonId, PlanAgreementId, PlanId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { recordEvent } from '../../platform/domain-events.ts'
import { addJob } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { storeCharges, storeSchedule } from '../apply/open-plan.ts'
import { bringUpToDate } from '../bring-up-to-date.ts'
import { movePlan } from '../move-plan.ts'
import { given } from './consents.ts'
import { type PreparedAgreement, prepareAgreement } from './prepare-agreement.ts'

export interface Signature {
  readonly signer: PersonId
  readonly appid: string
  readonly openid: string
  /** The number that WeChat has vouched for, for this signature (电子签名法 13: under the signer's sole control). */
  readonly provenPhone: string
  /** Of the text that was read. */
  readonly sha256: string
  /** Keys of the consents that were ticked. */
  readonly consents: readonly string[]
}

/**
 * Signs a plan: exactly the text that was read, or nothing. Refused as `agreement-changed` when the text of this moment is
 * another one, `consent-missing`, `signing-phone-differs` when the proven phone is not the signer's own, and as
 * `prepareAgreement` says. The text, its hash and the proof are kept for good; the charges are held from now on.
 */
export async function signPlan(
  ctx: Ctx,
  householdId: HouseholdId,
  planId: PlanId,
  signature: Signature,
): Promise<void> {
  await refuseOtherPhone(ctx, signature)
  const prepared = await prepareAgreement(ctx, householdId, planId)
  if (prepared.sha256 !== signature.sha256) throw new Refusal('agreement-changed')
  const consents = given(prepared.consents, signature.consents)

  await storeSigned(ctx, prepared)
  await movePlan(ctx, prepared.plan, 'sign')
  const { id: agreementId } = await ctx.tx.one<{ id: PlanAgreementId }>`
    insert into plan_agreement (community_id, plan_id, number, paper, text, text_sha256, consents, signed_at, signed_by,
                                signed_phone, signed_appid, signed_openid, after_entry_id)
    values (${ctx.community}, ${planId}, ${prepared.number}, ${JSON.stringify(prepared.paper)}, ${prepared.text},
            ${Buffer.from(prepared.sha256, 'hex')}, ${JSON.stringify(consents)}, ${ctx.now}, ${signature.signer},
            ${signature.provenPhone}, ${signature.appid}, ${signature.openid},
            (select coalesce(max(id), 0) from entry where community_id = ${ctx.community}))
    returning id`
  await bringUpToDate(ctx, householdId, planId)
  await logAction(ctx, 'plan-signed', `plan ${planId}`, { number: prepared.number, sha256: prepared.sha256 })
  await recordEvent(ctx, {
    kind: 'plan-signed',
    key: `plan-signed:${planId}`,
    householdId,
    payload: { planId },
  })
  await addJob(ctx, 'agreement-pdf', { communityId: ctx.community, agreementId })
}

async function refuseOtherPhone({ tx }: Ctx, { signer, provenPhone }: Signature): Promise<void> {
  const person = await tx.maybe<{ phone: string | null }>`select phone from person where id = ${signer}`
  if (!person?.phone) throw new Refusal('signing-needs-phone')
  if (person.phone !== provenPhone) throw new Refusal('signing-phone-differs')
}

/** What was agreed to is what counts: its charges, its sums, its days. */
async function storeSigned(ctx: Ctx, prepared: PreparedAgreement): Promise<void> {
  const { plan, charges, debtFen, downFen, firstDue, instalments } = prepared
  await ctx.tx.run`
    update plan set debt_fen = ${debtFen}, down_fen = ${downFen}, first_due = ${firstDue}, signed_on = ${ctx.today}
     where (community_id, id) = (${ctx.community}, ${plan.id})`
  await storeCharges(ctx, plan.id, charges)
  await storeSchedule(ctx, plan.id, instalments)
}
