import type { AdvanceReturnId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { lockHome } from '../../community/index.ts'
import { refuseOwnRequest } from '../../identity/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { recordEvent } from '../../platform/domain-events.ts'
import { Refusal } from '../../platform/refusal.ts'
import { refuseUnlessWaiting, subjectOfReturn } from './stored-return.ts'

interface Asked {
  readonly householdId: HouseholdId
  readonly wantedBy: PersonId | null
}

/** Answers the owner who asked, if one did: that it goes back, or why not. The home is locked. */
export async function answerReturn(
  ctx: Ctx,
  id: AdvanceReturnId,
  answer: { readonly agreed: true } | { readonly agreed: false; readonly reason: string },
): Promise<void> {
  const { householdId, wantedBy } = await ctx.tx.one<Asked>`
    update advance_return set state = ${answer.agreed ? 'agreed' : 'declined'}, declined_because = ${answer.agreed ? null : answer.reason.trim()}
     where (community_id, id) = (${ctx.community}, ${id})
    returning household_id, wanted_by`
  await logAction(
    ctx,
    answer.agreed ? 'advance-return-agreed' : 'advance-return-declined',
    subjectOfReturn(id),
  )
  if (wantedBy === null) return
  await recordEvent(ctx, {
    kind: 'advance-return-answered',
    key: `advance-return:${id}:answered`,
    householdId,
    payload: { returnId: id, agreed: answer.agreed },
  })
}

/**
 * Staff tell the owner that nothing goes back, and why. Refused as `not-found`, `advance-return-moved-on` unless it waits, and as
 * `own-application` to who asked or belongs to the home.
 */
export async function declineReturn(
  ctx: Ctx,
  id: AdvanceReturnId,
  decider: PersonId,
  reason: string,
): Promise<void> {
  const asked = await ctx.tx.maybe<Asked>`
    select household_id, wanted_by from advance_return where (community_id, id) = (${ctx.community}, ${id})`
  if (!asked) throw new Refusal('not-found')
  const { householdId, wantedBy } = asked
  await lockHome(ctx, householdId)
  await refuseOwnRequest(ctx, { householdId, askedBy: wantedBy ?? '' }, decider)
  await refuseUnlessWaiting(ctx, id)
  await answerReturn(ctx, id, { agreed: false, reason })
}

/**
 * Its refunds were declined or taken back, so nothing is under way: what the owner asked for waits again, and what staff began has
 * ended. The home is locked.
 */
export async function standStill({ tx, community }: Ctx, id: AdvanceReturnId): Promise<void> {
  await tx.run`
    update advance_return set state = case when wanted_by is null then 'withdrawn' else 'waiting' end::advance_return_state, amount_fen = null
     where (community_id, id) = (${community}, ${id})`
}
