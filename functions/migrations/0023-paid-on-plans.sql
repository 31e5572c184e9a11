-- Which entries were in the books when a plan was signed: a day cannot tell what was paid before and after on that very day.
alter table plan_agreement add column after_entry_id bigint not null default 0;
comment on column plan_agreement.after_entry_id is
  'the newest entry when it was signed; 0: signed before this was noted, and only the day is known';

-- The money that has come in on each signed plan since it was signed, by whatever route, and was not taken back: payments and
-- advance on the charges that are its debt. What was let go is no money, and what had been paid of a charge that is cancelled
-- is the home's advance again. Where a later plan has taken a charge over, money is for the one signed last before it came.
create function paid_on_plans(of_community integer)
  returns table (plan_id bigint, paid_fen bigint)
  language sql stable parallel safe
begin atomic
  select paid.plan_id, sum(paid.amount_fen)::bigint
    from (select distinct on (g.id) p.id as plan_id, -g.amount_fen as amount_fen
            from plan p
            join plan_agreement signed on signed.community_id = of_community and signed.plan_id = p.id
            join plan_charge own on own.community_id = of_community and own.plan_id = p.id and not own.waived
            join charge c on c.community_id = of_community and c.id = own.charge_id and c.cancelled_by is null
            join posting g on g.community_id = of_community and g.charge_id = c.id and g.account = 'receivable'
            join entry e on e.community_id = of_community and e.id = g.entry_id
                        and e.kind in ('payment', 'advance_applied')
                        and e.id > signed.after_entry_id and e.business_date >= p.signed_on
            left join entry r on r.community_id = of_community and r.reverses_id = e.id and r.kind = 'reversal'
           where p.community_id = of_community and r.id is null
           order by g.id, p.signed_on desc, p.id desc) as paid
   group by paid.plan_id;
end;
