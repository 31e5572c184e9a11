-- 分期与延期. A plan changes when a charge is due, never how much is owed.

create type late_fee_terms as enum ('held', 'waived_when_kept');
create type after_broken as enum ('needs_approval', 'refused');

-- 分期与延期办法. Never edited: the newest is in force, and what was offered under an older one keeps its terms.
create table plan_policy (
  community_id integer not null references community,
  id bigint generated always as identity,
  arrears_min_fen bigint not null check (arrears_min_fen >= 0),
  overdue_months_min integer not null check (overdue_months_min >= 0),
  after_broken after_broken not null,
  after_broken_months integer not null check (after_broken_months >= 0),
  down_percent integer not null check (down_percent between 0 and 50),
  instalments_max integer not null check (instalments_max between 2 and 60),
  every_months integer[] not null check (cardinality(every_months) > 0 and every_months <@ array[1, 2, 3]),
  instalment_min_fen bigint not null check (instalment_min_fen >= 0),
  first_after_days integer not null check (first_after_days between 1 and 31),
  term_months_max integer not null check (term_months_max between 1 and 60),
  late_fee late_fee_terms not null,
  at_once_max_fen bigint not null check (at_once_max_fen >= 0),
  at_once_instalments_max integer not null check (at_once_instalments_max >= 0),
  grace_days integer not null check (grace_days >= 7),
  tolerance_fen bigint not null check (tolerance_fen >= 0),
  cure_days integer not null check (cure_days >= 0),
  moves_max integer not null check (moves_max >= 0),
  move_days_max integer not null check (move_days_max between 1 and 31),
  reply_days integer not null check (reply_days between 1 and 30),
  offer_days integer not null check (offer_days between 1 and 60),
  deferral_days_max integer not null check (deferral_days_max >= 0),
  deferral_at_once_days integer not null check (deferral_at_once_days >= 0),
  deferrals_per_year integer not null check (deferrals_per_year >= 0),
  published_as text not null check (published_as <> ''),
  published_at timestamptz not null,
  published_by text not null,
  primary key (community_id, id)
);
call protect_community_rows('plan_policy');

-- The states and events of shared/src/plan-life.ts.
create type plan_state as enum (
  'offered', 'applied', 'countered', 'approved', 'signed', 'active', 'broken', 'cured', 'kept', 'declined', 'cancelled', 'expired');
create type plan_event_kind as enum (
  'offer', 'apply', 'take', 'approve', 'counter', 'refuse', 'decline', 'withdraw', 'take_back', 'expire', 'sign', 'start',
  'lapse', 'break', 'cure', 'keep', 'move', 'correct');

create table plan (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  policy_id bigint not null,
  state plan_state not null,
  debt_fen bigint not null check (debt_fen > 0),
  down_fen bigint not null default 0 check (down_fen >= 0 and down_fen < debt_fen),
  instalments integer not null check (instalments between 1 and 60),
  every_months integer not null check (every_months between 1 and 3),
  day_of_month integer not null check (day_of_month between 1 and 28),
  first_due date not null,
  late_fee late_fee_terms not null,
  asked jsonb,
  reason text not null default '',
  answer text not null default '',
  made_at timestamptz not null,
  made_by text not null,
  reply_by date,
  open_until date,
  signed_on date,
  ended_on date,
  check_on date,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  foreign key (community_id, policy_id) references plan_policy,
  check ((state = 'applied') = (reply_by is not null)),
  check ((state in ('offered', 'countered', 'approved')) = (open_until is not null)),
  check ((state in ('signed', 'active', 'broken', 'cured', 'kept')) <= (signed_on is not null))
);
comment on column plan.asked is 'the terms the owner asked for, where the company answered with others';
comment on column plan.check_on is 'the next day on which time alone may move it; null: none';
create index plan_by_household on plan (community_id, household_id, id);
create index plan_to_check on plan (community_id, check_on) where check_on is not null;
create index plan_by_state on plan (community_id, state, id);
create unique index plan_one_application on plan (community_id, household_id) where state = 'applied';
call protect_community_rows('plan');

-- Which charges are in it, and how much of each. `waived`: a late fee that is not part of the debt and falls away when the plan is kept.
create table plan_charge (
  community_id integer not null,
  plan_id bigint not null,
  charge_id bigint not null,
  amount_fen bigint not null check (amount_fen > 0),
  waived boolean not null default false,
  primary key (community_id, plan_id, charge_id),
  foreign key (community_id, plan_id) references plan,
  foreign key (community_id, charge_id) references charge
);
create index plan_charge_by_charge on plan_charge (community_id, charge_id);
call protect_community_rows('plan_charge');

create table instalment (
  community_id integer not null,
  plan_id bigint not null,
  no integer not null check (no >= 0),
  due_date date not null,
  moved_to date check (moved_to > due_date),
  amount_fen bigint not null check (amount_fen > 0),
  primary key (community_id, plan_id, no),
  foreign key (community_id, plan_id) references plan
);
comment on column instalment.no is '0 is the down payment';
call protect_community_rows('instalment');

-- What happened to a plan, append-only. `on_date` is the day it happened on, which a job that runs late still knows.
create table plan_event (
  community_id integer not null,
  plan_id bigint not null,
  id bigint generated always as identity,
  event plan_event_kind not null,
  to_state plan_state not null,
  on_date date not null,
  note text not null default '',
  at timestamptz not null,
  by text not null,
  primary key (community_id, plan_id, id),
  foreign key (community_id, plan_id) references plan
);
call protect_community_rows('plan_event');

-- 分期协议. The text that was signed and everything that proves it; append-only but for where its PDF lies.
create table plan_agreement (
  community_id integer not null,
  id bigint generated always as identity,
  plan_id bigint not null,
  number text not null,
  paper jsonb not null,
  text text not null,
  text_sha256 bytea not null,
  consents jsonb not null,
  signed_at timestamptz not null,
  signed_by bigint not null references person,
  signed_phone text not null,
  signed_appid text not null,
  signed_openid text not null,
  pdf_key text,
  pdf_sha256 bytea,
  primary key (community_id, id),
  foreign key (community_id, plan_id) references plan,
  unique (community_id, plan_id),
  unique (community_id, number),
  constraint plan_agreement_hash_is_of_its_text check (text_sha256 = sha256(convert_to(text, 'UTF8'))),
  check ((pdf_key is null) = (pdf_sha256 is null))
);
comment on column plan_agreement.signed_phone is 'the number that WeChat vouched for at the moment of signing';
create index plan_agreement_by_pdf on plan_agreement (community_id, pdf_sha256);
call protect_community_rows('plan_agreement');

create type deferral_state as enum ('applied', 'granted', 'refused', 'withdrawn');

-- 延期.
create table deferral (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  policy_id bigint not null,
  state deferral_state not null,
  until_date date not null,
  reason text not null check (reason <> ''),
  answer text not null default '',
  asked_on date not null,
  asked_at timestamptz not null,
  asked_by bigint not null references person,
  reply_by date,
  decided_at timestamptz,
  decided_by text,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  foreign key (community_id, policy_id) references plan_policy,
  check ((state = 'applied') = (reply_by is not null)),
  check (until_date > asked_on)
);
create index deferral_by_household on deferral (community_id, household_id, id);
create index deferral_waiting on deferral (community_id, reply_by) where state = 'applied';
call protect_community_rows('deferral');

create table deferral_charge (
  community_id integer not null,
  deferral_id bigint not null,
  charge_id bigint not null,
  primary key (community_id, deferral_id, charge_id),
  foreign key (community_id, deferral_id) references deferral,
  foreign key (community_id, charge_id) references charge
);
call protect_community_rows('deferral_charge');

-- The instalments of an equal split, as planSchedule of shared/src/instalments.ts makes them: for bulk offers, which are one
-- statement over many plans. A test holds the two together.
create function equal_instalments(debt_fen bigint, count integer, first_due date, every_months integer)
  returns table (no integer, due_date date, amount_fen bigint)
  language sql immutable parallel safe rows 12
begin atomic
  select no, (first_due + make_interval(months => (no - 1) * every_months))::date,
         debt_fen / count + case when no <= debt_fen % count then 1 else 0 end
    from generate_series(1, count) as no;
end;

-- Why a home of a segment gets no offer.
create type no_offer_reason as enum ('has_plan', 'held', 'too_small');

-- The homes of a segment in arrears: what is due of each without its late fees, the down payment, and why it gets no offer.
create function homes_to_offer(of_community integer, today date, buildings text[], overdue_since date, open_min_fen bigint,
                               open_max_fen bigint, only_household bigint, down_percent integer, instalments integer,
                               instalment_min_fen bigint)
  returns table (household_id bigint, debt_fen bigint, down_fen bigint, no_offer no_offer_reason)
  language sql stable parallel safe
begin atomic
  select home.id, home.due_fen, home.first_fen,
         case when exists (select from plan p
                            where p.community_id = of_community and p.household_id = home.id
                              and p.state in ('offered', 'applied', 'countered', 'approved', 'signed', 'active', 'cured'))
              then 'has_plan'
              when exists (select from charge_hold x
                            where x.community_id = of_community and x.household_id = home.id
                              and x.from_date <= today and (x.to_date is null or x.to_date >= today))
              then 'held'
              when (home.due_fen - home.first_fen) / instalments < greatest(1, instalment_min_fen) then 'too_small'
         end::no_offer_reason
    from (select h.id, sum(c.amount_fen - c.settled_fen)::bigint as due_fen,
                 (sum(c.amount_fen - c.settled_fen)::bigint * down_percent + 99) / 100 as first_fen
            from household h
            join room r on r.community_id = of_community and r.id = h.room_id
            join building b on b.community_id = of_community and b.id = r.building_id
            join charge c on c.community_id = of_community and c.household_id = h.id and c.settled_fen < c.amount_fen
                         and c.cancelled_by is null and c.origin <> 'late_fee' and c.due_date < today
           where h.community_id = of_community and (buildings = '{}' or b.name = any(buildings))
             and (only_household is null or h.id = only_household)
           group by h.id
          having min(c.due_date) <= overdue_since and sum(c.amount_fen - c.settled_fen) >= open_min_fen
             and (open_max_fen is null or sum(c.amount_fen - c.settled_fen) <= open_max_fen)) as home;
end;

grant select, insert on plan_policy, plan_event, deferral_charge to anjiao_app;
grant select, insert, update on plan, deferral to anjiao_app;
grant select, insert, delete on plan_charge to anjiao_app;
grant select, insert, delete, update (moved_to) on instalment to anjiao_app;
grant select, insert, update (pdf_key, pdf_sha256) on plan_agreement to anjiao_app;
