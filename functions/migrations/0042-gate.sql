-- What the gate asks of a home and a rule.

alter type why_not_send add value 'opened';
alter type why_not_send add value 'not_set_up';

-- How often a home was asked is counted by what went out to it, or may have.
create index delivery_went_out on delivery (community_id, household_id, greatest(gated_at, sent_at))
  where state in ('sending', 'sent', 'delivered', 'unknown');

-- A rule speaks in the hours in which homes hear from us, unless they wish otherwise: later it would speak to nobody.
alter table reminder_rule no force row level security;
update reminder_rule set hour = least(greatest(hour, 9), 19) where hour not between 9 and 19;
alter table reminder_rule force row level security;
alter table reminder_rule drop constraint reminder_rule_hour_check;
alter table reminder_rule add constraint reminder_rule_hour_check check (hour between 9 and 19);
