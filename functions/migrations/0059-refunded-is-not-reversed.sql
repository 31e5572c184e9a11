-- A payment of which something goes back, or has gone back, is not taken back as an error as well: the payer would have it twice.

create function keep_refunded_booked() returns trigger
  language plpgsql as $$
begin
  if exists (
    select from payment p join refund r on (r.community_id, r.payment_id) = (p.community_id, p.id)
     where (p.community_id, p.entry_id) = (new.community_id, new.reverses_id)
       and r.state not in ('declined', 'withdrawn', 'failed')) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'refunded_is_not_reversed',
      message = format('entry %s booked a payment that is given back', new.reverses_id);
  end if;
  return new;
end $$;

create trigger keep_refunded_booked before insert on entry
  for each row when (new.kind = 'reversal') execute function keep_refunded_booked();
