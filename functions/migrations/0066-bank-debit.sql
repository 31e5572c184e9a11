-- 银行代扣: what an owner allows, what is taken to the bank on a day, and what the bank answered.

create type debit_batch_state as enum ('made', 'released', 'sent', 'done', 'cancelled');
create type debit_line_state as enum ('chosen', 'sent', 'succeeded', 'failed', 'unanswered', 'left_out');
create type debit_left_out as enum (
  'withdrawn', 'transferred', 'nothing_due', 'held', 'paying', 'over_limit', 'in_batch', 'changed', 'not_told', 'cancelled');
create type debit_layout_purpose as enum ('out', 'result');

-- 代扣授权. The text that was agreed to and everything that proves it; only its withdrawal is added, and the account number goes in time.
create table debit_mandate (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  version text not null check (version <> ''),
  bank_name text not null check (bank_name <> ''),
  account_holder text not null check (account_holder <> ''),
  last_digits text not null check (last_digits ~ '^[0-9]{4}$'),
  account bytea,
  limit_fen bigint not null check (limit_fen > 0),
  paper jsonb not null,
  text text not null,
  text_sha256 bytea not null,
  consents jsonb not null,
  given_at timestamptz not null,
  given_by bigint not null references person,
  given_appid text not null,
  given_openid text not null,
  withdrawn_at timestamptz,
  withdrawn_by bigint references person,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  constraint debit_mandate_hash_is_of_its_text check (text_sha256 = sha256(convert_to(text, 'UTF8'))),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (account is not null or withdrawn_at is not null)
);
comment on column debit_mandate.version is 'which words of ours the text was made with';
comment on column debit_mandate.account is 'the account number, sealed under the hash of the text; null: erased after the withdrawal';
create unique index debit_mandate_one_a_home on debit_mandate (community_id, household_id) where withdrawn_at is null;
create index debit_mandate_by_household on debit_mandate (community_id, household_id, id);
call protect_community_rows('debit_mandate');

-- Which fees it is for: none with a late fee in it.
create table debit_mandate_fee (
  community_id integer not null,
  mandate_id bigint not null,
  fee_item_id bigint not null,
  primary key (community_id, mandate_id, fee_item_id),
  foreign key (community_id, mandate_id) references debit_mandate,
  foreign key (community_id, fee_item_id) references fee_item
);
call protect_community_rows('debit_mandate_fee');

-- How a bank wants its files, as data. Never edited: another one is added, and the old one retired.
create table debit_layout (
  community_id integer not null references community,
  id bigint generated always as identity,
  purpose debit_layout_purpose not null,
  name text not null check (name <> ''),
  layout jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  retired_at timestamptz,
  primary key (community_id, id)
);
create unique index debit_layout_named_once on debit_layout (community_id, purpose, name) where retired_at is null;
call protect_community_rows('debit_layout');

create table debit_batch (
  community_id integer not null references community,
  id bigint generated always as identity,
  number text not null generated always as (
    (extract(year from debit_on) * 10000 + extract(month from debit_on) * 100 + extract(day from debit_on))::bigint::text
    || lpad(id::text, 8, '0')) stored,
  state debit_batch_state not null default 'made',
  debit_on date not null,
  from_hour smallint not null,
  to_hour smallint not null,
  tell_by timestamptz not null,
  place_id bigint not null,
  file_layout_id bigint not null,
  result_layout_id bigint not null,
  made_at timestamptz not null,
  made_by bigint not null references person,
  released_at timestamptz,
  released_by bigint references person,
  sent_at timestamptz,
  sent_by bigint references person,
  ended_at timestamptz,
  ended_by bigint references person,
  reason text not null default '',
  primary key (community_id, id),
  foreign key (community_id, place_id) references money_place,
  foreign key (community_id, file_layout_id) references debit_layout,
  foreign key (community_id, result_layout_id) references debit_layout,
  unique (community_id, number),
  constraint debit_between_seven_and_twenty_two check (from_hour >= 7 and to_hour <= 22 and from_hour < to_hour),
  constraint debit_released_by_a_second_person check (released_by <> made_by),
  check ((released_at is null) = (released_by is null)),
  check (state not in ('released', 'sent', 'done') or released_at is not null),
  check ((state in ('sent', 'done')) = (sent_at is not null)),
  check ((sent_at is null) = (sent_by is null)),
  check (state <> 'cancelled' or reason <> '')
);
comment on column debit_batch.number is 'stands in the file and in its result';
comment on column debit_batch.tell_by is '24 hours before the bank may debit: whoever was not told by then is left out';
comment on column debit_batch.sent_at is 'when the file was handed out first: what is in it does not change any more';
create index debit_batch_by_state on debit_batch (community_id, state, id);
call protect_community_rows('debit_batch');

-- What a result file said of a batch, once each.
create table debit_result (
  community_id integer not null,
  id bigint generated always as identity,
  batch_id bigint not null,
  sha256 bytea not null,
  taken_at timestamptz not null,
  taken_by bigint not null references person,
  lines integer not null check (lines > 0),
  succeeded integer not null check (succeeded between 0 and lines),
  succeeded_fen bigint not null check (succeeded_fen >= 0),
  primary key (community_id, id),
  foreign key (community_id, batch_id) references debit_batch,
  constraint debit_result_taken_once unique (community_id, batch_id, sha256)
);
call protect_community_rows('debit_result');

create table debit_line (
  community_id integer not null,
  batch_id bigint not null,
  no integer not null check (no > 0),
  household_id bigint not null,
  mandate_id bigint not null,
  amount_fen bigint not null check (amount_fen > 0),
  state debit_line_state not null default 'chosen',
  why debit_left_out,
  result_id bigint,
  code text,
  reason text not null default '',
  answered_at timestamptz,
  payment_id bigint,
  primary key (community_id, batch_id, no),
  foreign key (community_id, batch_id) references debit_batch,
  foreign key (community_id, household_id) references household,
  foreign key (community_id, mandate_id) references debit_mandate,
  foreign key (community_id, result_id) references debit_result,
  foreign key (community_id, payment_id) references payment,
  unique (community_id, batch_id, household_id),
  check ((state = 'left_out') = (why is not null)),
  check ((state in ('succeeded', 'failed')) = (result_id is not null) and (result_id is null) = (answered_at is null)
         and (result_id is null) = (code is null)),
  check (payment_id is null or state = 'succeeded')
);
comment on column debit_line.reason is 'of one that failed: what the bank says';
comment on column debit_line.payment_id is 'of one that succeeded: how it is booked; null: not yet';
-- Nobody is debited twice at once for the same bill.
create unique index debit_line_one_open_a_home on debit_line (community_id, household_id) where state in ('chosen', 'sent');
create index debit_line_by_household on debit_line (community_id, household_id, batch_id);
create index debit_line_by_mandate on debit_line (community_id, mandate_id);
create unique index debit_line_by_payment on debit_line (community_id, payment_id) where payment_id is not null;
call protect_community_rows('debit_line');

-- The charges that a line is for.
create table debit_line_charge (
  community_id integer not null,
  batch_id bigint not null,
  no integer not null,
  charge_id bigint not null,
  primary key (community_id, batch_id, no, charge_id),
  foreign key (community_id, batch_id, no) references debit_line,
  foreign key (community_id, charge_id) references charge
);
call protect_community_rows('debit_line_charge');

grant select, insert on debit_mandate, debit_mandate_fee, debit_layout, debit_batch, debit_result, debit_line, debit_line_charge
  to anjiao_app;
grant update (withdrawn_at, withdrawn_by, account) on debit_mandate to anjiao_app;
grant update (retired_at) on debit_layout to anjiao_app;
grant update (state, released_at, released_by, sent_at, sent_by, ended_at, ended_by, reason) on debit_batch to anjiao_app;
grant update (state, why, result_id, code, reason, answered_at, payment_id) on debit_line to anjiao_app;
