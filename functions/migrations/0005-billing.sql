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

-- Tiers that leave nothing unpriced: each ends above the one before it, the last one never.
create function tiers_price_everything(tiers jsonb) returns boolean
  language sql immutable parallel safe
  return (
    select count(*) > 0 and bool_or(rate > 0) and bool_and(coalesce(
             case when place = jsonb_array_length(tiers) then up_to is null else up_to > below end and rate >= 0, false))
      from (select place, (tier ->> 'upTo')::integer as up_to, (tier ->> 'rate')::integer as rate,
                   coalesce(lag((tier ->> 'upTo')::integer) over (order by place), 0) as below
              from jsonb_array_elements(tiers) with ordinality as listed (tier, place)) as each);

-- A price, from a day on. Never edited: a new price is a new version. A month is priced by the version in force on its first day.
create table price_version (
  community_id integer not null,
  id bigint generated always as identity,
  standard_id bigint not null,
  from_date date not null,
  method price_method not null,
  rate integer check (rate between 1 and 10000000),
  fixed_fen bigint check (fixed_fen between 1 and 1000000000),
  tiers jsonb,
  published_as text not null default '',
  primary key (community_id, id),
  foreign key (community_id, standard_id) references fee_standard,
  constraint price_version_one_a_day unique (community_id, standard_id, from_date),
  check ((method = 'area') = (rate is not null)),
  check ((method = 'fixed') = (fixed_fen is not null)),
  check ((method = 'tier') = (tiers is not null)),
  constraint price_version_tiers_price_everything check (tiers is null or tiers_price_everything(tiers))
);
comment on column price_version.rate is 'per ㎡ and month, in 1/10000 yuan: 2.20 元 = 22000';
comment on column price_version.fixed_fen is 'per unit (e.g. parking space) and month';
comment on column price_version.tiers is '[{"upTo": 0.01 units or null, "rate": 1/10000 yuan per unit and month}], lowest first';
call protect_community_rows('price_version');

alter table charge add foreign key (community_id, price_version_id) references price_version;

-- Which room pays which standard, for how much of it.
create table room_fee (
  community_id integer not null,
  id bigint generated always as identity,
  room_id bigint not null,
  fee_item_id bigint not null,
  standard_id bigint not null,
  quantity_hundredths integer not null default 100 check (quantity_hundredths between 1 and 10000000),
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

-- What a quantity costs a month by its tiers, each part of it at its own tier's rate; in millionths of a yuan.
-- A loop: called once a charge, and the same as a query over the tiers took five times as long.
create function tier_price(tiers jsonb, quantity_hundredths integer) returns bigint
  language plpgsql immutable strict parallel safe as $$
declare
  price bigint := 0;
  below integer := 0;
  up_to integer;
begin
  for place in 0 .. jsonb_array_length(tiers) - 1 loop
    up_to := least(quantity_hundredths, (tiers -> place ->> 'upTo')::integer);
    price := price + (up_to - below)::bigint * (tiers -> place ->> 'rate')::integer;
    exit when up_to = quantity_hundredths;
    below := up_to;
  end loop;
  return price;
end $$;

-- The one pricing rule. Exact integers; one rounding, half up, to the fen, at the very end.
create function price_fen(method price_method, rate integer, fixed_fen bigint, tiers jsonb,
                          area_hundredths integer, quantity_hundredths integer, months integer) returns bigint
  language sql immutable parallel safe
  return case method
    when 'area' then (rate::bigint * area_hundredths * months + 5000) / 10000
    when 'fixed' then (fixed_fen * quantity_hundredths * months + 50) / 100
    when 'tier' then (tier_price(tiers, quantity_hundredths) * months + 5000) / 10000
  end;

-- Formula and inputs of a price, as a charge keeps them and its statement shows them.
create function pricing_of(method price_method, rate integer, fixed_fen bigint, tiers jsonb,
                           area_hundredths integer, quantity_hundredths integer, months integer) returns jsonb
  language sql stable parallel safe
  return case method
    when 'area' then
      jsonb_build_object('method', method, 'rate', rate, 'areaHundredths', area_hundredths, 'months', months)
    when 'fixed' then
      jsonb_build_object('method', method, 'fixedFen', fixed_fen, 'quantityHundredths', quantity_hundredths, 'months', months)
    when 'tier' then
      jsonb_build_object('method', method, 'tiers', tiers, 'quantityHundredths', quantity_hundredths, 'months', months)
  end;

-- Why a room is not charged for (a part of) what a bill run could bring.
create type unbilled_reason as enum (
  'no_fee', 'no_price', 'no_owner', 'owner_changed', 'fee_changed', 'already_billed', 'nothing_to_pay');

create index household_by_room on household (community_id, room_id, from_date);
create index room_fee_by_room on room_fee (community_id, room_id, from_date);
-- Says `origin` where charge_periods_never_overlap says `principal_id`, and so does the search below: that one would be
-- chosen otherwise, and takes ten times as long, the longer the more months a room has been charged.
create index charge_by_room on charge (community_id, room_id, fee_item_id, to_date)
  where cancelled_by is null and origin <> 'late_fee';

-- What rooms are to be charged for a run of whole months, or why not; one line for each stretch of time with one owner
-- and one price. A line is whole months of one household, or it is not charged: nobody pays for another's days.
-- Only the rooms after one and up to another are looked at, so that a slice reads no more than its own.
create function bill_lines(of_community integer, run_from date, run_to date, after_room bigint, through_room bigint)
  returns table (room_id bigint, room_fee_id bigint, fee_item_id bigint, fee_days integer, household_id bigint,
                 from_date date, to_date date, price_version_id bigint, amount_fen bigint, pricing jsonb,
                 unbilled unbilled_reason)
  language sql stable parallel safe
begin atomic
  with version as (
    select v.standard_id, v.id, v.method, v.rate, v.fixed_fen, v.tiers, v.first_day,
           lead(v.first_day, 1, 'infinity') over standard as next_day
      from (select p.*, date_trunc('month', p.from_date + interval '1 month - 1 day')::date as first_day
              from price_version p where p.community_id = of_community) as v
    window standard as (partition by v.standard_id order by v.from_date)
  ), price as (
    select * from version where first_day < next_day
    union all
    select s.id, null, null, null, null, null, '-infinity', coalesce(min(v.first_day), 'infinity')
      from fee_standard s left join version v on v.standard_id = s.id
     where s.community_id = of_community group by s.id
  ), line as (
    select r.id as room_id, r.area_hundredths, f.id as room_fee_id, f.fee_item_id, f.quantity_hundredths,
           least(run_to, f.to_date) - greatest(run_from, f.from_date) + 1 as fee_days,
           h.id as household_id, h.from_date as owned_from, h.to_date as owned_to,
           greatest(run_from, f.from_date, h.from_date, p.first_day) as from_date,
           least(run_to, f.to_date, h.to_date, p.next_day - 1) as to_date,
           p.id as price_version_id, p.method, p.rate, p.fixed_fen, p.tiers
      from room r
      left join room_fee f on f.community_id = of_community and f.room_id = r.id
            and f.room_id > after_room and f.room_id <= through_room
            and f.from_date <= run_to and (f.to_date >= run_from or f.to_date is null)
      left join household h on h.community_id = of_community and h.room_id = r.id
            and h.room_id > after_room and h.room_id <= through_room
            and h.from_date <= least(run_to, f.to_date)
            and (h.to_date >= greatest(run_from, f.from_date) or h.to_date is null)
      left join price p on p.standard_id = f.standard_id
            and p.first_day <= least(run_to, f.to_date, h.to_date)
            and p.next_day > greatest(run_from, f.from_date, h.from_date)
     where r.community_id = of_community and r.id > after_room and r.id <= through_room
  ), counted as materialized (
    select *, (extract(year from to_date) - extract(year from from_date))::integer * 12
              + (extract(month from to_date) - extract(month from from_date))::integer + 1 as months,
           extract(day from from_date) = 1 as begins_with_month, extract(day from to_date + 1) = 1 as ends_with_month
      from line
  ), priced as materialized (
    select *, price_fen(method, rate, fixed_fen, tiers, area_hundredths, quantity_hundredths, months) as amount_fen
      from counted
  )
  select l.room_id, l.room_fee_id, l.fee_item_id, l.fee_days, l.household_id, l.from_date, l.to_date,
         l.price_version_id, l.amount_fen,
         pricing_of(l.method, l.rate, l.fixed_fen, l.tiers, l.area_hundredths, l.quantity_hundredths, l.months),
         case when l.room_fee_id is null then 'no_fee'
              when l.household_id is null then 'no_owner'
              when before.billed then 'already_billed'
              when l.price_version_id is null then 'no_price'
              when not l.begins_with_month and l.from_date = l.owned_from
                or not l.ends_with_month and l.to_date = l.owned_to then 'owner_changed'
              when not (l.begins_with_month and l.ends_with_month) then 'fee_changed'
              when l.amount_fen = 0 then 'nothing_to_pay'
         end::unbilled_reason
    from priced l
    left join lateral (
      select true as billed from charge c
       where c.community_id = of_community and c.room_id = l.room_id and c.fee_item_id = l.fee_item_id
         and c.to_date >= l.from_date and c.from_date <= l.to_date
         and c.cancelled_by is null and c.origin <> 'late_fee'
       limit 1) as before on true;
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
  rooms_done integer not null default 0,
  rooms integer not null,
  charges integer not null default 0,
  amount_fen bigint not null default 0,
  started_at timestamptz not null,
  started_by text not null,
  finished_at timestamptz,
  primary key (community_id, id),
  check (to_date > from_date),
  check ((state = 'finished') = (finished_at is not null))
);
comment on column bill_run.rooms is 'how many there were when it started';
create unique index bill_run_one_at_a_time on bill_run (community_id, from_date, to_date) where state = 'running';
call protect_community_rows('bill_run');

-- 违约金, as of the end of a month. Proceeds in slices of households; `done_household_id` is where it stands.
create table late_fee_run (
  community_id integer not null references community,
  as_of date not null,
  done_household_id bigint not null default 0,
  charges integer not null default 0,
  amount_fen bigint not null default 0,
  finished_at timestamptz,
  primary key (community_id, as_of)
);
call protect_community_rows('late_fee_run');

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
grant select, insert, update on bill_run, late_fee_run to anjiao_app;
grant select, insert, update, delete on roll_import to anjiao_app;

-- After a large import or run the application refreshes the planner's statistics itself; waiting for autovacuum costs minutes.
grant maintain on room, household, room_fee, charge, posting to anjiao_app;
