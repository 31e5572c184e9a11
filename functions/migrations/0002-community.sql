-- 楼栋、房屋、户. A household (户) is one owner's time with a room: who owed in 2024 stays the debtor of 2024.

create table building (
  community_id integer not null references community,
  id bigint generated always as identity,
  name text not null check (name <> ''),
  primary key (community_id, id),
  unique (community_id, name)
);
call protect_community_rows('building');

create table room (
  community_id integer not null,
  id bigint generated always as identity,
  building_id bigint not null,
  key text not null,
  unit text not null default '',
  room_no text not null check (room_no <> ''),
  area_hundredths integer not null check (area_hundredths > 0),
  usage text not null default '住宅',
  handover_date date,
  primary key (community_id, id),
  foreign key (community_id, building_id) references building,
  unique (community_id, key)
);
comment on column room.key is 'the same for every way of writing one room: 8/2/1203';
comment on column room.area_hundredths is '建筑面积, in 0.01 ㎡';
call protect_community_rows('room');

create table household (
  community_id integer not null,
  id bigint generated always as identity,
  room_id bigint not null,
  owner_name text not null check (owner_name <> ''),
  owner_phones text[] not null default '{}',
  from_date date not null default '1900-01-01',
  to_date date,
  remark text not null default '',
  advance_fen bigint not null default 0 check (advance_fen >= 0),
  primary key (community_id, id),
  foreign key (community_id, room_id) references room,
  check (to_date >= from_date),
  constraint household_one_owner_at_a_time exclude using gist
    (community_id with =, room_id with =, daterange(from_date, to_date, '[]') with &&)
);
comment on column household.advance_fen is '预存余额: a projection of the ledger, moved by postings only';
create index household_by_phone on household using gin (owner_phones);
create index household_by_owner on household (community_id, owner_name);
call protect_community_rows('household', 'current_phone() is not null and owner_phones @> array[current_phone()]');

-- 物业服务合同. Bills rest on it; a late fee only on its clause (民法典 585).
create table service_contract (
  community_id integer not null references community,
  id bigint generated always as identity,
  name text not null,
  from_date date not null,
  to_date date,
  ended_on date,
  fee_model text not null default 'lump_sum' check (fee_model in ('lump_sum', 'commission')),
  late_fee_clause text check (late_fee_clause <> ''),
  late_fee_daily_ppm integer check (late_fee_daily_ppm > 0),
  late_fee_after_days integer not null default 0 check (late_fee_after_days >= 0),
  primary key (community_id, id),
  check ((late_fee_clause is null) = (late_fee_daily_ppm is null)),
  check (to_date >= from_date),
  check (ended_on >= from_date),
  constraint service_contract_one_at_a_time exclude using gist
    (community_id with =, daterange(from_date, least(to_date, ended_on), '[]') with &&)
);
comment on column service_contract.ended_on is '服务终止之日: no bill may be issued for time after it (民法典 949)';
comment on column service_contract.late_fee_daily_ppm is '违约金, in millionths of the open principal per day';
call protect_community_rows('service_contract');

-- 一年期 LPR, as published on the 20th of each month; the cap of the late fee follows it.
create table loan_prime_rate (
  from_date date primary key,
  yearly_ppm integer not null check (yearly_ppm between 1 and 240000)
);

create table fee_item (
  community_id integer not null references community,
  id bigint generated always as identity,
  name text not null check (name <> ''),
  kind text not null default 'service' check (kind in ('service', 'late_fee', 'past_late_fee')),
  primary key (community_id, id),
  unique (community_id, name)
);
comment on column fee_item.kind is 'past_late_fee: 违约金, 滞纳金 that a roll brought in as arrears; it bears no late fee';
create unique index fee_item_one_late_fee on fee_item (community_id) where kind = 'late_fee';
call protect_community_rows('fee_item');

grant select, insert on building, fee_item to anjiao_app;
grant select, insert, update on room, service_contract to anjiao_app;
grant select, insert, update on loan_prime_rate to anjiao_app;
grant select on household to anjiao_app;
grant insert (community_id, room_id, owner_name, owner_phones, from_date, to_date, remark) on household to anjiao_app;
grant update (owner_name, owner_phones, from_date, to_date, remark) on household to anjiao_app;

-- How a room is called: `3栋 1单元 502`. One place, so that every list and letter says the same.
create function room_name(building text, unit text, room_no text) returns text
  language sql immutable parallel safe
  return concat_ws(' ', building, nullif(unit, ''), room_no);

-- A name or phone with its middle hidden, as anybody but its owner's office sees it.
create function masked_name(name text) returns text
  language sql immutable parallel safe
  return left(name, 1) || repeat('*', greatest(length(name) - 1, 1));

create function masked_phone(phone text) returns text
  language sql immutable parallel safe
  return left(phone, 3) || '****' || right(phone, 4);
