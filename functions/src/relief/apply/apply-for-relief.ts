import { addDays } from '@anjiao/shared/calendar'
import type {
  ChargeId,
  HouseholdId,
  PersonId,
  ReliefApplicationId,
  ReliefStandardId,
} from '@anjiao/shared/ids'
import { formatYuan } from '@anjiao/shared/money'
import type { EvidenceWay } from '@anjiao/shared/vocabulary'
import { postLateFees } from '../../billing/index.ts'
import { lockHome } from '../../community/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import type { ReliefStandardRow } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'
import { countedMonths, standardForHome } from '../given-to-home.ts'
import { givesNothing, type Measure, measureRelief } from '../measure-relief.ts'
import { keepReliefHolds, writeDown } from '../move-relief.ts'
import { lockNamed } from '../named-charges.ts'
import { type SentPhotos, takePhotos } from '../relief-photos.ts'
import { standardOf } from '../standards/standard-rows.ts'
import { subjectOf } from '../stored-relief.ts'
import { refuseOtherCharges, refuseRelieved, takeInCharges } from './charges-asked-for.ts'
import { refuseAfterWithdrawals } from './withdraw-relief.ts'

export interface ReliefRequest extends SentPhotos {
  readonly standardId: ReliefStandardId
  readonly chargeIds: readonly ChargeId[]
  /** In the owner's own words. */
  readonly statement: string
  readonly evidenceWay: EvidenceWay
  readonly askedBy: PersonId
}

/**
 * Asks for hardship relief (困难减免) under a published standard. What the delay has cost up to today is posted first; from
 * now until it is answered nothing more is added, and nobody presses. Refused as `relief-withdrawn-too-often`,
 * `relief-standard-ended`, `relief-way-not-offered`, `photo-consent-missing`, when a charge is not open, not what the standard is for, relieved
 * already (`relief-already-granted`), or named in another application that waits, as `relief-most-given` where the home
 * was given the most that the standard comes to, and as `relief-gives-nothing`.
 */
export async function applyForRelief(
  ctx: Ctx,
  householdId: HouseholdId,
  request: ReliefRequest,
): Promise<ReliefApplicationId> {
  const { chargeIds } = request
  await lockHome(ctx, householdId)
  await refuseAfterWithdrawals(ctx, householdId)
  const standard = await standardOf(ctx, request.standardId)
  if (standard.endedAt !== null) throw new Refusal('relief-standard-ended')
  refuseEvidence(standard, request)
  await postLateFees(ctx, [householdId], ctx.today)
  const charges = await lockNamed(ctx, chargeIds)
  await refuseOtherCharges(ctx, householdId, chargeIds, standard.feeItems)
  refuseRelieved(standard, charges)
  const measure = await standardForHome(ctx, { householdId, standard })
  refuseWhenFull(standard, measure)
  if (givesNothing(measureRelief(measure, charges, ctx.today).grant)) {
    throw new Refusal('relief-gives-nothing')
  }

  const { id } = await ctx.tx.one<{ id: ReliefApplicationId }>`
    insert into relief_application (community_id, household_id, standard_id, state, statement, evidence_way, asked_at,
                                    asked_by, reply_by)
    values (${ctx.community}, ${householdId}, ${standard.id}, 'applied', ${request.statement.trim()},
            ${request.evidenceWay}, ${ctx.now}, ${request.askedBy}, ${addDays(ctx.today, standard.replyDays)})
    returning id`
  await takeInCharges(ctx, id, chargeIds)
  await takePhotos(ctx, { id, householdId }, request)
  await writeDown(ctx, id, 'apply', 'applied')
  await keepReliefHolds(ctx, id)
  await logAction(ctx, 'relief-asked', subjectOf(id), { standardId: standard.id })
  return id
}

function refuseWhenFull({ sumMaxFen }: Measure, left: Measure): void {
  if (sumMaxFen === null || left.sumMaxFen !== 0) return
  throw new Refusal('relief-most-given', { months: countedMonths, yuan: formatYuan(sumMaxFen) })
}

/** As little as will do: photos only where somebody chose to send them, by a way that the standard takes (个人信息保护法 6). */
function refuseEvidence(
  { ways }: ReliefStandardRow,
  { evidenceWay, photoIds }: Pick<ReliefRequest, 'evidenceWay' | 'photoIds'>,
): void {
  if (!ways.includes(evidenceWay)) throw new Refusal('relief-way-not-offered')
  if (evidenceWay === 'upload' && photoIds.length === 0) throw new Refusal('relief-photo-missing')
  if (evidenceWay !== 'upload' && photoIds.length > 0) throw new Refusal('relief-photos-not-asked')
}
