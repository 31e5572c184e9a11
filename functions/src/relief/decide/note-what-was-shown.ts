import type { PersonId, ReliefApplicationId } from '@anjiao/shared/ids'
import { reliefStates } from '@anjiao/shared/relief-life'
import { refuseOwnRequest } from '../../identity/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { movedOn, writeDown } from '../move-relief.ts'
import { lockRelief, subjectOf } from '../stored-relief.ts'

/**
 * The desk notes what it was shown (出示即可): the words stay, no copy does (个人信息保护法 6). Noted again, the newest counts.
 * Refused as `own-application` for one's own home or application, as `relief-moved-on` once it is decided.
 */
export async function noteWhatWasShown(
  ctx: Ctx,
  id: ReliefApplicationId,
  noter: PersonId,
  note: string,
): Promise<void> {
  const relief = await lockRelief(ctx, id)
  await refuseOwnRequest(ctx, relief, noter)
  if (reliefStates[relief.state].pressing !== 'paused') throw movedOn(relief.state)
  await writeDown(ctx, id, 'check', relief.state, { note })
  await logAction(ctx, 'relief-papers-shown', subjectOf(id))
}
