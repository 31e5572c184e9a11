-- 缴费. One row per attempt (out_trade_no), with the exact parameters sent, so that a retry sends the same.

create type attempt_state as enum ('created', 'prepaid', 'paid', 'closed');

create table payment_attempt (
  community_id integer not null,
  id bigint generated always as identity,
  out_trade_no text not null unique,
  household_id bigint not null,
  payer_id bigint not null references person,
  mchid text not null references merchant,
  appid text not null,
  openid text not null,
  amount_fen bigint not null check (amount_fen > 0),
  description text not null,
  state attempt_state not null default 'created',
  prepay_id text,
  intent_key text not null,
  choice jsonb,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  queried_at timestamptz,
  unknown_answers integer not null default 0,
  next_query_at timestamptz,
  paid_at timestamptz,
  closed_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  unique (community_id, payer_id, intent_key),
  check ((state in ('prepaid')) <= (prepay_id is not null)),
  check ((state in ('paid', 'closed')) = (next_query_at is null)),
  check ((state = 'paid') = (paid_at is not null)),
  check (state <> 'closed' or closed_at is not null)
);
comment on column payment_attempt.choice is 'what the payer asked for under the intent key, so that the key is not used for anything else';
comment on column payment_attempt.unknown_answers is 'how often in a row WeChat said that it knows no such order';
create index payment_attempt_to_query on payment_attempt (community_id, next_query_at) where next_query_at is not null;
create index payment_attempt_by_household on payment_attempt (community_id, household_id, id);
call protect_community_rows('payment_attempt');

-- The charges the payer picked; none: what is due, oldest first, the rest to advance.
create table payment_attempt_charge (
  community_id integer not null,
  attempt_id bigint not null,
  charge_id bigint not null,
  primary key (community_id, attempt_id, charge_id),
  foreign key (community_id, attempt_id) references payment_attempt,
  foreign key (community_id, charge_id) references charge
);
call protect_community_rows('payment_attempt_charge');

create type payment_method as enum ('wechat');

create table payment (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  attempt_id bigint,
  method payment_method not null,
  external_id text not null,
  amount_fen bigint not null check (amount_fen > 0),
  paid_at timestamptz not null,
  entry_id bigint not null,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  foreign key (community_id, attempt_id) references payment_attempt,
  foreign key (community_id, entry_id) references entry,
  unique (community_id, method, external_id)
);
comment on column payment.external_id is 'of WeChat: transaction_id';
create unique index payment_one_per_attempt on payment (community_id, attempt_id);
create index payment_by_household on payment (community_id, household_id, id);
call protect_community_rows('payment');

-- 收据. Numbered without gaps within a community.
create table receipt (
  community_id integer not null,
  payment_id bigint not null,
  number integer not null,
  issued_at timestamptz not null,
  primary key (community_id, payment_id),
  foreign key (community_id, payment_id) references payment,
  unique (community_id, number)
);
call protect_community_rows('receipt');

create type suspense_reason as enum ('unknown_order', 'other_amount', 'paid_twice', 'paid_after_close', 'refunded_elsewhere');
create type suspense_state as enum ('open', 'resolved');

-- 待查款. Money received that no charge explains yet, and the task for finance to explain it.
create table suspense_item (
  community_id integer not null references community,
  id bigint generated always as identity,
  reason suspense_reason not null,
  state suspense_state not null default 'open',
  out_trade_no text not null,
  external_id text not null,
  amount_fen bigint not null check (amount_fen > 0),
  paid_at timestamptz not null,
  entry_id bigint not null,
  attempt_id bigint,
  primary key (community_id, id),
  foreign key (community_id, entry_id) references entry,
  foreign key (community_id, attempt_id) references payment_attempt,
  unique (community_id, external_id)
);
call protect_community_rows('suspense_item');

-- Every notice of WeChat Pay that was authentic, once.
create table payment_notice (
  community_id integer not null references community,
  event_id text not null,
  out_trade_no text not null,
  transaction_id text not null,
  received_at timestamptz not null,
  primary key (community_id, event_id)
);
call protect_community_rows('payment_notice');

-- Authentic notices that are not provably ours (another merchant, app or currency, an order of no community).
create table quarantined_notice (
  event_id text primary key,
  mchid text not null,
  appid text not null,
  out_trade_no text not null,
  transaction_id text not null,
  amount_fen bigint not null,
  currency text not null,
  reason text not null,
  received_at timestamptz not null
);

grant select, insert on payment_attempt_charge, payment, receipt, payment_notice, quarantined_notice to anjiao_app;
grant select, insert, update on payment_attempt, suspense_item to anjiao_app;
