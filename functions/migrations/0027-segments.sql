-- Whom a campaign is for, and what is kept of its life.

-- The events of shared/src/campaign-life.ts, and the writing of a draft.
create type campaign_event_kind as enum (
  'make', 'change', 'submit', 'approve_alone', 'approve', 'send_back', 'take_back', 'outgrow', 'start', 'pause', 'resume',
  'finish', 'go_on', 'stop');
alter table campaign_event alter column event type campaign_event_kind using event::campaign_event_kind;
create index campaign_event_by_campaign on campaign_event (community_id, campaign_id, id);

alter table campaign
  add column homes integer,
  add check (approved_by is null or approved_by <> made_by),
  add check (started_at is not null or state in ('draft', 'submitted', 'approved', 'stopped'));
comment on column campaign.approved_by is 'a second person; null: it was small enough for one';
comment on column campaign.homes is 'as many as it was for when it was submitted, then when it was planned';

alter table campaign_home add column charge_ids bigint[] not null;

-- What a message costs that is not free, as the company pays for it; null: it has not said.
alter table company
  add column sms_fen integer check (sms_fen between 0 and 10000),
  add column letter_fen integer check (letter_fen between 0 and 10000);

-- What homes paid lately is found by its day: the books are large, and a campaign asks for days.
create index entry_paid_on on entry (community_id, business_date) where kind in ('payment', 'advance_applied');

-- The homes of a segment (shared/src/contract/campaigns.ts): those that owe something that is past its day and that nothing
-- holds today, narrowed by what the segment says, with the charges that may be asked for. Counting, trying and planning a
-- campaign all ask here, for all homes or for a slice of them by id. Whether a home may be written to is for the gate to say.
create function homes_of_segment(
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
          or not exists (select from notice n
                          where n.community_id = of_community and n.household_id = owing.id and n.kind in ('bill', 'reminder')
                            and n.told_at >= (today - wanted.not_asked_days + 1)::timestamp at time zone 'Asia/Shanghai'))
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
             = exists (select from notice n
                        where n.community_id = of_community and n.household_id = owing.id and n.kind in ('bill', 'reminder')
                          and n.told_at is not null
                          and (n.opened_at is not null
                               or exists (select from delivery d
                                           where d.community_id = of_community and d.notice_id = n.id
                                             and d.state = 'delivered'))));
end;

-- Whether a home is left unreminded: the same answer whenever it is asked, and no pattern that anybody could see.
create function is_held_out(campaign bigint, household bigint, percent integer) returns boolean
  language sql immutable parallel safe
  return mod(hashint8extended(household, campaign) & 9223372036854775807, 100) < percent;
