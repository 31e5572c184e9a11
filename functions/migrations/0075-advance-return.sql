-- 退还预存款. What a home has paid ahead goes back as one deed, asked for by its owner or begun by staff: as many refunds as it takes payments.

create type advance_return_cause as enum ('moved_out', 'contract_ended', 'other');
create type advance_return_state as enum ('waiting', 'checking', 'agreed', 'declined', 'withdrawn');

create table advance_return (
  community_id integer not null references community,
  id bigint generated always as identity,
  household_id bigint not null,
  cause advance_return_cause not null,
  words text not null,
  state advance_return_state not null,
  wanted_by bigint references person,
  asked_at timestamptz not null,
  reply_by date not null,
  amount_fen bigint check (amount_fen > 0),
  declined_because text,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  check ((state in ('checking', 'agreed')) <= (amount_fen is not null)),
  check ((state = 'declined') = (declined_because is not null)),
  check (state not in ('waiting', 'declined') or wanted_by is not null)
);
comment on column advance_return.wanted_by is 'the owner who asked; null: staff began it';
comment on column advance_return.words is 'what the owner said of it; may be empty';
create unique index advance_return_open on advance_return (community_id, household_id) where state in ('waiting', 'checking');
create index advance_return_of_household on advance_return (community_id, household_id, id);
create index advance_return_waiting on advance_return (community_id, reply_by) where state = 'waiting';
call protect_community_rows('advance_return');

alter table refund add column return_id bigint;
alter table refund add foreign key (community_id, return_id) references advance_return;
create index refund_of_return on refund (community_id, return_id) where return_id is not null;
comment on column refund.return_id is 'of one that gives back part of an advance: the deed, whose refunds are decided together';

grant select, insert, update on advance_return to anjiao_app;

-- What refunds that wait for a second person will take of a home's advance, in fen; only those asked for before one, where it is given.
create function asked_of_advance(of_community integer, of_household bigint, before_refund bigint) returns bigint
  language sql stable set search_path = public
  return (
    select coalesce(sum(r.amount_fen - (select coalesce(sum(x.amount_fen), 0) from refund_part x
                                         where (x.community_id, x.refund_id) = (r.community_id, r.id))), 0)::bigint
      from refund r
     where (r.community_id, r.household_id, r.state) = (of_community, of_household, 'asked')
       and (before_refund is null or r.id < before_refund)
  );
