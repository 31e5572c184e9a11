import { startOfDay } from '@anjiao/shared/calendar'
import type { PhotoUpload } from '@anjiao/shared/contract/evidence'
import type { CommunityId, HouseholdId, PersonId, PhotoId } from '@anjiao/shared/ids'
import { photoLimits } from '@anjiao/shared/photo-limits'
import type { PhotoType } from '@anjiao/shared/vocabulary'
import { asResident } from '../identity/index.ts'
import type { Ctx, World } from '../platform/context.ts'
import type { Caller } from '../platform/http/routes.ts'
import { randomToken } from '../platform/random.ts'
import { Refusal } from '../platform/refusal.ts'
import { sentTo, uploadMinutes } from './photo.ts'

export interface Announced {
  readonly communityId: CommunityId
  readonly householdId: HouseholdId
  readonly contentType: PhotoType
  readonly bytes: number
}

interface Entered {
  readonly photoId: PhotoId
  readonly key: string
  readonly expiresAt: Date
}

/**
 * Enters a photo that somebody linked to the household is about to send, and answers where to. The address takes one
 * object of this type and length for ten minutes. Refused as `too-many-photos` (of one person for one home, not attached
 * yet) and `too-many-photos-today` (of one person, wherever).
 */
export async function announcePhoto(
  world: World,
  caller: Caller,
  announced: Announced,
): Promise<PhotoUpload> {
  const { photoId, key, expiresAt } = await asResident(world, caller, announced, (ctx) =>
    enter(ctx, caller.personId, announced),
  )
  const { url, headers } = await world.storage.presignUpload({
    key: sentTo(key),
    contentType: announced.contentType,
    bytes: announced.bytes,
    expiresInSeconds: uploadMinutes * 60,
  })
  return { photoId, url, headers: { ...headers }, expiresAt: expiresAt.toISOString() }
}

async function enter(ctx: Ctx, personId: PersonId, announced: Announced): Promise<Entered> {
  const { householdId, contentType, bytes } = announced
  // One at a time, so that the counts below hold.
  await ctx.tx.run`select from person where id = ${personId} for no key update`
  await refuseTooMany(ctx, personId, householdId)
  const key = `${ctx.community}/${randomToken(ctx.random, 24)}`
  const { id } = await ctx.tx.one<{ id: PhotoId }>`
    insert into photo (community_id, household_id, uploaded_by, key, content_type, bytes, created_at)
    values (${ctx.community}, ${householdId}, ${personId}, ${key}, ${contentType}, ${bytes}, ${ctx.now}) returning id`
  return { photoId: id, key, expiresAt: new Date(ctx.now.getTime() + uploadMinutes * 60_000) }
}

/** An announced photo that never came counts no longer than it could still come. */
async function refuseTooMany(ctx: Ctx, personId: PersonId, householdId: HouseholdId): Promise<void> {
  const stillComing = new Date(ctx.now.getTime() - uploadMinutes * 60_000)
  const { unattached, today } = await ctx.tx.one<{ unattached: number; today: number }>`
    select count(*) filter (
             where (community_id, household_id) = (${ctx.community}, ${householdId}) and subject is null and delete_on is null
               and (state = 'kept' or (state = 'waiting' and created_at > ${stillComing}))) as unattached,
           count(*) filter (where created_at >= ${startOfDay(ctx.today)}) as today
      from photo where uploaded_by = ${personId}`
  if (unattached >= photoLimits.perSubject)
    throw new Refusal('too-many-photos', { limit: photoLimits.perSubject })
  if (today >= photoLimits.perDay) throw new Refusal('too-many-photos-today', { limit: photoLimits.perDay })
}
