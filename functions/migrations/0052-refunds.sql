-- 退款. What goes back of a payment: asked for by one person, checked by another, brought to its end by WeChat or at the counter.

create type refund_state as enum ('asked', 'declined', 'withdrawn', 'owed', 'sent', 'abnormal', 'paid', 'failed', 'found');
create type refund_route as enum ('wechat', 'advance', 'cash', 'transfer');

-- Up to this sum one person is enough. None: it always takes two.
create table refund_limit (
  community_id integer primary key references community,
  alone_up_to_fen bigint not null check (alone_up_to_fen >= 0)
);
call protect_community_rows('refund_limit');

create table refund (
  community_id integer not null references community,
  id bigint generated always as identity,
  household_id bigint,
  payment_id bigint,
  amount_fen bigint not null check (amount_fen > 0),
  route refund_route not null,
  state refund_state not null,
  reason text not null check (reason <> ''),
  out_refund_no text not null unique,
  transaction_id text,
  mchid text references merchant,
  wechat_refund_id text,
  received_by text,
  asked_by text not null,
  asked_at timestamptz not null,
  checked_by text,
  checked_at timestamptz,
  declined_because text,
  voucher text,
  paid_at timestamptz,
  tries integer not null default 0,
  next_try_at timestamptz,
  stands_because text,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  foreign key (community_id, payment_id) references payment,
  check ((route = 'wechat') = (mchid is not null)),
  check (state = 'found' or (payment_id is not null and household_id is not null)),
  check ((state in ('asked', 'withdrawn', 'found')) or checked_by is not null),
  check ((state in ('paid', 'found')) <= (paid_at is not null)),
  check ((state = 'declined') = (declined_because is not null)),
  check (next_try_at is null or (route = 'wechat' and state in ('owed', 'sent', 'abnormal')))
);
comment on column refund.transaction_id is 'of WeChat: the payment that it gives back';
comment on column refund.stands_because is 'what WeChat said last, as a code, while it does not go on';
create index refund_of_payment on refund (community_id, payment_id);
create index refund_of_household on refund (community_id, household_id, id);
create index refund_by_state on refund (community_id, state, id);
create index refund_to_try on refund (community_id, next_try_at) where next_try_at is not null;
create unique index refund_by_wechat on refund (community_id, wechat_refund_id) where wechat_refund_id is not null;
call protect_community_rows('refund');

-- What it opens again, charge by charge. The rest of its amount leaves the advance.
create table refund_part (
  community_id integer not null,
  refund_id bigint not null,
  charge_id bigint not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (community_id, refund_id, charge_id),
  foreign key (community_id, refund_id) references refund,
  foreign key (community_id, charge_id) references charge
);
call protect_community_rows('refund_part');

-- Every notice of a refund that was authentic, once.
create table refund_notice (
  community_id integer not null references community,
  event_id text not null,
  out_refund_no text not null,
  received_at timestamptz not null,
  primary key (community_id, event_id)
);
call protect_community_rows('refund_notice');

grant select, insert, update on refund, refund_limit to anjiao_app;
grant select, insert on refund_notice to anjiao_app;
grant select, insert, delete on refund_part to anjiao_app;
