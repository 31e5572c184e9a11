import type { ChargeId, HouseholdId, SuspenseItemId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import type { SuspenseHint } from '@anjiao/shared/vocabulary'
import { instalmentsOfSum } from '../plans/index.ts'
import type { Ctx } from '../platform/context.ts'
import { roomsInText } from './rooms-in-text.ts'

/** What is asked about: whose it may be. */
export interface Asked {
  readonly id: SuspenseItemId
  readonly amountFen: Fen
  readonly payerName: string
  readonly remark: string
  /** The home whose payment was tried. */
  readonly triedBy: HouseholdId | null
}

/** One reason why an item may be a home's. */
export interface Hit {
  readonly itemId: SuspenseItemId
  readonly householdId: HouseholdId
  readonly hint: SuspenseHint
  readonly chargeIds: readonly ChargeId[]
}

/** A sum that more homes owe than these says nothing by itself: flats of one size owe the same. */
const sameSumMost = 3

/** All that speaks for a home, item by item. */
export async function homeHits(ctx: Ctx, items: readonly Asked[]): Promise<Hit[]> {
  const said = [...(await named(ctx, items)), ...(await ofInstalments(ctx, items))]
  return [...said, ...(await ofSums(ctx, items, said))]
}

/** By attempt, by room and by name: what somebody said, and not only what it comes to. */
function named({ tx, community, today }: Ctx, items: readonly Asked[]): Promise<Hit[]> {
  const rooms = items.flatMap(({ id, payerName, remark }) =>
    roomsInText(`${payerName} ${remark}`).map((key) => ({ id, key })),
  )
  return tx.rows<Hit>`
    with item as (
      select * from unnest(${items.map(({ id }) => id)}::bigint[], ${items.map(({ payerName }) => payerName)}::text[],
                           ${items.map(({ triedBy }) => triedBy)}::bigint[]) as x (id, payer_name, tried_by)
    ), spoken as (
      select * from unnest(${rooms.map(({ id }) => id)}::bigint[], ${rooms.map(({ key }) => key)}::text[]) as x (id, key)
    )
    select id as item_id, tried_by as household_id, 'attempt' as hint, array[]::bigint[] as charge_ids
      from item where tried_by is not null
    union all
    select spoken.id, h.id, 'room', array[]::bigint[]
      from spoken
      join room r on (r.community_id, r.key) = (${community}, spoken.key)
      join household h on (h.community_id, h.room_id) = (r.community_id, r.id) and h.from_date <= ${today} and (h.to_date is null or h.to_date >= ${today})
    union all
    select item.id, h.id, 'payer', array[]::bigint[]
      from item
      join household h on (h.community_id, h.owner_name) = (${community}, item.payer_name)
     where item.payer_name <> '' and (
       h.to_date is null or h.to_date >= ${today}
       or exists (select from charge c where (c.community_id, c.household_id) = (h.community_id, h.id)
                                         and c.settled_fen < c.amount_fen and c.cancelled_by is null))`
}

async function ofInstalments(ctx: Ctx, items: readonly Asked[]): Promise<Hit[]> {
  const instalments = await instalmentsOfSum(ctx, [...new Set(items.map(({ amountFen }) => amountFen))])
  return items.flatMap(({ id, amountFen }) =>
    instalments
      .filter(({ leftFen }) => leftFen === amountFen)
      .map(({ householdId, chargeIds }): Hit => ({ itemId: id, householdId, hint: 'instalment', chargeIds })),
  )
}

/** What a home owes, all of it or one charge, is this very sum: of homes that something speaks for already, or of so few. */
function ofSums(
  { tx, community, today }: Ctx,
  items: readonly Asked[],
  said: readonly Hit[],
): Promise<Hit[]> {
  return tx.rows<Hit>`
    with item as (
      select * from unnest(${items.map(({ id }) => id)}::bigint[], ${items.map(({ amountFen }) => amountFen)}::bigint[]) as x (id, fen)
    ), spoken as (
      select distinct * from unnest(${said.map(({ itemId }) => itemId)}::bigint[], ${said.map(({ householdId }) => householdId)}::bigint[])
                                     as x (item_id, household_id)
    ), open as materialized (
      select c.id, c.household_id, c.amount_fen - c.settled_fen as fen
        from charge c
       where c.community_id = ${community} and c.settled_fen < c.amount_fen and c.cancelled_by is null
         and not exists (select from holds_on(${community}, ${today}) held where held.charge_id = c.id and waives)
    ), home as materialized (
      select household_id, sum(fen)::bigint as fen, array_agg(id order by id) as charge_ids from open group by household_id
    ), hit as (
      select item.id as item_id, home.household_id, 'home' as hint, home.charge_ids
        from item join home on home.fen = item.fen
      union all
      select item.id, open.household_id, 'charge', array[min(open.id)]
        from item join open on open.fen = item.fen
       group by item.id, open.household_id
    ), counted as (
      select *, count(*) over (partition by item_id, hint) as alike from hit
    )
    select c.item_id, c.household_id, c.hint, c.charge_ids
      from counted c left join spoken s on (s.item_id, s.household_id) = (c.item_id, c.household_id)
     where s.item_id is not null or c.alike <= ${sameSumMost}`
}
