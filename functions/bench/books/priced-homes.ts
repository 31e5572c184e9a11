import type pg from 'pg'
import { continueIdentities, fillHomes, type Homes } from './homes.ts'

/** 2.20 元 per ㎡ and month; 150 元 a parking space; electricity of shared parts at 0.5 元, above 180 units at 0.8 元. */
export const areaRate = 22_000
export const parkingFen = 15_000
export const tiers = [
  { upTo: 18_000, rate: 5_000 },
  { upTo: null, rate: 8_000 },
] as const

/** What the bills of one month come to, reckoned apart from the system: a charge of each kind for every home. */
export const monthlyFen = `
  select sum((${areaRate}::bigint * area_hundredths + 5000) / 10000 + ${parkingFen}
             + (least(units, 18000) * 5000::bigint + greatest(units - 18000, 0) * 8000::bigint + 5000) / 10000)
    from room, lateral (select 10000 + (id * 101 % 20000)::integer as units) as used`

/** One community whose homes each pay three kinds of fee, by a contract without end. */
export async function fillPricedHomes(
  client: pg.Client,
  merchant: Homes['merchant'],
  households: number,
): Promise<void> {
  await client.query('set session_replication_role = replica')
  await fillHomes(client, { communities: 1, households, merchant })
  await client.query(`
    insert into service_contract (community_id, name, from_date) values (1, '前期物业服务合同', '2020-01-01');
    insert into fee_item (community_id, id, name) overriding system value values (1, 2, '车位费'), (1, 3, '公共能耗费');
    insert into fee_standard (community_id, id, fee_item_id, name) overriding system value
    select 1, id, id, name from fee_item;
    insert into price_version (community_id, id, standard_id, from_date, method, rate, fixed_fen, tiers) overriding system value
    values (1, 1, 1, '2020-01-01', 'area', ${areaRate}, null, null),
           (1, 2, 2, '2020-01-01', 'fixed', null, ${parkingFen}, null),
           (1, 3, 3, '2020-01-01', 'tier', null, null, '${JSON.stringify(tiers)}');
    insert into room_fee (community_id, room_id, fee_item_id, standard_id, quantity_hundredths, from_date)
    select 1, r.id, s.id, s.id, case s.id when 3 then 10000 + r.id * 101 % 20000 else 100 end, '2020-01-01'
      from room r, fee_standard s`)
  await client.query('set session_replication_role = origin')
  await continueIdentities(client)
}
