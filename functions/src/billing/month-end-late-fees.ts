import { addDays, type BusinessDate, firstOfMonth, lastOfMonth } from '@anjiao/shared/calendar'
import type { HouseholdId } from '@anjiao/shared/ids'
import { type Ctx, inCommunity, type World } from '../platform/context.ts'
import { inEveryCommunity } from '../platform/in-every-community.ts'
import { postLateFees } from './post-late-fees.ts'

const actor = { kind: 'system', task: 'late-fees' } as const

/** Households whose late fees are posted in one transaction; a payment of any of them waits that long. */
const sliceHouseholds = 500

/**
 * Posts the late fees of every community as of the last month end, in slices, until all is posted or the time is up.
 * Called every day: a month end that was missed is made up for, with the same result. Answers how many fees it posted.
 */
export const postDueLateFees = (world: World, deadline: Date): Promise<number> =>
  inEveryCommunity(world, actor.task, async (community) => {
    let posted = 0
    while (world.clock.now() < deadline) {
      const slice = await inCommunity(world, community, actor, nextSlice)
      posted += slice.charges
      if (slice.finished) break
    }
    return posted
  })

/** The last month end that has come: today, on the last day of a month. */
const monthEnd = (today: BusinessDate): BusinessDate =>
  today === lastOfMonth(today) ? today : addDays(firstOfMonth(today), -1)

async function nextSlice(ctx: Ctx): Promise<{ charges: number; finished: boolean }> {
  const asOf = monthEnd(ctx.today)
  const after = await lockRun(ctx, asOf)
  if (after === undefined) return { charges: 0, finished: true }
  const households = await ctx.tx.rows<{ id: HouseholdId }>`
    select id from household where community_id = ${ctx.community} and id > ${after} order by id limit ${sliceHouseholds}`
  const ids = households.map(({ id }) => id)
  const { charges, amountFen } = await postLateFees(ctx, ids, asOf)
  const finished = ids.length < sliceHouseholds
  await ctx.tx.run`
    update late_fee_run
       set done_household_id = ${ids.at(-1) ?? after}, charges = charges + ${charges}, amount_fen = amount_fen + ${amountFen},
           finished_at = ${finished ? ctx.now : null}
     where (community_id, as_of) = (${ctx.community}, ${asOf})`
  return { charges, finished }
}

/** After which household to go on; nothing when the month end is done, or no contract has the clause. Others who do the same wait here. */
async function lockRun({ tx, community }: Ctx, asOf: BusinessDate): Promise<HouseholdId | 0 | undefined> {
  await tx.run`
    insert into late_fee_run (community_id, as_of)
    select ${community}::integer, ${asOf}::date
     where exists (select from service_contract where community_id = ${community} and late_fee_clause is not null)
    on conflict do nothing`
  const run = await tx.maybe<{ doneHouseholdId: HouseholdId | 0; finished: boolean }>`
    select done_household_id, finished_at is not null as finished from late_fee_run
     where (community_id, as_of) = (${community}, ${asOf}) for update`
  return run && !run.finished ? run.doneHouseholdId : undefined
}
