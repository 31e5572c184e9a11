-- Closing days borrows nobody's rights: what may happen to them is a rule of the table.

create function keep_books_closed() returns trigger
  language plpgsql as $$
begin
  if new.community_id <> old.community_id or new.through <= old.through then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'books_stay_closed',
      message = format('the books are closed up to %s', old.through);
  end if;
  return new;
end $$;

create trigger keep_books_closed before update on books_closed
  for each row execute function keep_books_closed();

grant insert, update on books_closed to anjiao_app;
alter function close_books(integer, date) security invoker;
alter function keep_days_closed() security invoker;
