-- A plan on easier terms than the policy's, offered because of something else (a relief that was granted).
alter table plan
  add column easier boolean not null default false,
  add column offered_for text check (offered_for <> '');
comment on column plan.easier is 'its instalments may be more, and smaller, than the policy lets them be';
comment on column plan.offered_for is 'what brought it, so that it is offered once';
create unique index plan_offered_once on plan (community_id, offered_for) where offered_for is not null;
