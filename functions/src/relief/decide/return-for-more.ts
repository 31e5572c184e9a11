import { addDays } from '@anjiao/shared/calendar'
import type { Ctx } from '../../platform/context.ts'
import { recordEvent } from '../../platform/domain-events.ts'
import { moveRelief } from '../move-relief.ts'
import type { StoredRelief } from '../stored-relief.ts'

/**
 * Asks the owner for what is missing, and says what. They have as many days as for an appeal; meanwhile nothing is added
 * and nobody presses. After that the application lapses, and they may ask anew.
 */
export async function returnForMore(ctx: Ctx, relief: StoredRelief, missing: string): Promise<void> {
  const { id, householdId, standard } = relief
  const sendBy = addDays(ctx.today, standard.appealDays)
  const returned = await moveRelief(ctx, relief, 'return', { note: missing, sendBy })
  const times = returned.events.filter(({ event }) => event === 'return').length
  await recordEvent(ctx, {
    kind: 'relief-returned',
    key: `relief-returned:${id}:${times}`,
    householdId,
    payload: { applicationId: id, sendBy },
  })
}
