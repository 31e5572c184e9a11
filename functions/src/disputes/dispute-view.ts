import type { Dispute } from '@anjiao/shared/contract/disputes'
import type { ChargeId, DisputeId } from '@anjiao/shared/ids'
import { shownCharges } from '../billing/index.ts'
import { photosOfEach } from '../evidence/index.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { photoSubject } from './photo-subject.ts'

/** A dispute with the home it is of. */
export interface DisputeCase {
  readonly dispute: Dispute
  readonly roomName: string
  readonly ownerMasked: string
}

type StoredDispute = Omit<Dispute, 'charge' | 'photos' | 'askedAt' | 'answeredAt'> &
  Omit<DisputeCase, 'dispute'> & {
    readonly chargeId: ChargeId
    readonly askedAt: Date
    readonly answeredAt: Date | null
  }

export async function shownDispute(ctx: Ctx, disputeId: DisputeId): Promise<Dispute> {
  const [found] = await shownDisputes(ctx, [disputeId])
  if (!found) throw new Refusal('not-found')
  return found.dispute
}

/** Disputes as people see them, with their charges as they stand today and their photos, by id. */
export async function shownDisputes(ctx: Ctx, ids: readonly DisputeId[]): Promise<DisputeCase[]> {
  const stored = await ctx.tx.rows<StoredDispute>`
    select d.id, d.household_id, d.charge_id, d.about, d.text, d.state, d.answer, d.asked_at, d.answered_at,
           case d.state when 'open' then d.reply_by end as reply_by,
           home.room_name, home.owner_masked
      from dispute d
      join home_name home on (home.community_id, home.household_id) = (d.community_id, d.household_id)
     where d.community_id = ${ctx.community} and d.id = any(${ids}::bigint[])
     order by d.id`
  const charges = await shownCharges(
    ctx,
    stored.map(({ chargeId }) => chargeId),
  )
  const photos = await photosOfEach(
    ctx,
    stored.map(({ id }) => photoSubject(id)),
  )
  return stored.map(({ chargeId, roomName, ownerMasked, askedAt, answeredAt, ...dispute }) => {
    const charge = charges.get(chargeId)
    if (!charge) throw new Error(`dispute ${dispute.id} is about no charge`)
    return {
      dispute: {
        ...dispute,
        charge,
        photos: photos.get(photoSubject(dispute.id)) ?? [],
        askedAt: askedAt.toISOString(),
        answeredAt: answeredAt?.toISOString() ?? null,
      },
      roomName,
      ownerMasked,
    }
  })
}
