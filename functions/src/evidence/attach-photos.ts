import type { HouseholdId, PhotoId } from '@anjiao/shared/ids'
import { photoLimits } from '@anjiao/shared/photo-limits'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/**
 * Attaches photos to what they are evidence for, e.g. `relief:12`: only ones that the acting person uploaded for this
 * household, that are kept and attached to nothing yet, and no more than nine a subject in all (`photo-not-usable` otherwise).
 * Whoever calls holds the subject's row locked, if it is not new.
 */
export async function attachPhotos(
  ctx: Ctx,
  householdId: HouseholdId,
  photoIds: readonly PhotoId[],
  subject: string,
): Promise<void> {
  if (photoIds.length === 0) return
  const uploadedBy = ctx.actor.kind === 'system' ? null : ctx.actor.personId
  const attached = await ctx.tx.run`
    update photo set subject = ${subject}
     where (community_id, household_id) = (${ctx.community}, ${householdId}) and id = any(${photoIds})
       and uploaded_by = ${uploadedBy} and state = 'kept' and subject is null and delete_on is null`
  const { all } = await ctx.tx.one<{ all: number }>`
    select count(*) as all from photo where (community_id, subject) = (${ctx.community}, ${subject})`
  const { perSubject } = photoLimits
  if (attached < new Set(photoIds).size || all > perSubject)
    throw new Refusal('photo-not-usable', { limit: perSubject })
}
