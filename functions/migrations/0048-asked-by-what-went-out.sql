-- How often homes were asked for money, whom a campaign is for, and what counts of letters: each is said in one place.

-- Messages that asked homes for money and went out, or may have, on whatever channel, each with when it did. What reached nobody,
-- and only stands in the mini-program, asked nobody. `reached`: it is known to have arrived, or its notice was read.
create function homes_asked(of_community integer)
  returns table (household_id bigint, notice_id bigint, kind notice_kind, at timestamptz, reached boolean)
  language sql stable parallel safe
begin atomic
  select d.household_id, d.notice_id, n.kind, greatest(d.gated_at, d.sent_at), d.state = 'delivered' or n.opened_at is not null
    from delivery d
    join notice n on n.community_id = of_community and n.id = d.notice_id
   where d.community_id = of_community and d.state in ('sending', 'sent', 'delivered', 'unknown')
     and n.kind in ('bill', 'reminder', 'instalment');
end;

-- The homes of a segment as before, but for whom it was asked lately and whom it was reached: by what went out, and not by what was told.
create or replace function homes_of_segment(
  of_community integer, today date, segment jsonb, above_home bigint, through_home bigint)
  returns table (household_id bigint, charge_ids bigint[], open_fen bigint, oldest_due date)
  language sql stable parallel safe
begin atomic
  with wanted as (
    select array(select jsonb_array_elements_text(segment -> 'buildings')) as buildings,
           array(select jsonb_array_elements_text(segment -> 'feeItemIds')::bigint) as fee_items,
           today - (segment ->> 'overdueDaysMin')::integer as due_until,
           today - (segment ->> 'overdueDaysMax')::integer as due_since,
           (segment ->> 'openMinFen')::bigint as open_min_fen,
           (segment ->> 'openMaxFen')::bigint as open_max_fen,
           nullif(segment ->> 'notAskedForDays', '0')::integer as not_asked_days,
           segment ->> 'plans' as plans,
           segment ->> 'reached' as reached
  ), paid as (
    select coalesce(c.household_id, g.household_id) as household_id
      from entry e
      join posting g on g.community_id = of_community and g.entry_id = e.id
      left join charge c on c.community_id = of_community and c.id = g.charge_id
     where e.community_id = of_community and e.kind in ('payment', 'advance_applied')
       and e.business_date > today - nullif(segment ->> 'notPaidForDays', '0')::integer
       and (g.charge_id is not null or g.household_id is not null)
       and not exists (select from entry r
                        where r.community_id = of_community and r.reverses_id = e.id and r.kind = 'reversal')
  )
  select owing.id, owing.charge_ids, owing.open_fen, owing.oldest_due
    from wanted
   cross join (
     select h.id, array_agg(c.id order by c.id) as charge_ids, sum(c.amount_fen - c.settled_fen)::bigint as open_fen,
            min(c.due_date) as oldest_due
       from wanted
      cross join household h
       join room r on r.community_id = of_community and r.id = h.room_id
       join building b on b.community_id = of_community and b.id = r.building_id
       join charge c on c.community_id = of_community and c.household_id = h.id and c.settled_fen < c.amount_fen
                    and c.cancelled_by is null and c.due_date < today
       left join holds_on(of_community, today) held on held.charge_id = c.id
      where h.community_id = of_community and h.id > above_home
        and h.id <= coalesce(through_home, 9223372036854775807)
        and held.charge_id is null
        and (wanted.buildings = '{}' or b.name = any(wanted.buildings))
        and (wanted.fee_items = '{}' or c.fee_item_id = any(wanted.fee_items))
      group by h.id) as owing
    left join paid on paid.household_id = owing.id
   where paid.household_id is null and owing.oldest_due <= wanted.due_until
     and (wanted.due_since is null or owing.oldest_due >= wanted.due_since)
     and owing.open_fen >= wanted.open_min_fen
     and (wanted.open_max_fen is null or owing.open_fen <= wanted.open_max_fen)
     and (wanted.not_asked_days is null
          or not exists (select from homes_asked(of_community) asked
                          where asked.household_id = owing.id
                            and asked.at >= (today - wanted.not_asked_days + 1)::timestamp at time zone 'Asia/Shanghai'))
     and case wanted.plans
           when 'never' then not exists (select from plan p
                                          where p.community_id = of_community and p.household_id = owing.id
                                            and p.signed_on is not null)
           when 'broken' then exists (select from plan p
                                        join plan_event v on v.community_id = of_community and v.plan_id = p.id
                                                         and v.event = 'break'
                                       where p.community_id = of_community and p.household_id = owing.id)
           else true
         end
     and (wanted.reached = 'any'
          or (wanted.reached = 'reached')
             = exists (select from homes_asked(of_community) asked where asked.household_id = owing.id and asked.reached));
end;

-- What proves what became of messages, each with whether a later note of people took its place. Nothing is ever taken out: what was
-- wrong stays beside what is right. That somebody opened a notice is nobody's note, and stands.
create function proofs_noted(of_community integer)
  returns table (delivery_id bigint, id bigint, proof delivery_proof, at timestamptz, note text, told_by text, corrected boolean)
  language sql stable parallel safe
begin atomic
  select e.delivery_id, e.id, e.proof, e.at, e.note, e.told_by,
         e.proof <> 'opened'
         and exists (select from delivery_evidence later
                      where later.community_id = of_community and later.delivery_id = e.delivery_id
                        and later.corrects <= e.id and e.id < later.id)
    from delivery_evidence e
   where e.community_id = of_community;
end;

-- Whether all that a letter asked for, by what was kept of it, was settled since. One that asked for nothing was not.
create function is_settled_since(of_community integer, letter jsonb) returns boolean
  language sql stable parallel safe
begin atomic
  select coalesce(bool_and(c.settled_fen = c.amount_fen), false)
    from jsonb_to_recordset(letter -> 'charges') as each (id bigint)
    join charge c on c.community_id = of_community and c.id = each.id;
end;
