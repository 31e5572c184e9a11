import type pg from 'pg'

export interface Homes {
  readonly communities: number
  /** In each community. */
  readonly households: number
  readonly merchant: { readonly mchid: string; readonly appid: string }
}

/**
 * Communities with homes and their owners, as set-based SQL. Household `g` of all is home, owner and person number `g`,
 * in community `1 + (g - 1) % communities`.
 */
export async function fillHomes(
  client: pg.Client,
  { communities, households, merchant }: Homes,
): Promise<void> {
  const all = communities * households
  await client.query(`
    insert into company (id, name, hotline) overriding system value values (1, '阳光物业服务有限公司', '021-55550000');
    insert into merchant (mchid, company_id, appid) values ('${merchant.mchid}', 1, '${merchant.appid}');
    insert into community (id, company_id, mchid, name) overriding system value
    select c, 1, '${merchant.mchid}', '阳光花园' || c from generate_series(1, ${communities}) c;
    insert into building (community_id, id, name) overriding system value
    select c, c, '1栋' from generate_series(1, ${communities}) c;
    insert into fee_item (community_id, id, name) overriding system value
    select c, c, '物业服务费' from generate_series(1, ${communities}) c;
    insert into room (community_id, id, building_id, key, unit, room_no, area_hundredths) overriding system value
    select c, g, c, '1/1/' || g, '1单元', g::text, 6000 + g * 37 % 8000
      from generate_series(1, ${all}) g, lateral (select 1 + (g - 1) % ${communities} as c) as home;
    insert into household (community_id, id, room_id, owner_name, owner_phones) overriding system value
    select community_id, id, id, '王小明', array[(13900000000 + id)::text] from room;
    insert into person (id) overriding system value select generate_series(1, ${all});
    insert into wechat_account (appid, openid, person_id)
    select '${merchant.appid}', 'openid-' || g, g from generate_series(1, ${all}) g;
    insert into membership (community_id, household_id, person_id, relation)
    select community_id, id, id, 'owner' from household`)
  await continueIdentities(client)
}

/** Rows were given their numbers; the next ones take theirs from behind them. */
export async function continueIdentities(client: pg.Client): Promise<void> {
  await client.query(`
    do $$
    declare each record; highest bigint;
    begin
      for each in select table_name, column_name from information_schema.columns
                   where table_schema = 'public' and is_identity = 'YES' loop
        execute format('select coalesce(max(%I), 0) from %I', each.column_name, each.table_name) into highest;
        perform setval(pg_get_serial_sequence(each.table_name, each.column_name), highest + 1, false);
      end loop;
    end $$`)
}
