-- Days on which we booked something at an account or a terminal whose statements are taken in, and of which no statement speaks: it
-- is not known whether the bank has it. What stood in another day's statement, or is explained, is known.
create view uncovered_bank_day with (security_invoker = true) as
  select distinct m.community_id, p.id as place_id, m.day
    from place_movement m
    join money_place p on (p.community_id, p.id::text) = (m.community_id, m.place)
   where m.day >= (select min(from_day) from bank_statement s where (s.community_id, s.place_id) = (p.community_id, p.id))
     and not exists (select from bank_statement s
                      where (s.community_id, s.place_id) = (p.community_id, p.id) and m.day between s.from_day and s.to_day)
     and not exists (select from bank_line l
                      where (l.community_id, l.place_id, l.movement) = (p.community_id, p.id, m.movement))
     and not exists (select from explained_movement x
                      where (x.community_id, x.place_id, x.movement) = (p.community_id, p.id, m.movement));

grant select on uncovered_bank_day to anjiao_app;
