-- What holds the charges of a community on a day (暂缓). The one place that says when a hold covers a day, and which of several
-- comes first, by `place`: a dispute, for the charge may be wrong; then what was promised; then what is asked for and waits
-- for an answer. A single plain statement, so that it is read as part of the query that asks, with its conditions.
create function holds_on(of_community integer, day date)
  returns table (household_id bigint, charge_id bigint, matter hold_matter, subject_id bigint, granted boolean, until date,
                 place integer)
  language sql stable parallel safe
begin atomic
  select x.household_id, x.charge_id, x.matter, x.subject_id, x.granted, x.to_date,
         case x.matter when 'dispute' then 0 when 'plan' then 1 when 'deferral' then 2 when 'relief' then 3 end
         + case when x.granted or x.matter = 'dispute' then 0 else 3 end
    from charge_hold x
   where x.community_id = of_community and x.from_date <= day and (x.to_date is null or x.to_date >= day);
end;
