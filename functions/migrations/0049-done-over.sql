-- What 0022, 0040 and 0041 changed behind walls that stood: run by an owner who is no superuser they saw no rows. Where they did see
-- them there is nothing left to change.

alter table charge_hold no force row level security;
alter table plan_charge no force row level security;
update charge_hold x set waives = true
  from plan_charge g
 where (g.community_id, g.plan_id, g.charge_id) = (x.community_id, x.subject_id, x.charge_id)
   and x.matter = 'plan' and x.granted and g.waived and not x.waives;
alter table plan_charge force row level security;
alter table charge_hold force row level security;

alter table campaign no force row level security;
update campaign set starts_at = null where starts_at <= made_at;
alter table campaign force row level security;

-- Whoever wishes something since is kept with it, and what is forgotten is forgotten by the system: these said it before.
alter table contact_wish no force row level security;
update contact_wish set wished_by = changed_by where changed_by like 'person:%' and wished_by is null;
alter table contact_wish force row level security;
