import { addDays } from '@anjiao/shared/calendar'
import type { Dispute } from '@anjiao/shared/contract/disputes'
import { disputeTerms } from '@anjiao/shared/dispute-terms'
import type { ChargeId, DisputeId, HouseholdId, PersonId, PhotoId } from '@anjiao/shared/ids'
import type { DisputeAbout } from '@anjiao/shared/vocabulary'
import { lockHome } from '../community/index.ts'
import { attachPhotos } from '../evidence/index.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { shownDispute } from './dispute-view.ts'
import { holdDisputed } from './hold-disputed.ts'
import { photoSubject } from './photo-subject.ts'

/** Of one charge, withdrawn ones counted: a dispute stays late fee and pressing, and is no way to stay them for ever. */
const disputesMax = 3

export interface NewDispute {
  readonly householdId: HouseholdId
  readonly chargeId: ChargeId
  readonly askedBy: PersonId
  readonly about: DisputeAbout
  readonly text: string
  readonly photoIds: readonly PhotoId[]
}

/**
 * 提出异议. An owner or their family say what is wrong with a charge, whether it is paid already or not. From today until
 * it is answered, the charge and the late fees on it are held: no late fee grows, nobody presses (民法典 525, 526). What is
 * not disputed stays as it is. Refused as `not-found` for a charge of another home, `nothing-to-dispute` when it was
 * cancelled, `already-disputed` while an earlier dispute of it, or of what a late fee is on, waits, and
 * `too-many-disputes`.
 */
export async function openDispute(ctx: Ctx, asked: NewDispute): Promise<Dispute> {
  const { householdId, chargeId } = asked
  await lockHome(ctx, householdId)
  await refuseWhatCannotBeDisputed(ctx, householdId, chargeId)
  const { id } = await ctx.tx.one<{ id: DisputeId }>`
    insert into dispute (community_id, household_id, charge_id, about, text, asked_by, asked_at, asked_on, reply_by)
    values (${ctx.community}, ${householdId}, ${chargeId}, ${asked.about}, ${asked.text.trim()}, ${asked.askedBy},
            ${ctx.now}, ${ctx.today}, ${addDays(ctx.today, disputeTerms.replyDays)})
    returning id`
  await holdDisputed(ctx, { id, householdId })
  await attachPhotos(ctx, householdId, asked.photoIds, photoSubject(id))
  return shownDispute(ctx, id)
}

async function refuseWhatCannotBeDisputed(
  { tx, community }: Ctx,
  householdId: HouseholdId,
  chargeId: ChargeId,
): Promise<void> {
  const charge = await tx.maybe<{ cancelled: boolean; waiting: boolean; disputes: number }>`
    select cancelled_by is not null as cancelled,
           exists (select from dispute d
                    where d.community_id = c.community_id and d.charge_id in (c.id, c.principal_id) and d.state = 'open')
             as waiting,
           (select count(*) from dispute d where (d.community_id, d.charge_id) = (c.community_id, c.id)) as disputes
      from charge c
     where (community_id, household_id, id) = (${community}, ${householdId}, ${chargeId})`
  if (!charge) throw new Refusal('not-found')
  if (charge.cancelled) throw new Refusal('nothing-to-dispute')
  if (charge.waiting) throw new Refusal('already-disputed')
  if (charge.disputes >= disputesMax) throw new Refusal('too-many-disputes', { limit: disputesMax })
}
