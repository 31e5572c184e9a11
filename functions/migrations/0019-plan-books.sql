-- What was open of the charges that are a plan's debt, at the end of each day on which that changed, and how much of it is
-- set aside on that day: a charge is disputed, deferred, or up for relief, or was until less than the grace days before, so
-- that nobody misses an instalment for waiting, or on the day on which they are answered.
create function plan_books(of_community integer, of_plan bigint, grace_days integer)
  returns table (date date, open_fen bigint, aside_fen bigint)
  language sql stable parallel safe rows 10
begin atomic
  with moved as (
    select own.charge_id, e.business_date, sum(g.amount_fen) as amount_fen
      from plan_charge own
      join posting g on g.community_id = of_community and g.charge_id = own.charge_id and g.account = 'receivable'
      join entry e on e.community_id = of_community and e.id = g.entry_id
     where own.community_id = of_community and own.plan_id = of_plan and not own.waived
     group by own.charge_id, e.business_date
  ), aside as (
    select x.charge_id, x.from_date, x.to_date + grace_days as until
      from plan_charge own
      join charge_hold x on x.community_id = of_community and x.charge_id = own.charge_id and x.matter <> 'plan'
     where own.community_id = of_community and own.plan_id = of_plan and not own.waived
  )
  select day.date, coalesce(sum(m.amount_fen), 0)::bigint,
         coalesce(sum(m.amount_fen) filter (where exists (
           select from aside a
            where a.charge_id = m.charge_id and a.from_date <= day.date and (a.until is null or a.until > day.date))), 0)::bigint
    from (select business_date as date from moved
          union select from_date from aside
          union select until from aside where until is not null) as day
    left join moved m on m.business_date <= day.date
   group by day.date;
end;
