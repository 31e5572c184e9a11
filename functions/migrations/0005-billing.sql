-- Prices by version, who pays which, and the runs that turn them into charges.

create type price_method as enum ('area', 'fixed', 'tier');

-- 收费标准.
create table fee_standard (
  community_id integer not null,
  id bigint generated always as identity,
  fee_item_id bigint not null,
  name text not null check (name <> ''),
  primary key (community_id, id),
  foreign key (community_id, fee_item_id) references fee_item,
  unique (community_id, fee_item_id, name)
);
call protect_community_rows('fee_standard');

-- A price, from a day on. Never edited: a new price is a new version.
create table price_version (
  community_id integer not null,
  id bigint generated always as identity,
  standard_id bigint not null,
  from_date date not null,
  method price_method not null,
  rate integer check (rate > 0),
  fixed_fen bigint check (fixed_fen > 0),
  tiers jsonb,
  published_as text not null default '',
  primary key (community_id, id),
  foreign key (community_id, standard_id) references fee_standard,
  unique (community_id, standard_id, from_date),
  check ((method = 'area') = (rate is not null)),
  check ((method = 'fixed') = (fixed_fen is not null)),
  check ((method = 'tier') = (tiers is not null))
);
comment on column price_version.rate is 'per ㎡ and month, in 1/10000 yuan: 2.20 元 = 22000';
comment on column price_version.fixed_fen is 'per unit (e.g. parking space) and month';
comment on column price_version.tiers is '[{"upTo": 0.01 units or null, "rate": 1/10000 yuan per unit and month}], lowest first';
call protect_community_rows('price_version');

-- Which room pays which standard, for how much of it.
create table room_fee (
  community_id integer not null,
  id bigint generated always as identity,
  room_id bigint not null,
  fee_item_id bigint not null,
  standard_id bigint not null,
  quantity_hundredths integer not null default 100 check (quantity_hundredths > 0),
  from_date date not null default '1900-01-01',
  to_date date check (to_date >= from_date),
  primary key (community_id, id),
  foreign key (community_id, room_id) references room,
  foreign key (community_id, fee_item_id) references fee_item,
  foreign key (community_id, standard_id) references fee_standard,
  constraint room_fee_one_standard_at_a_time exclude using gist
    (community_id with =, room_id with =, fee_item_id with =, daterange(from_date, to_date, '[]') with &&)
);
comment on column room_fee.quantity_hundredths is 'of what is not priced by area: units × 100';
call protect_community_rows('room_fee');

-- The one pricing rule in yuan and area. Exact integers; one rounding, half up, to the fen, at the very end.
create function price_fen(method price_method, rate integer, fixed_fen bigint, tiers jsonb,
                          area_hundredths integer, quantity_hundredths integer, months integer) returns bigint
  language sql immutable parallel safe
  return case method
    when 'area' then (rate::bigint * area_hundredths * months + 5000) / 10000
    when 'fixed' then (fixed_fen * quantity_hundredths * months + 50) / 100
    when 'tier' then (
      select (sum(
               (least(quantity_hundredths, coalesce((tier.value ->> 'upTo')::integer, quantity_hundredths))
                - least(quantity_hundredths, coalesce((tiers -> (tier.ordinality::integer - 2) ->> 'upTo')::integer, 0)))::bigint
               * (tier.value ->> 'rate')::integer
             ) * months + 5000) / 10000
        from jsonb_array_elements(tiers) with ordinality as tier)
  end;

create type billing_cycle as enum ('monthly', 'quarterly', 'yearly');
create type bill_run_state as enum ('running', 'finished');

-- 出账. Proceeds in slices of rooms; `done_room_id` is where it stands.
create table bill_run (
  community_id integer not null references community,
  id bigint generated always as identity,
  cycle billing_cycle not null,
  from_date date not null,
  to_date date not null,
  due_date date not null,
  state bill_run_state not null default 'running',
  done_room_id bigint not null default 0,
  charges integer not null default 0,
  amount_fen bigint not null default 0,
  started_at timestamptz not null,
  started_by text not null,
  finished_at timestamptz,
  primary key (community_id, id),
  unique (community_id, from_date, to_date),
  check (to_date > from_date)
);
call protect_community_rows('bill_run');

-- The rolls that were brought in: the file as it came, and what came of it.
create type roll_import_state as enum ('previewed', 'confirmed');

create table roll_import (
  community_id integer not null references community,
  id bigint generated always as identity,
  file_name text not null,
  sha256 bytea not null,
  file bytea,
  state roll_import_state not null default 'previewed',
  summary jsonb not null,
  created_at timestamptz not null,
  created_by text not null,
  confirmed_at timestamptz,
  primary key (community_id, id)
);
comment on column roll_import.file is 'kept only until it is confirmed or a day old';
call protect_community_rows('roll_import');

grant select, insert on fee_standard, price_version to anjiao_app;
grant select, insert, update (quantity_hundredths, standard_id, to_date) on room_fee to anjiao_app;
grant select, insert, update on bill_run to anjiao_app;
grant select, insert, update, delete on roll_import to anjiao_app;
