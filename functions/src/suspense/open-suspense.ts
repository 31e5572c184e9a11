import type { OpenSuspense, SuspenseSuggestion } from '@anjiao/shared/contract/suspense'
import type { HouseholdId } from '@anjiao/shared/ids'
import { type Fen, zeroFen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import { homeHits } from './home-hits.ts'
import { type Ranked, rankHomes } from './rank-homes.ts'
import { itemsIn, type ViewedItem } from './suspense-view.ts'

/** Money that arrived and waits for finance to place it, oldest first, each with the homes that it may belong to. */
export async function openSuspense(ctx: Ctx): Promise<OpenSuspense[]> {
  const items = await itemsIn(ctx, { state: 'open' })
  if (items.length === 0) return []
  const hits = Map.groupBy(await homeHits(ctx, items), ({ itemId }) => itemId)
  const ranked = new Map(items.map(({ id }) => [id, rankHomes(hits.get(id) ?? [])]))
  const homes = await homesOf(ctx, [...ranked.values()].flat())
  const gone = await wentBack(ctx, items)
  return items.map(({ triedBy: _, ...item }) => ({
    ...item,
    suggestions: (ranked.get(item.id) ?? []).flatMap((each) => suggestionOf(each, homes)),
    wentBackFen: (item.ofWechat ? gone.get(item.transactionId) : undefined) ?? zeroFen,
  }))
}

type Home = Pick<SuspenseSuggestion, 'roomName' | 'ownerMasked' | 'openFen'>

function suggestionOf(
  { householdId, hints, chargeIds }: Ranked,
  homes: ReadonlyMap<HouseholdId, Home>,
): SuspenseSuggestion[] {
  const home = homes.get(householdId)
  return home ? [{ householdId, ...home, hints: [...hints], chargeIds: [...chargeIds] }] : []
}

async function homesOf(
  { tx, community }: Ctx,
  ranked: readonly Ranked[],
): Promise<ReadonlyMap<HouseholdId, Home>> {
  const homes = await tx.rows<Home & { householdId: HouseholdId }>`
    select home.household_id, home.room_name, home.owner_masked,
           (select coalesce(sum(c.amount_fen - c.settled_fen), 0)::bigint from charge c
             where (c.community_id, c.household_id) = (home.community_id, home.household_id) and c.settled_fen < c.amount_fen
               and c.cancelled_by is null) as open_fen
      from home_name home
     where home.community_id = ${community} and home.household_id = any(${ranked.map(({ householdId }) => householdId)}::bigint[])`
  return new Map(homes.map(({ householdId, ...home }) => [householdId, home]))
}

async function wentBack({ tx, community }: Ctx, items: readonly ViewedItem[]): Promise<Map<string, Fen>> {
  const gone = await tx.rows<{ transactionId: string; fen: Fen }>`
    select transaction_id, sum(amount_fen)::bigint as fen from refund
     where community_id = ${community} and state = 'found' and payment_id is null
       and transaction_id = any(${items.map(({ transactionId }) => transactionId)}::text[])
     group by transaction_id`
  return new Map(gone.map(({ transactionId, fen }) => [transactionId, fen]))
}
