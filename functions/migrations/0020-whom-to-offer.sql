-- The homes of a segment in arrears, once more: a plan that can still be caught up counts as one; what has been due for more
-- than three years is not offered, for signing would give up the defence of limitation (民法典 192); and nobody offers a plan
-- to the home they belong to.
drop function homes_to_offer(integer, date, text[], date, bigint, bigint, bigint, integer, integer, bigint);
drop type no_offer_reason;
create type no_offer_reason as enum ('own_home', 'has_plan', 'held', 'only_old', 'too_small');

create function homes_to_offer(
  of_community integer, today date, buildings text[], overdue_since date, open_min_fen bigint, open_max_fen bigint,
  only_household bigint, down_percent integer, instalments integer, instalment_min_fen bigint, offered_by bigint)
  returns table (household_id bigint, debt_fen bigint, down_fen bigint, no_offer no_offer_reason)
  language sql stable parallel safe
begin atomic
  select home.id, home.due_fen, home.first_fen,
         case when exists (select from membership m
                            where m.community_id = of_community and m.household_id = home.id and m.person_id = offered_by)
              then 'own_home'
              when exists (select from plan p
                            where p.community_id = of_community and p.household_id = home.id
                              and (p.state in ('offered', 'applied', 'countered', 'approved', 'signed', 'active', 'cured')
                                   or p.state = 'broken' and p.ended_on is null))
              then 'has_plan'
              when exists (select from charge_hold x
                            where x.community_id = of_community and x.household_id = home.id
                              and x.from_date <= today and (x.to_date is null or x.to_date >= today))
              then 'held'
              when home.due_fen = 0 then 'only_old'
              when (home.due_fen - home.first_fen) / instalments < greatest(1, instalment_min_fen) then 'too_small'
         end::no_offer_reason
    from (select owing.id, owing.due_fen, (owing.due_fen * down_percent + 99) / 100 as first_fen
            from (select h.id, coalesce(sum(c.amount_fen - c.settled_fen)
                                          filter (where (c.due_date + interval '36 months')::date >= today), 0)::bigint as due_fen
                    from household h
                    join room r on r.community_id = of_community and r.id = h.room_id
                    join building b on b.community_id = of_community and b.id = r.building_id
                    join charge c on c.community_id = of_community and c.household_id = h.id and c.settled_fen < c.amount_fen
                                 and c.cancelled_by is null and c.principal_id is null and c.due_date < today
                   where h.community_id = of_community and (buildings = '{}' or b.name = any(buildings))
                     and (only_household is null or h.id = only_household)
                   group by h.id
                  having min(c.due_date) <= overdue_since and sum(c.amount_fen - c.settled_fen) >= open_min_fen
                     and (open_max_fen is null or sum(c.amount_fen - c.settled_fen) <= open_max_fen)) as owing) as home;
end;
