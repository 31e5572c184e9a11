-- A late fee that goes when its plan is kept is open in the books until then, and yet nothing that anybody should pay.

alter table charge_hold add column waives boolean not null default false;
comment on column charge_hold.waives is 'what is open of it is let go when this ends well: nothing of it is to be paid meanwhile';

alter table charge_hold no force row level security;
update charge_hold x set waives = true
  from plan_charge g
 where (g.community_id, g.plan_id, g.charge_id) = (x.community_id, x.subject_id, x.charge_id)
   and x.matter = 'plan' and x.granted and g.waived;
alter table charge_hold force row level security;

drop function holds_on;

-- What holds the charges of a community on a day (暂缓). The one place that says when a hold covers a day, and which of several
-- comes first, by `place`: a dispute, for the charge may be wrong; then what was promised; then what is asked for and waits
-- for an answer. A single plain statement, so that it is read as part of the query that asks, with its conditions.
create function holds_on(of_community integer, day date)
  returns table (household_id bigint, charge_id bigint, matter hold_matter, subject_id bigint, granted boolean, until date,
                 waives boolean, place integer)
  language sql stable parallel safe
begin atomic
  select x.household_id, x.charge_id, x.matter, x.subject_id, x.granted, x.to_date, x.waives,
         case x.matter when 'dispute' then 0 when 'plan' then 1 when 'deferral' then 2 when 'relief' then 3 end
         + case when x.granted or x.matter = 'dispute' then 0 else 3 end
    from charge_hold x
   where x.community_id = of_community and x.from_date <= day and (x.to_date is null or x.to_date >= day);
end;
