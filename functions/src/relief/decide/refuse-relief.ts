import { addDays } from '@anjiao/shared/calendar'
import type { Ctx } from '../../platform/context.ts'
import { recordEvent } from '../../platform/domain-events.ts'
import { moveRelief } from '../move-relief.ts'
import { letPhotosGo } from '../relief-photos.ts'
import { type StoredRelief, wasAppealed } from '../stored-relief.ts'

/** Refuses an application, with the reason that its owner reads. They may appeal once; after that it is final. */
export async function refuseRelief(ctx: Ctx, relief: StoredRelief, reason: string): Promise<void> {
  const { id, householdId, standard } = relief
  const refused = wasAppealed(relief)
    ? await moveRelief(ctx, relief, 'refuse_finally', { note: reason })
    : await moveRelief(ctx, relief, 'refuse', {
        note: reason,
        appealUntil: addDays(ctx.today, standard.appealDays),
      })
  await letPhotosGo(ctx, refused)
  const { state } = refused
  await recordEvent(ctx, {
    kind: 'relief-decided',
    key: `relief-decided:${id}:${state}`,
    householdId,
    payload: { applicationId: id, state, appealUntil: refused.appealUntil },
  })
}
