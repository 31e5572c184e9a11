-- 对账. What WeChat's bills say, day by day, against what the books say.

create type bill_kind as enum ('trade', 'fund_flow');
-- taken: all of it is here and its sums are borne out. none: WeChat has no bill, for nothing happened that day.
create type bill_state as enum ('taking', 'taken', 'none');

-- One bill of one merchant. Merchants are the company's; what its lines say of a community stands in bill_line.
create table bill (
  id bigint generated always as identity primary key,
  mchid text not null references merchant,
  day date not null,
  kind bill_kind not null,
  state bill_state not null,
  lines integer not null default 0,
  strays integer not null default 0,
  begun_at timestamptz not null,
  taken_at timestamptz,
  unique (mchid, day, kind),
  check ((state = 'taking') = (taken_at is null))
);

create type bill_line_kind as enum ('paid', 'refund', 'revoked');

create table bill_line (
  community_id integer not null references community,
  bill_id bigint not null references bill,
  line integer not null,
  kind bill_line_kind not null,
  transaction_id text not null,
  out_trade_no text not null,
  refund_id text,
  out_refund_no text,
  refund_status text check (refund_status in ('success', 'processing', 'failed', 'change')),
  amount_fen bigint not null,
  fee_milli_fen bigint not null,
  at timestamptz not null,
  primary key (community_id, bill_id, line),
  check ((kind = 'refund') = (refund_id is not null and out_refund_no is not null and refund_status is not null))
);
comment on column bill_line.fee_milli_fen is 'in 1/1000 fen: only what is booked for all lines together is rounded';
create index bill_line_by_transaction on bill_line (community_id, transaction_id);
call protect_community_rows('bill_line');

-- Lines of a bill whose order is none of ours: the merchant's money, and nobody's here until somebody says whose.
create table bill_stray (
  bill_id bigint not null references bill,
  line integer not null,
  kind bill_line_kind not null,
  transaction_id text not null,
  out_trade_no text not null,
  amount_fen bigint not null,
  at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text,
  reason text,
  primary key (bill_id, line),
  check ((resolved_at is null) = (resolved_by is null) and (resolved_at is null) = (reason is null))
);

-- Which days of which merchant have been compared in a community, and what they came to.
create table matched_day (
  community_id integer not null references community,
  mchid text not null references merchant,
  day date not null,
  matched_at timestamptz not null,
  paid integer not null,
  paid_fen bigint not null,
  refunded integer not null,
  refunded_fen bigint not null,
  fee_fen bigint not null,
  primary key (community_id, mchid, day)
);
call protect_community_rows('matched_day');

create type difference_kind as enum (
  'missing_here', 'missing_there', 'amount', 'revoked', 'refund_missing_here', 'refund_missing_there', 'refund_amount');
create type difference_state as enum ('open', 'resolved');

-- 差异. What a bill and the books do not agree on, until it is explained.
create table bill_difference (
  community_id integer not null references community,
  id bigint generated always as identity,
  mchid text not null references merchant,
  day date not null,
  kind difference_kind not null,
  transaction_id text not null,
  out_trade_no text not null,
  refund_id text not null default '',
  ours_fen bigint,
  theirs_fen bigint,
  state difference_state not null default 'open',
  found_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text,
  reason text,
  primary key (community_id, id),
  unique (community_id, mchid, day, kind, transaction_id, refund_id),
  check ((state = 'resolved') = (resolved_at is not null and resolved_by is not null and reason is not null)),
  check (ours_fen is not null or theirs_fen is not null)
);
create index bill_difference_open on bill_difference (community_id, day) where state = 'open';
call protect_community_rows('bill_difference');

-- Days that were closed, by whom, and how they stood.
create table closed_day (
  community_id integer not null references community,
  day date not null,
  closed_at timestamptz not null,
  closed_by text not null,
  primary key (community_id, day)
);
call protect_community_rows('closed_day');

-- When WeChat took a refund: its bill counts it on that day.
alter table refund add column taken_at timestamptz;

grant select, insert, update on bill to anjiao_app;
grant select, insert, delete on bill_line to anjiao_app;
grant select, insert, update, delete on bill_stray to anjiao_app;
grant select, insert on matched_day, closed_day to anjiao_app;
grant select, insert, update on bill_difference to anjiao_app;
