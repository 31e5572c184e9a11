-- 柜台收款: the places where money lies, who has a till and when, and what was taken at the counter.

create type place_kind as enum ('cash', 'bank', 'pos');

create table money_place (
  community_id integer not null references community,
  id bigint generated always as identity,
  kind place_kind not null,
  name text not null check (name <> ''),
  last_digits text not null default '' check (last_digits ~ '^([0-9]{4})?$'),
  holder_id bigint references person,
  in_use boolean not null default true,
  primary key (community_id, id),
  constraint money_place_named_once unique (community_id, name),
  check ((kind = 'cash') = (holder_id is not null))
);
comment on table money_place is 'a till, a bank account or a card terminal; postings name it by its id';
comment on column money_place.holder_id is 'of a till: the clerk who has it';
call protect_community_rows('money_place');
comment on column posting.place is '商户号, or the id of a money_place';
-- What is in a till is asked at each count.
create index posting_in_till on posting (community_id, place, id) include (amount_fen) where account = 'cash';

-- One clerk at one till, from the count at the opening to the count at the end.
create table till_session (
  community_id integer not null,
  id bigint generated always as identity,
  place_id bigint not null,
  clerk_id bigint not null references person,
  opened_at timestamptz not null,
  opened_with jsonb not null,
  opened_fen bigint not null check (opened_fen >= 0),
  opened_expected_fen bigint not null,
  counted_at timestamptz,
  counted jsonb,
  counted_fen bigint check (counted_fen >= 0),
  expected_fen bigint,
  last_posting bigint,
  hand_to bigint references person,
  closed_at timestamptz,
  closed_by bigint references person,
  reason text not null default '',
  difference_entry_id bigint,
  primary key (community_id, id),
  foreign key (community_id, place_id) references money_place,
  foreign key (community_id, difference_entry_id) references entry,
  check ((counted_at is null) = (counted is null) and (counted_at is null) = (counted_fen is null)
         and (counted_at is null) = (expected_fen is null) and (counted_at is null) = (last_posting is null)),
  check ((closed_at is null) = (closed_by is null)),
  check (closed_at is null or counted_at is not null),
  check (closed_by <> clerk_id),
  check (closed_at is null or (difference_entry_id is null) = (counted_fen = expected_fen)),
  check (difference_entry_id is null or reason <> '')
);
comment on column till_session.opened_expected_fen is 'what the books said was in the till at the opening';
comment on column till_session.expected_fen is 'what the books said was in it at the count';
comment on column till_session.last_posting is 'the last posting that the count knows of';
comment on column till_session.hand_to is 'who takes the till over and counts it too';
comment on column till_session.closed_by is 'the second person, who confirmed the count';
create unique index till_open_once on till_session (community_id, place_id) where counted_at is null;
create unique index clerk_at_one_till on till_session (community_id, clerk_id) where counted_at is null;
create index till_session_by_place on till_session (community_id, place_id, id);
call protect_community_rows('till_session');

-- What the counter knows of a payment that it took.
create table counter_payment (
  community_id integer not null,
  payment_id bigint not null,
  place_id bigint not null,
  session_id bigint,
  voucher_number text not null check (voucher_number <> ''),
  serial integer,
  payer_name text not null default '',
  taken_by bigint not null references person,
  taken_at timestamptz not null,
  taken_on date not null,
  intent_key text not null,
  asked jsonb not null,
  primary key (community_id, payment_id),
  foreign key (community_id, payment_id) references payment,
  foreign key (community_id, place_id) references money_place,
  foreign key (community_id, session_id) references till_session,
  constraint counter_payment_asked_once unique (community_id, taken_by, intent_key),
  constraint cash_voucher_without_gaps unique (community_id, place_id, taken_on, serial),
  check ((session_id is null) = (serial is null))
);
comment on column counter_payment.serial is 'of cash: which of the till on that day';
comment on column counter_payment.asked is 'what was asked for under the intent key, so that the key is not used for anything else';
create index counter_payment_by_day on counter_payment (community_id, taken_on, payment_id);
create index counter_payment_by_voucher on counter_payment (community_id, voucher_number);
create index counter_payment_by_session on counter_payment (community_id, session_id) where session_id is not null;
call protect_community_rows('counter_payment');

create type cheque_state as enum ('waiting', 'cleared', 'bounced');

-- 支票. Money only once it has cleared.
create table cheque (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  number text not null check (number <> ''),
  amount_fen bigint not null check (amount_fen > 0),
  payer_name text not null default '',
  received_by bigint not null references person,
  received_at timestamptz not null,
  received_on date not null,
  intent_key text not null,
  asked jsonb not null,
  state cheque_state not null default 'waiting',
  settled_by bigint references person,
  settled_at timestamptz,
  reason text not null default '',
  payment_id bigint,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  foreign key (community_id, payment_id) references payment,
  constraint cheque_asked_once unique (community_id, received_by, intent_key),
  check ((state = 'waiting') = (settled_at is null) and (state = 'waiting') = (settled_by is null)),
  check ((state = 'cleared') = (payment_id is not null)),
  check ((state = 'bounced') = (reason <> ''))
);
create unique index cheque_waits_once on cheque (community_id, number) where state = 'waiting';
create index cheque_by_household on cheque (community_id, household_id);
call protect_community_rows('cheque');

-- The charges that a cheque is for; none: what is due, oldest first.
create table cheque_charge (
  community_id integer not null,
  cheque_id bigint not null,
  charge_id bigint not null,
  primary key (community_id, cheque_id, charge_id),
  foreign key (community_id, cheque_id) references cheque,
  foreign key (community_id, charge_id) references charge
);
call protect_community_rows('cheque_charge');

-- Cash that goes from a till to the bank (缴存), or from the bank into a till (备用金).
create table cash_move (
  community_id integer not null,
  id bigint generated always as identity,
  from_place_id bigint not null,
  to_place_id bigint not null,
  amount_fen bigint not null check (amount_fen > 0),
  slip_number text not null check (slip_number <> ''),
  moved_by bigint not null references person,
  moved_at timestamptz not null,
  intent_key text not null,
  entry_id bigint not null,
  primary key (community_id, id),
  foreign key (community_id, from_place_id) references money_place,
  foreign key (community_id, to_place_id) references money_place,
  foreign key (community_id, entry_id) references entry,
  constraint cash_move_asked_once unique (community_id, moved_by, intent_key)
);
call protect_community_rows('cash_move');

grant select, insert on money_place, till_session, counter_payment, cheque, cheque_charge, cash_move to anjiao_app;
grant update (name, last_digits, holder_id, in_use) on money_place to anjiao_app;
grant update (counted_at, counted, counted_fen, expected_fen, last_posting, hand_to, closed_at, closed_by, reason, difference_entry_id)
  on till_session to anjiao_app;
grant update (state, settled_by, settled_at, reason, payment_id) on cheque to anjiao_app;
