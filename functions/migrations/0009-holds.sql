-- 暂缓. While one of these covers a day, the charge bears no late fee for it, is not overdue, and nobody presses for it:
-- a plan or deferral, under review or granted, a relief application under review, an open dispute.

alter type entry_kind add value 'relief';

create type hold_matter as enum ('plan', 'deferral', 'relief', 'dispute');

create table charge_hold (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  charge_id bigint not null,
  matter hold_matter not null,
  subject_id bigint not null,
  granted boolean not null,
  from_date date not null,
  to_date date check (to_date >= from_date),
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  foreign key (community_id, charge_id) references charge
);
comment on table charge_hold is 'a projection of what it is for: rewritten whenever that moves, by the room that owns it';
comment on column charge_hold.subject_id is 'of the plan, deferral, relief application or dispute';
comment on column charge_hold.granted is 'false while it is under review';
comment on column charge_hold.to_date is 'the last day; null: until further notice';
create unique index charge_hold_one_at_a_time on charge_hold (community_id, charge_id, matter) where to_date is null;
create index charge_hold_by_charge on charge_hold (community_id, charge_id);
create index charge_hold_by_household on charge_hold (community_id, household_id);
create index charge_hold_by_subject on charge_hold (community_id, matter, subject_id);
call protect_community_rows('charge_hold');

grant select, insert, delete on charge_hold to anjiao_app;
