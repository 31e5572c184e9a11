-- Days that are closed (日结): nothing is posted for them any more.

alter table posting drop constraint posting_check3;
alter table posting add constraint posting_names_its_place check (
  (account in ('wechat', 'cash', 'bank', 'pos', 'wechat_fee', 'till_difference')) = (place is not null));
comment on column posting.place is '商户号, till or bank account';

create table books_closed (
  community_id integer primary key references community,
  through date not null
);
comment on table books_closed is 'the books of a community are closed up to and with this day';
call protect_community_rows('books_closed');
grant select on books_closed to anjiao_app;

-- The first day from a given one on that is still open.
create function open_day(of_community integer, day date) returns date
  language sql stable parallel safe
begin atomic
  select greatest(day, (select through + 1 from books_closed where community_id = of_community));
end;

-- Who posts shares this lock, who closes a day has it alone: a day is not closed while something for it is still being written.
create function lock_books(of_community integer, alone boolean) returns void
  language plpgsql as $$
begin
  if alone then perform pg_advisory_xact_lock(hashtext('books_closed'), of_community);
  else perform pg_advisory_xact_lock_shared(hashtext('books_closed'), of_community);
  end if;
end $$;

-- Closes the books up to a day, which is later than any closed before. Answers false when they are closed that far.
create function close_books(of_community integer, day date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if of_community is distinct from current_community() then
    raise exception using errcode = 'insufficient_privilege', message = 'only a community itself closes its books';
  end if;
  perform lock_books(of_community, true);
  insert into books_closed values (of_community, day)
    on conflict (community_id) do update set through = excluded.through where books_closed.through < excluded.through;
  return found;
end $$;

create function keep_days_closed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare wrong text;
begin
  perform lock_books(community_id, false) from (select distinct community_id from written) c;
  select format('the books are closed up to %s', b.through) into wrong
    from written w join books_closed b on b.community_id = w.community_id and w.business_date <= b.through limit 1;
  if wrong is not null then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'entry_of_an_open_day', message = wrong;
  end if;
  return null;
end $$;

create trigger keep_days_closed after insert on entry
  referencing new table as written for each statement execute function keep_days_closed();
