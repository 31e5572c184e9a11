-- 银行流水和 POS 流水: what the bank says of an account or a terminal, line by line, beside what we booked there.

create type bank_line_state as enum ('open', 'matched', 'held', 'explained');

-- How the bank of a place writes its file, as data. Never edited: the newest counts.
create table bank_statement_layout (
  community_id integer not null,
  id bigint generated always as identity,
  place_id bigint not null,
  layout jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  primary key (community_id, id),
  foreign key (community_id, place_id) references money_place
);
create index bank_statement_layout_by_place on bank_statement_layout (community_id, place_id, id);
call protect_community_rows('bank_statement_layout');

create table bank_statement (
  community_id integer not null,
  id bigint generated always as identity,
  place_id bigint not null,
  layout_id bigint not null,
  sha256 bytea not null,
  from_day date not null,
  to_day date not null,
  lines integer not null check (lines >= 0),
  added integer not null check (added between 0 and lines),
  taken_at timestamptz not null,
  taken_by bigint not null references person,
  primary key (community_id, id),
  foreign key (community_id, place_id) references money_place,
  foreign key (community_id, layout_id) references bank_statement_layout,
  constraint bank_statement_taken_once unique (community_id, place_id, sha256, from_day, to_day),
  check (from_day <= to_day)
);
comment on column bank_statement.added is 'of its lines: those that no earlier file had brought';
call protect_community_rows('bank_statement');

create table bank_line (
  community_id integer not null,
  id bigint generated always as identity,
  statement_id bigint not null,
  place_id bigint not null,
  serial text not null check (serial <> ''),
  day date not null,
  amount_fen bigint not null check (amount_fen <> 0),
  other_name text not null default '',
  remark text not null default '',
  state bank_line_state not null default 'open',
  movement text,
  item_id bigint,
  reason text not null default '',
  resolved_at timestamptz,
  resolved_by text,
  primary key (community_id, id),
  foreign key (community_id, statement_id) references bank_statement,
  foreign key (community_id, place_id) references money_place,
  foreign key (community_id, item_id) references suspense_item,
  constraint bank_line_taken_once unique (community_id, place_id, serial),
  check ((state = 'matched') = (movement is not null)),
  check ((state = 'held') = (item_id is not null)),
  check ((state = 'explained') = (reason <> '')),
  check ((state = 'open') = (resolved_at is null) and (state = 'open') = (resolved_by is null))
);
comment on column bank_line.amount_fen is 'what came in above zero, what went out below';
comment on column bank_line.other_name is '对方户名';
create unique index bank_line_of_a_movement on bank_line (community_id, place_id, movement) where movement is not null;
create unique index bank_line_of_an_item on bank_line (community_id, item_id) where item_id is not null;
create index bank_line_by_day on bank_line (community_id, place_id, day, id);
create index bank_line_open on bank_line (community_id, day) where state = 'open';
call protect_community_rows('bank_line');

-- What we booked and the bank does not have, and why that is right.
create table explained_movement (
  community_id integer not null,
  place_id bigint not null,
  movement text not null,
  reason text not null check (reason <> ''),
  explained_at timestamptz not null,
  explained_by text not null,
  primary key (community_id, place_id, movement),
  foreign key (community_id, place_id) references money_place
);
call protect_community_rows('explained_movement');

-- Whatever we booked at an account or a terminal and did not take back; a debit batch as the one sum in which the bank credits it.
create view place_movement with (security_invoker = true) as
  select g.community_id, g.place,
         case when d.batch_id is null then 'entry:' || e.id else 'debit:' || d.batch_id end as movement,
         min(e.business_date) as day, sum(g.amount_fen)::bigint as amount_fen,
         coalesce(min(b.number), min(c.voucher_number), min(m.slip_number), min(r.voucher), min(s.reference), '') as reference,
         coalesce(min(c.payer_name), min(r.received_by), '') as other_name
    from posting g
    join entry e on (e.community_id, e.id) = (g.community_id, g.entry_id)
    left join payment p on (p.community_id, p.entry_id) = (e.community_id, e.id)
    left join counter_payment c on (c.community_id, c.payment_id) = (p.community_id, p.id)
    left join debit_line d on (d.community_id, d.payment_id) = (p.community_id, p.id)
    left join debit_batch b on (b.community_id, b.id) = (d.community_id, d.batch_id)
    left join cash_move m on (m.community_id, m.entry_id) = (e.community_id, e.id)
    left join refund r on r.community_id = e.community_id and e.source = 'refund:' || r.id || ':paid'
    left join suspense_resolution s on (s.community_id, s.entry_id) = (e.community_id, e.id)
   where g.account in ('bank', 'pos') and (e.kind <> 'suspense' or s.id is not null) and e.kind <> 'reversal'
     and not exists (select from entry back
                      where (back.community_id, back.reverses_id, back.kind) = (e.community_id, e.id, 'reversal'))
   group by g.community_id, g.place, 3
  having sum(g.amount_fen) <> 0;
comment on view place_movement is 'money that came into suspense is left out: the line that it came by says so itself';

-- What a statement and the books do not agree on. What we booked is asked for only where a statement speaks of its day.
create view bank_doubt with (security_invoker = true) as
  select l.community_id, l.place_id, l.day, l.id as line_id, null::text as movement
    from bank_line l
   where l.state = 'open'
  union all
  select l.community_id, l.place_id, l.day, l.id, null
    from bank_line l
   where l.state = 'matched'
     and not exists (select from place_movement m
                      where (m.community_id, m.place, m.movement, m.amount_fen)
                          = (l.community_id, l.place_id::text, l.movement, l.amount_fen))
  union all
  select m.community_id, p.id, m.day, null, m.movement
    from place_movement m
    join money_place p on (p.community_id, p.id::text) = (m.community_id, m.place)
   where exists (select from bank_statement s
                  where (s.community_id, s.place_id) = (p.community_id, p.id) and m.day between s.from_day and s.to_day)
     and not exists (select from bank_line l
                      where (l.community_id, l.place_id, l.movement) = (p.community_id, p.id, m.movement))
     and not exists (select from explained_movement x
                      where (x.community_id, x.place_id, x.movement) = (p.community_id, p.id, m.movement));

grant select, insert on bank_statement_layout, bank_statement, bank_line, explained_movement to anjiao_app;
grant update (state, movement, item_id, reason, resolved_at, resolved_by) on bank_line to anjiao_app;
grant select on place_movement, bank_doubt to anjiao_app;
