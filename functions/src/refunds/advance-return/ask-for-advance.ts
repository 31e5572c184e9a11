import { type AdvanceReturnCause, advanceReturnReplyDays } from '@anjiao/shared/advance-return'
import { addDays } from '@anjiao/shared/calendar'
import type { AdvanceReturnId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { lockHome } from '../../community/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { freeAdvanceOf } from './return-sources.ts'
import { openReturnOf, refuseUnlessWaiting, subjectOfReturn, withdrawReturn } from './stored-return.ts'

export interface AskedBack {
  readonly cause: AdvanceReturnCause
  /** May be empty. */
  readonly words: string
}

/**
 * An owner asks for what was paid ahead (预收的物业费，服务终止后退还：最高人民法院物业服务纠纷司法解释，2020 修正, art. 3). What an owner before has left
 * waiting is taken back first. Refused as `advance-return-open` and, where nothing is free, as `advance-return-nothing`.
 */
export async function askForAdvance(
  ctx: Ctx,
  householdId: HouseholdId,
  asker: PersonId,
  { cause, words }: AskedBack,
): Promise<void> {
  await lockHome(ctx, householdId)
  const open = await openReturnOf(ctx, householdId)
  if (open?.state === 'waiting' && !open.ofOwner) await withdrawReturn(ctx, open.id)
  else if (open) throw new Refusal('advance-return-open')
  if ((await freeAdvanceOf(ctx, householdId)) <= 0) throw new Refusal('advance-return-nothing')
  const { id } = await ctx.tx.one<{ id: AdvanceReturnId }>`
    insert into advance_return (community_id, household_id, cause, words, state, wanted_by, asked_at, reply_by)
    values (${ctx.community}, ${householdId}, ${cause}, ${words.trim()}, 'waiting', ${asker}, ${ctx.now},
            ${addDays(ctx.today, advanceReturnReplyDays)})
    returning id`
  await logAction(ctx, 'advance-return-asked', subjectOfReturn(id), { cause })
}

/** Whoever asked no longer wants it. Nothing open: nothing changes. Refused as `advance-return-moved-on` once staff have begun. */
export async function withdrawAdvanceReturn(
  ctx: Ctx,
  householdId: HouseholdId,
  asker: PersonId,
): Promise<void> {
  await lockHome(ctx, householdId)
  const open = await openReturnOf(ctx, householdId)
  if (open?.wantedBy !== asker) return
  await refuseUnlessWaiting(ctx, open.id)
  await withdrawReturn(ctx, open.id)
  await logAction(ctx, 'advance-return-withdrawn', subjectOfReturn(open.id))
}
