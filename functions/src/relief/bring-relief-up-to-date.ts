import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { ReliefApplicationId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { recordEvent, recordOverdue } from '../platform/domain-events.ts'
import { moveRelief } from './move-relief.ts'
import { letPhotosGo } from './relief-photos.ts'
import { relieveLaterBills } from './relieve-later-bills.ts'
import { lockRelief, reliefOf, type StoredRelief } from './stored-relief.ts'

/** This long before it runs out its owner is told that they may ask again. */
export const renewalDays = 30

/**
 * Does what the calendar and the bills since have brought to an application: takes relief off bills that came, brings what
 * is late before the manager, tells the owner that it will run out, lets it run out. How often and how late it is called makes
 * no difference. Answers how many bills it relieved.
 */
export async function bringReliefUpToDate(ctx: Ctx, id: ReliefApplicationId): Promise<number> {
  const relief = await lockRelief(ctx, id)
  switch (relief.state) {
    case 'applied':
    case 'agreed_once':
    case 'appealed':
      await tellIfLate(ctx, relief)
      return 0
    case 'returned':
      if (relief.sendBy !== null && relief.sendBy < ctx.today) await lapseUnsent(ctx, relief, relief.sendBy)
      return 0
    case 'granted': {
      const relieved = await relieveLaterBills(ctx, relief)
      await runOut(ctx, await reliefOf(ctx, id))
      return relieved
    }
    case 'lapsed':
      // A bill for a month within its time may come after it.
      return relieveLaterBills(ctx, relief)
    default:
      return 0
  }
}

async function tellIfLate(ctx: Ctx, { id, householdId, replyBy }: StoredRelief): Promise<void> {
  if (replyBy === null || replyBy >= ctx.today) return
  await recordOverdue(ctx, { matter: 'relief', id, householdId, replyBy })
}

async function lapseUnsent(ctx: Ctx, relief: StoredRelief, sendBy: BusinessDate): Promise<void> {
  const lapsed = await moveRelief(ctx, relief, 'lapse', { on: addDays(sendBy, 1), note: '没有收到补充材料' })
  await letPhotosGo(ctx, lapsed)
  await tellOfLapse(ctx, relief, 'not-sent')
}

/** The last day on which what was granted counts; null: it has no end. */
const lastDay = ({ lastsUntil, deferredUntil }: StoredRelief): BusinessDate | null =>
  lastsUntil ?? deferredUntil

async function runOut(ctx: Ctx, relief: StoredRelief): Promise<void> {
  const { id, householdId, stoppedOn } = relief
  const last = lastDay(relief)
  if (last === null) return
  if (stoppedOn !== null || last < ctx.today) {
    const on = stoppedOn ?? addDays(last, 1)
    await moveRelief(ctx, relief, 'lapse', { on })
    await tellOfLapse(ctx, relief, stoppedOn === null ? 'over' : 'stopped')
  } else if (relief.lastsUntil !== null && addDays(last, -renewalDays) <= ctx.today) {
    await recordEvent(ctx, {
      kind: 'relief-expiring',
      key: expiringKey(id),
      householdId,
      payload: { applicationId: id, lastsUntil: last },
    })
  }
}

const expiringKey = (id: ReliefApplicationId): string => `relief-expiring:${id}`

async function tellOfLapse(
  ctx: Ctx,
  { id, householdId }: StoredRelief,
  why: 'not-sent' | 'over' | 'stopped',
): Promise<void> {
  await recordEvent(ctx, {
    kind: 'relief-lapsed',
    key: `relief-lapsed:${id}`,
    householdId,
    payload: { applicationId: id, why },
  })
}
