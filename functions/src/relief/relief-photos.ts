import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { PhotoId } from '@anjiao/shared/ids'
import { attachPhotos, deletePhotosOn } from '../evidence/index.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { photoConsent } from './photo-consent.ts'
import { type StoredRelief, subjectOf } from './stored-relief.ts'

/** Longer than this no photo is kept after a decision (个人信息保护法 19, 47). */
const daysMax = 30

export interface SentPhotos {
  readonly photoIds: readonly PhotoId[]
  /** Key of the consent that was ticked. */
  readonly consent: string | null
}

/**
 * Attaches photos to an application, if the consent that stands now was ticked for them on its own (个人信息保护法 29); stores
 * which words it had, and when. Refused as `photo-consent-missing`.
 */
export async function takePhotos(
  ctx: Ctx,
  { id, householdId }: Pick<StoredRelief, 'id' | 'householdId'>,
  { photoIds, consent }: SentPhotos,
): Promise<void> {
  if (photoIds.length === 0) return
  const { key, text } = await photoConsent(ctx)
  if (consent !== key) throw new Refusal('photo-consent-missing')
  await attachPhotos(ctx, householdId, photoIds, subjectOf(id))
  await ctx.tx.run`
    update relief_application set consent_key = ${key}, consent_text = ${text}, consented_at = ${ctx.now}
     where (community_id, id) = (${ctx.community}, ${id})`
}

/**
 * Sets the day on which the photos of an application go: the standard's days after the decision; where it can be appealed
 * not before that is over; at once where nobody will decide any more. Never later than 30 days after a decision.
 */
export async function letPhotosGo(ctx: Ctx, relief: StoredRelief): Promise<void> {
  const day = photosGoOn(relief, ctx.today)
  if (day !== null) await deletePhotosOn(ctx, subjectOf(relief.id), day)
}

type Decided = Pick<StoredRelief, 'state' | 'replyBy' | 'appealUntil'> & {
  readonly standard: Pick<StoredRelief['standard'], 'photoDays'>
}

/** The day from which they are gone, or null where this changes nothing. Pure. */
export function photosGoOn(
  { state, replyBy, appealUntil, standard }: Decided,
  today: BusinessDate,
): BusinessDate | null {
  const byStandard = addDays(today, standard.photoDays)
  switch (state) {
    case 'applied':
    case 'returned':
    case 'agreed_once':
    case 'reversed':
      return null
    case 'granted':
    case 'refused_finally':
      return byStandard
    case 'refused': {
      const afterAppeal = addDays(appealUntil ?? today, 1)
      const last = addDays(today, daysMax)
      const wanted = afterAppeal > byStandard ? afterAppeal : byStandard
      return wanted < last ? wanted : last
    }
    // They are needed once more; should nobody answer, they go all the same.
    case 'appealed':
      return addDays(replyBy ?? today, daysMax)
    case 'withdrawn':
    case 'lapsed':
      return today
  }
}
