import type { NewPlace } from '@anjiao/shared/contract/counter'
import type { PersonId } from '@anjiao/shared/ids'
import { placesOf } from '../../counter/places.ts'
import { setUpPlace } from '../../counter/set-up-place.ts'
import type { Ctx } from '../../platform/context.ts'

/** The till of the front desk, the company's account and its card terminal, in a community that has no place for money yet. */
export async function sampleCounter(ctx: Ctx): Promise<void> {
  if ((await placesOf(ctx)).length > 0) return
  const clerk = await ctx.tx.maybe<{ personId: PersonId }>`
    select person_id from staff
     where community_id = ${ctx.community} and 'front_desk' = any(roles) order by person_id limit 1`
  if (!clerk) return
  const places: readonly NewPlace[] = [
    { kind: 'cash', name: '一号柜', lastDigits: '', holderId: clerk.personId },
    { kind: 'bank', name: '工行基本户', lastDigits: '0101', holderId: null },
    { kind: 'pos', name: '前台刷卡机', lastDigits: '', holderId: null },
  ]
  for (const place of places) await setUpPlace(ctx, place)
}
