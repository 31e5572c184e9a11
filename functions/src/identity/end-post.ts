import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/** Ends somebody's post in this community, by the phone they sign in with: from the next request on they see nothing. Refused as `not-found`. */
export async function endPost(ctx: Ctx, phone: string): Promise<void> {
  const ended = await ctx.tx.maybe<{ personId: number }>`
    delete from staff s using person p
     where s.community_id = ${ctx.community} and p.id = s.person_id and p.phone = ${phone}
    returning s.person_id`
  if (!ended) throw new Refusal('not-found')
  await logAction(ctx, 'post-ended', `person ${ended.personId}`)
}
