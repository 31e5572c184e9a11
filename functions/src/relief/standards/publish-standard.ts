import type { NewReliefStandard, ReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type { RefusalCode } from '@anjiao/shared/refusals'
import { logAction } from '../../platform/audit-log.ts'
import { actorName, type Ctx } from '../../platform/context.ts'
import { brokenConstraint } from '../../platform/database.ts'
import type { ReliefStandardRow } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'
import { shownStandard } from './standard-rows.ts'

/**
 * Publishes a standard (减免标准): the same for everybody in the same case. It takes the place of the one of the same kind
 * and name; whoever applied under that one keeps it. Refused where the law asks for more: a resolution of the owners where
 * principal is theirs or has one price for all (`relief-standard-needs-resolution`), a local rule for vacancy
 * (`relief-vacancy-needs-basis`), a budget for principal (`relief-standard-needs-budget`); `plans-not-offered` for a plan where no policy says the rest of it, and when measure and
 * numbers do not fit (`relief-standard-not-whole`) or a fee item is not this community's (`relief-fee-item-unknown`).
 */
export async function publishStandard(ctx: Ctx, standard: NewReliefStandard): Promise<ReliefStandard> {
  if (standard.instalmentsMax !== null) await refuseWithoutPlans(ctx)
  await refuseUnknownItems(ctx, standard.feeItems)
  // Two at once would both end the same one.
  await ctx.tx.run`select pg_advisory_xact_lock(hashtext('relief-standards'), ${ctx.community})`
  await ctx.tx.run`
    update relief_standard set ended_at = ${ctx.now}
     where (community_id, kind, name) = (${ctx.community}, ${standard.kind}, ${standard.name.trim()}) and ended_at is null`
  const row = await insert(ctx, standard).catch((error: unknown) => {
    const code = refusalOf.get(brokenConstraint(error) ?? '')
    throw code ? new Refusal(code) : error
  })
  await logAction(ctx, 'relief-standard-published', `relief standard ${row.id}`, { kind: row.kind })
  return shownStandard(row)
}

const refusalOf: ReadonlyMap<string, RefusalCode> = new Map([
  ['relief_standard_measure_is_whole', 'relief-standard-not-whole'],
  ['relief_standard_principal_needs_budget', 'relief-standard-needs-budget'],
  ['relief_standard_vacancy_needs_legal_basis', 'relief-vacancy-needs-basis'],
  ['relief_standard_needs_resolution', 'relief-standard-needs-resolution'],
  ['relief_standard_community_id_budget_id_fkey', 'not-found'],
])

async function refuseWithoutPlans({ tx, community }: Ctx): Promise<void> {
  const policy = await tx.maybe`select from plan_policy where community_id = ${community} limit 1`
  if (!policy) throw new Refusal('plans-not-offered')
}

async function refuseUnknownItems({ tx, community }: Ctx, names: readonly string[]): Promise<void> {
  const [unknown] = await tx.rows<{ name: string }>`
    select wanted as name from unnest(${names}::text[]) as wanted
     where not exists (select from fee_item where (community_id, name) = (${community}, wanted))
     limit 1`
  if (unknown) throw new Refusal('relief-fee-item-unknown', { item: unknown.name })
}

function insert(ctx: Ctx, standard: NewReliefStandard): Promise<ReliefStandardRow> {
  return ctx.tx.one<ReliefStandardRow>`
    insert into relief_standard (
      community_id, kind, name, evidence, ways, measure, percent, sum_max_fen, deferral_days, instalments_max,
      waives_late_fee, fee_items, months, budget_id, second_above_fen, resolution, legal_basis, reply_days, appeal_days,
      photo_days, published_as, published_at, published_by)
    values (
      ${ctx.community}, ${standard.kind}, ${standard.name.trim()}, ${standard.evidence.trim()},
      ${standard.ways}::text[]::evidence_way[], ${standard.measure}, ${standard.percent}, ${standard.sumMaxFen},
      ${standard.deferralDays}, ${standard.instalmentsMax}, ${standard.waivesLateFee}, ${standard.feeItems},
      ${standard.months}, ${standard.budgetId}, ${standard.secondAboveFen}, ${standard.resolution.trim()},
      ${standard.legalBasis.trim()}, ${standard.replyDays}, ${standard.appealDays}, ${standard.photoDays},
      ${standard.publishedAs.trim()}, ${ctx.now}, ${actorName(ctx.actor)})
    returning *, ways::text[] as ways`
}
