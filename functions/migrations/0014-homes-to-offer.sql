-- The homes of a segment in arrears: what is due of each without its late fees, the down payment, and why it gets no offer.
-- Late fees are told by their principal. Behind a wall the planner may not use what it knows of `origin` (comparing an
-- enumeration is not leakproof), and where there are no late fees it took the charges left for none at all: 30 times as long.
create or replace function homes_to_offer(
  of_community integer, today date, buildings text[], overdue_since date, open_min_fen bigint, open_max_fen bigint,
  only_household bigint, down_percent integer, instalments integer, instalment_min_fen bigint)
  returns table (household_id bigint, debt_fen bigint, down_fen bigint, no_offer no_offer_reason)
  language sql stable parallel safe
begin atomic
  select home.id, home.due_fen, home.first_fen,
         case when exists (select from plan p
                            where p.community_id = of_community and p.household_id = home.id
                              and p.state in ('offered', 'applied', 'countered', 'approved', 'signed', 'active', 'cured'))
              then 'has_plan'
              when exists (select from charge_hold x
                            where x.community_id = of_community and x.household_id = home.id
                              and x.from_date <= today and (x.to_date is null or x.to_date >= today))
              then 'held'
              when (home.due_fen - home.first_fen) / instalments < greatest(1, instalment_min_fen) then 'too_small'
         end::no_offer_reason
    from (select h.id, sum(c.amount_fen - c.settled_fen)::bigint as due_fen,
                 (sum(c.amount_fen - c.settled_fen)::bigint * down_percent + 99) / 100 as first_fen
            from household h
            join room r on r.community_id = of_community and r.id = h.room_id
            join building b on b.community_id = of_community and b.id = r.building_id
            join charge c on c.community_id = of_community and c.household_id = h.id and c.settled_fen < c.amount_fen
                         and c.cancelled_by is null and c.principal_id is null and c.due_date < today
           where h.community_id = of_community and (buildings = '{}' or b.name = any(buildings))
             and (only_household is null or h.id = only_household)
           group by h.id
          having min(c.due_date) <= overdue_since and sum(c.amount_fen - c.settled_fen) >= open_min_fen
             and (open_max_fen is null or sum(c.amount_fen - c.settled_fen) <= open_max_fen)) as home;
end;
