-- The books: entries and postings, append-only; charges, whose settled amount is a projection of them.

create type account as enum (
  'receivable', 'advance', 'wechat', 'cash', 'bank', 'pos', 'income', 'late_fee_income',
  'relief', 'discount', 'bad_debt', 'wechat_fee', 'suspense');

create type entry_kind as enum (
  'opening', 'bill', 'late_fee', 'payment', 'advance_applied', 'suspense', 'cancellation', 'reversal');

create table entry (
  community_id integer not null references community,
  id bigint generated always as identity,
  kind entry_kind not null,
  business_date date not null,
  source text not null check (source <> ''),
  posted_at timestamptz not null default now(),
  posted_by text not null check (posted_by <> ''),
  reverses_id bigint,
  memo text not null default '',
  primary key (community_id, id),
  foreign key (community_id, reverses_id) references entry,
  constraint entry_posts_a_source_once unique (community_id, source),
  check ((kind in ('reversal', 'cancellation')) = (reverses_id is not null))
);
comment on column entry.source is 'the business event, e.g. payment:4200…; posts once';
create unique index entry_reversed_once on entry (community_id, reverses_id) where kind = 'reversal';
call protect_community_rows('entry');

create type charge_origin as enum ('opening', 'bill', 'late_fee');

-- 应收. Keeps the price version and the inputs it came from, so that an edited price changes no history.
create table charge (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  room_id bigint not null,
  fee_item_id bigint not null,
  from_date date not null,
  to_date date not null,
  due_date date not null,
  amount_fen bigint not null check (amount_fen > 0),
  settled_fen bigint not null default 0,
  origin charge_origin not null,
  pricing jsonb not null,
  price_version_id bigint,
  principal_id bigint,
  entry_id bigint not null,
  cancelled_by bigint,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  foreign key (community_id, room_id) references room,
  foreign key (community_id, fee_item_id) references fee_item,
  foreign key (community_id, principal_id) references charge,
  foreign key (community_id, entry_id) references entry,
  foreign key (community_id, cancelled_by) references entry,
  constraint charge_settled_within_amount check (settled_fen between 0 and amount_fen),
  check (to_date >= from_date),
  check ((origin = 'late_fee') = (principal_id is not null)),
  constraint charge_cancelled_stays_settled check (cancelled_by is null or settled_fen = amount_fen),
  constraint charge_periods_never_overlap exclude using gist
    (community_id with =, room_id with =, fee_item_id with =, daterange(from_date, to_date, '[]') with &&)
    where (cancelled_by is null and principal_id is null)
);
comment on column charge.settled_fen is 'what payments, advance, relief and write-off have settled: a projection, moved by postings only';
comment on column charge.pricing is 'formula and inputs, as the statement shows them';
comment on column charge.principal_id is 'of a late fee: the charge it is for';
create index charge_by_household on charge (community_id, household_id, due_date);
create index charge_open on charge (community_id, household_id, due_date)
  where settled_fen < amount_fen and cancelled_by is null;
create index charge_late_fees on charge (community_id, principal_id) where principal_id is not null;
create unique index charge_one_late_fee_per_entry on charge (community_id, principal_id, to_date)
  where principal_id is not null and cancelled_by is null;
call protect_community_rows('charge');

create table posting (
  community_id integer not null,
  id bigint generated always as identity,
  entry_id bigint not null,
  account account not null,
  amount_fen bigint not null check (amount_fen <> 0),
  charge_id bigint,
  household_id bigint,
  fee_item_id bigint,
  place text,
  primary key (community_id, id),
  foreign key (community_id, entry_id) references entry,
  foreign key (community_id, charge_id) references charge,
  foreign key (community_id, household_id) references household,
  foreign key (community_id, fee_item_id) references fee_item,
  check ((account in ('receivable', 'relief', 'discount', 'bad_debt')) = (charge_id is not null)),
  check ((account = 'advance') = (household_id is not null)),
  check ((account in ('income', 'late_fee_income')) = (fee_item_id is not null)),
  check ((account in ('wechat', 'cash', 'bank', 'pos', 'wechat_fee')) = (place is not null))
);
comment on column posting.amount_fen is 'debit above zero, credit below';
comment on column posting.place is '商户号, till or bank account';
create index posting_by_entry on posting (community_id, entry_id);
create index posting_by_charge on posting (community_id, charge_id) where charge_id is not null;
create index posting_by_household on posting (community_id, household_id) where household_id is not null;
call protect_community_rows('posting');

-- What the books demand of every statement that posts, and what its postings move. Runs as the owner, so that the
-- application can move a projection in no other way.
create function keep_books() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare wrong text;
begin
  select format('entry %s is off balance by %s fen', entry_id, sum(amount_fen)) into wrong
    from posted group by community_id, entry_id having sum(amount_fen) <> 0 limit 1;
  if wrong is not null then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'entry_sums_to_zero', message = wrong;
  end if;

  select format('entry %s is closed', e.id) into wrong
    from (select distinct community_id, entry_id from posted) p
    join entry e on (e.community_id, e.id) = (p.community_id, p.entry_id)
    where e.posted_at <> now() limit 1;
  if wrong is not null then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'entry_is_closed', message = wrong;
  end if;

  if exists (select from posted where charge_id is not null) then
    select format('charge %s of %s fen was posted with %s', c.id, c.amount_fen, p.amount_fen) into wrong
      from posted p
      join charge c on (c.community_id, c.id, c.entry_id) = (p.community_id, p.charge_id, p.entry_id)
      where p.account = 'receivable' and p.amount_fen <> c.amount_fen limit 1;
    if wrong is not null then
      raise exception using errcode = 'integrity_constraint_violation', constraint = 'charge_posts_its_amount', message = wrong;
    end if;

    update charge c set settled_fen = c.settled_fen - p.moved_fen
      from (select posted.community_id, charge_id, sum(posted.amount_fen) as moved_fen
              from posted join charge born on (born.community_id, born.id) = (posted.community_id, charge_id)
             where account = 'receivable' and posted.entry_id <> born.entry_id
             group by posted.community_id, charge_id) p
      where (c.community_id, c.id) = (p.community_id, p.charge_id);
  end if;

  if exists (select from posted where household_id is not null) then
    update household h set advance_fen = h.advance_fen - p.moved_fen
      from (select community_id, household_id, sum(amount_fen) as moved_fen from posted
             where account = 'advance' group by community_id, household_id) p
      where (h.community_id, h.id) = (p.community_id, p.household_id);
  end if;
  return null;
end $$;

create trigger keep_books after insert on posting
  referencing new table as posted for each statement execute function keep_books();

grant select, insert on entry, posting to anjiao_app;
grant select on charge to anjiao_app;
grant insert (community_id, household_id, room_id, fee_item_id, from_date, to_date, due_date, amount_fen, origin,
              pricing, price_version_id, principal_id, entry_id) on charge to anjiao_app;
grant update (due_date, cancelled_by) on charge to anjiao_app;
