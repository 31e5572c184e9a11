import { areaRate, parkingFen } from '../books/priced-homes.ts'
import { connected } from '../harness/connected.ts'
import type { BenchDatabase } from '../harness/server.ts'

/** Each fee of each home with its price, by one who knows the three prices by heart. */
const lines = `
  select f.room_id, h.id as household_id, f.fee_item_id, f.standard_id as version_id,
         case f.fee_item_id
           when 1 then (${areaRate}::bigint * area_hundredths + 5000) / 10000
           when 2 then ${parkingFen}
           else (least(quantity_hundredths, 18000) * 5000::bigint + greatest(quantity_hundredths - 18000, 0) * 8000::bigint + 5000) / 10000
         end as amount_fen,
         case f.fee_item_id
           when 1 then jsonb_build_object('method', 'area', 'rate', v.rate, 'areaHundredths', area_hundredths, 'months', 1)
           when 2 then jsonb_build_object('method', 'fixed', 'fixedFen', v.fixed_fen, 'quantityHundredths', quantity_hundredths, 'months', 1)
           else jsonb_build_object('method', 'tier', 'tiers', v.tiers, 'quantityHundredths', quantity_hundredths, 'months', 1)
         end as pricing
    from room_fee f
    join room r on (r.community_id, r.id) = (f.community_id, f.room_id)
    join household h on (h.community_id, h.room_id) = (f.community_id, f.room_id)
    join price_version v on (v.community_id, v.standard_id) = (f.community_id, f.standard_id)
   where f.community_id = 1`

const books = (from: string) => `
  with written as (
    insert into entry (community_id, kind, business_date, source, posted_by)
    values (1, 'bill', '2026-11-23', $1, 'system:by-hand') returning id
  ), charged as (
    insert into charge (community_id, household_id, room_id, fee_item_id, from_date, to_date, due_date, amount_fen,
                        origin, pricing, price_version_id, entry_id)
    select 1, household_id, room_id, fee_item_id, date '2026-12-01', date '2026-12-31', date '2027-01-31', amount_fen,
           'bill', pricing, version_id, written.id
      from written, ${from}
    returning id, fee_item_id, amount_fen, entry_id
  )
  insert into posting (community_id, entry_id, account, amount_fen, charge_id, fee_item_id)
  select 1, entry_id, 'receivable'::account, amount_fen, id, null from charged
  union all
  select 1, entry_id, 'income', -sum(amount_fen)::bigint, null, fee_item_id from charged group by entry_id, fee_item_id`

const inCommunity = `begin; select set_config('app.community', '1', true)`

/** The floor: one INSERT … SELECT of the same rows, in one transaction, with the same role, walls and triggers. */
export const billByHand = ({ appUrl }: BenchDatabase): Promise<void> =>
  connected(appUrl, 1, async ([client]) => {
    await client?.query(inCommunity)
    await client?.query(books(`(${lines}) as line`), ['bill:0:0'])
    await client?.query('commit')
  })

/** The usual program: charge after charge, each in a transaction of its own, as whoever must be able to go on writes it. */
export const billOneByOne = ({ appUrl }: BenchDatabase, count: number): Promise<void> =>
  connected(appUrl, 1, async ([client]) => {
    await client?.query(inCommunity)
    const { rows = [] } = (await client?.query(`${lines} order by f.room_id limit $1`, [count])) ?? {}
    await client?.query('commit')
    const text = books(
      `(values ($2::bigint, $3::bigint, $4::bigint, $5::bigint, $6::bigint, $7::jsonb))
       as line (room_id, household_id, fee_item_id, version_id, amount_fen, pricing)`,
    )
    for (const [at, row] of rows.entries()) {
      await client?.query(inCommunity)
      const { room_id, household_id, fee_item_id, version_id, amount_fen, pricing } = row
      const values = [`bill:0:${at}`, room_id, household_id, fee_item_id, version_id, amount_fen, pricing]
      await client?.query({ name: 'charge', text, values })
      await client?.query('commit')
    }
  })
