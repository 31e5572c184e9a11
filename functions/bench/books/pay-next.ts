import type { ChargeId, CommunityId, HouseholdId } from '@anjiao/shared/ids'
import { type Fen, negateFen, sumFen } from '@anjiao/shared/money'
import { post } from '../../src/ledger/index.ts'
import { type Ctx, inCommunity, type World } from '../../src/platform/context.ts'
import { fates } from './campaign.ts'

/** Homes whose message does not go out now, or not at all, by the last two digits of their number. */
const others = [fates.late, fates.withoutConsent, fates.paying, fates.notToBeContacted].flat()

/**
 * The home that is to be reminded next pays all that it owes, a moment before its turn. Whoever sends takes home and message
 * in the same order, and so finds it either waiting or paid. Answers which home it was, if any waits.
 */
export const payNext = (world: World): Promise<HouseholdId[]> =>
  inCommunity(world, 1 as CommunityId, { kind: 'system', task: 'bench' }, async (ctx) => {
    const householdId = await nextInTurn(ctx)
    if (householdId === undefined) return []
    await pay(ctx, householdId)
    return [householdId]
  })

async function nextInTurn({ tx, community, now }: Ctx): Promise<HouseholdId | undefined> {
  const next = await tx.maybe<{ id: HouseholdId }>`
    select h.id from delivery d
      join household h on (h.community_id, h.id) = (d.community_id, d.household_id)
     where d.community_id = ${community} and d.state = 'waiting' and d.lane = 1 and d.send_after <= ${now}
       and h.id % 100 <> all(${others}::bigint[])
       and exists (select from charge c
                    where (c.community_id, c.household_id) = (h.community_id, h.id) and c.settled_fen < c.amount_fen)
     order by d.send_after, d.id limit 1
       for no key update of h skip locked
       for update of d skip locked`
  return next?.id
}

async function pay(ctx: Ctx, householdId: HouseholdId): Promise<void> {
  const { tx, community, today } = ctx
  const open = await tx.rows<{ chargeId: ChargeId; openFen: Fen }>`
    select id as charge_id, amount_fen - settled_fen as open_fen from charge
     where (community_id, household_id) = (${community}, ${householdId}) and settled_fen < amount_fen order by id`
  await post(ctx, {
    kind: 'payment',
    source: `bench:${householdId}`,
    businessDate: today,
    lines: [
      { account: 'cash', place: 'till', amountFen: sumFen(open.map(({ openFen }) => openFen)) },
      ...open.map(({ chargeId, openFen }) => ({
        account: 'receivable' as const,
        chargeId,
        amountFen: negateFen(openFen),
      })),
    ],
  })
}
