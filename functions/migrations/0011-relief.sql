-- 困难减免: budgets, published standards, applications under them, and what was taken off because of them.

alter table community add column equal_price boolean not null default false;
comment on column community.equal_price is 'the local rule wants one price for all (上海市住宅物业管理规定 48)';

create type budget_source as enum ('company', 'common_income', 'other');

-- Never edited. What has been used of it is what the books hold against it.
create table relief_budget (
  community_id integer not null references community,
  id bigint generated always as identity,
  name text not null check (name <> ''),
  from_date date not null,
  to_date date not null,
  amount_fen bigint not null check (amount_fen > 0),
  source budget_source not null,
  resolution text not null,
  entered_at timestamptz not null,
  entered_by text not null,
  drawn_at timestamptz,
  primary key (community_id, id),
  constraint relief_budget_days_in_order check (to_date >= from_date),
  -- 民法典 278, 282: common income belongs to the owners.
  constraint relief_budget_common_income_needs_resolution check (source <> 'common_income' or resolution ~ '\S')
);
comment on column relief_budget.drawn_at is 'set by whoever draws on it, before they ask what is left: the next one waits here';
call protect_community_rows('relief_budget');

create type relief_kind as enum ('low_income', 'illness', 'disability', 'disaster', 'unemployment', 'vacancy', 'other');
create type relief_measure as enum ('percent', 'sum', 'late_fee', 'deferral', 'plan');
create type evidence_way as enum ('desk', 'certificate', 'upload');

-- 减免标准, by version. Never edited: a newer one of the same kind and name ends the one before, and whoever applied
-- under that one keeps it.
create table relief_standard (
  community_id integer not null references community,
  id bigint generated always as identity,
  kind relief_kind not null,
  name text not null check (name <> ''),
  evidence text not null check (evidence <> ''),
  ways evidence_way[] not null check (cardinality(ways) > 0),
  measure relief_measure not null,
  percent integer check (percent between 1 and 100),
  sum_max_fen bigint check (sum_max_fen > 0),
  deferral_days integer check (deferral_days between 1 and 365),
  instalments_max integer check (instalments_max between 2 and 60),
  waives_late_fee boolean not null,
  fee_items text[] not null,
  months integer not null check (months between 0 and 36),
  budget_id bigint,
  second_above_fen bigint not null check (second_above_fen >= 0),
  resolution text not null,
  legal_basis text not null,
  reply_days integer not null check (reply_days between 1 and 30),
  appeal_days integer not null check (appeal_days between 7 and 60),
  photo_days integer not null check (photo_days between 0 and 30),
  published_as text not null check (published_as <> ''),
  published_at timestamptz not null,
  published_by text not null,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, budget_id) references relief_budget,
  constraint relief_standard_measure_is_whole check (
    (measure = 'percent') = (percent is not null)
    and (measure = 'deferral') = (deferral_days is not null)
    and (measure = 'plan') = (instalments_max is not null)
    and (measure <> 'sum' or sum_max_fen is not null)
    and (measure in ('percent', 'sum') or sum_max_fen is null)
    and (measure <> 'late_fee' or waives_late_fee)
    and (measure = 'percent' or months = 0)),
  constraint relief_standard_principal_needs_budget check (measure not in ('percent', 'sum') or budget_id is not null),
  -- Nothing but a local rule lets anybody take something off for a home that stands empty (滨州 38, 菏泽 24, 聊城 40).
  constraint relief_standard_vacancy_needs_legal_basis check (kind <> 'vacancy' or legal_basis ~ '\S')
);
comment on column relief_standard.sum_max_fen is 'of sum: for the whole application; of percent: the most it may come to, bills to come with it';
comment on column relief_standard.photo_days is 'days after the decision on which photos are deleted (个人信息保护法 19, 47)';
comment on column relief_standard.ended_at is 'nobody can apply under it any more';
create unique index relief_standard_one_in_force on relief_standard (community_id, kind, name) where ended_at is null;
call protect_community_rows('relief_standard');

-- Whether principal may be given up only by a resolution of the owners: the money is theirs (酬金制), or the local rule
-- wants one price for all.
create function principal_needs_resolution(of_community integer, day date) returns boolean
  language sql stable parallel safe
  return coalesce((select equal_price from community where id = of_community), false)
      or coalesce((select fee_model = 'commission' from service_contract
                    where community_id = of_community and from_date <= day and (ended_on is null or ended_on >= day)
                    order by from_date desc, id desc limit 1), false);

create function refuse_standard_without_resolution() returns trigger
  language plpgsql as $$
begin
  if new.measure in ('percent', 'sum') and new.resolution !~ '\S'
     and principal_needs_resolution(new.community_id, (new.published_at at time zone 'Asia/Shanghai')::date) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'relief_standard_needs_resolution',
      message = 'principal may be given up here only by a resolution of the owners';
  end if;
  return new;
end $$;

create trigger refuse_standard_without_resolution before insert on relief_standard
  for each row execute function refuse_standard_without_resolution();

-- The states and events of shared/src/relief-life.ts; `check`: the desk noted what it was shown; `stop`: no bill to come
-- is reduced any more.
create type relief_state as enum (
  'applied', 'returned', 'agreed_once', 'granted', 'refused', 'appealed', 'refused_finally', 'withdrawn', 'lapsed', 'reversed');
create type relief_event_kind as enum (
  'apply', 'return', 'complete', 'agree', 'grant', 'refuse', 'appeal', 'refuse_finally', 'withdraw', 'lapse', 'reverse',
  'check', 'stop');

create table relief_application (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  standard_id bigint not null,
  state relief_state not null,
  statement text not null check (statement <> ''),
  evidence_way evidence_way not null,
  asked_at timestamptz not null,
  asked_by bigint not null references person,
  consent_key text,
  consent_text text,
  consented_at timestamptz,
  reply_by date,
  send_by date,
  appeal_until date,
  agreed_percent integer check (agreed_percent between 1 and 100),
  agreed_fen bigint check (agreed_fen >= 0),
  granted_on date,
  percent integer check (percent between 1 and 100),
  principal_fen bigint not null default 0 check (principal_fen >= 0),
  late_fee_fen bigint not null default 0 check (late_fee_fen >= 0),
  deferred_until date,
  instalments integer check (instalments between 2 and 60),
  lasts_until date,
  in_full boolean,
  stopped_on date,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  foreign key (community_id, standard_id) references relief_standard,
  check ((consent_key is null) = (consented_at is null) and (consent_key is null) = (consent_text is null)),
  check ((state in ('applied', 'agreed_once', 'appealed')) = (reply_by is not null)),
  check ((state = 'returned') = (send_by is not null)),
  check ((state = 'refused') = (appeal_until is not null)),
  check ((state = 'agreed_once') = (agreed_fen is not null)),
  check (state not in ('granted', 'reversed') or granted_on is not null),
  check (state in ('granted', 'lapsed', 'reversed') or granted_on is null),
  check ((granted_on is null) = (in_full is null)),
  check (granted_on is not null or (percent is null and principal_fen = 0 and late_fee_fen = 0 and deferred_until is null
                                    and instalments is null and lasts_until is null and stopped_on is null))
);
comment on column relief_application.consent_key is 'which version of the separate consent to photos was ticked; its words stand beside it';
comment on column relief_application.send_by is 'until when the owner may send what is missing';
comment on column relief_application.agreed_fen is 'principal that the first of two people agreed to: the second confirms no more';
comment on column relief_application.principal_fen is 'taken off at the time of the decision; of bills to come see relief_posting';
comment on column relief_application.in_full is 'whether it is all that the standard gave';
comment on column relief_application.stopped_on is 'bills to come are no longer reduced: the budget or the most it may come to was used up';
create index relief_application_by_household on relief_application (community_id, household_id, id);
create index relief_application_by_state on relief_application (community_id, state, id);
create index relief_application_by_standard on relief_application (community_id, standard_id);
create index relief_application_lasting on relief_application (community_id, id) where lasts_until is not null and stopped_on is null;
call protect_community_rows('relief_application');

-- Which charges it names, and the late fees on them that wait with them.
create table relief_application_charge (
  community_id integer not null,
  application_id bigint not null,
  charge_id bigint not null,
  named boolean not null,
  primary key (community_id, application_id, charge_id),
  foreign key (community_id, application_id) references relief_application,
  foreign key (community_id, charge_id) references charge
);
create index relief_application_charge_by_charge on relief_application_charge (community_id, charge_id);
call protect_community_rows('relief_application_charge');

-- What happened to an application, append-only.
create table relief_event (
  community_id integer not null,
  id bigint generated always as identity,
  application_id bigint not null,
  event relief_event_kind not null,
  to_state relief_state not null,
  on_date date not null,
  note text not null,
  at timestamptz not null,
  by text not null,
  person_id bigint references person,
  primary key (community_id, id),
  foreign key (community_id, application_id) references relief_application
);
comment on column relief_event.person_id is 'who did it, where somebody did';
create index relief_event_by_application on relief_event (community_id, application_id, id);
call protect_community_rows('relief_event');

-- The entries that took something off because of an application: one when it was granted, and one for each bill that came
-- later. An entry that was taken back names the one that did so.
create table relief_posting (
  community_id integer not null,
  application_id bigint not null,
  entry_id bigint not null,
  charge_id bigint,
  reversed_by bigint,
  primary key (community_id, entry_id),
  foreign key (community_id, application_id) references relief_application,
  foreign key (community_id, entry_id) references entry,
  foreign key (community_id, charge_id) references charge,
  foreign key (community_id, reversed_by) references entry,
  constraint relief_posting_once_a_bill unique nulls not distinct (community_id, application_id, charge_id)
);
comment on column relief_posting.charge_id is 'the bill that came later; null: what was granted at the time of the decision';
call protect_community_rows('relief_posting');

grant select, insert, update (drawn_at) on relief_budget to anjiao_app;
grant select, insert, update (ended_at) on relief_standard to anjiao_app;
grant select, insert on relief_application to anjiao_app;
grant update (state, statement, consent_key, consent_text, consented_at, reply_by, send_by, appeal_until, agreed_percent,
              agreed_fen, granted_on, percent, principal_fen, late_fee_fen, deferred_until, instalments, lasts_until,
              in_full, stopped_on) on relief_application to anjiao_app;
grant select, insert on relief_application_charge, relief_event to anjiao_app;
grant select, insert, update (reversed_by) on relief_posting to anjiao_app;
