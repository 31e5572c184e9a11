-- 预存上限. How much a home may have paid ahead, by the rule of the city or of the owners. Never edited: the newest is in force.

create table advance_policy (
  community_id integer not null references community,
  id bigint generated always as identity,
  months_most integer check (months_most between 1 and 60),
  most_fen bigint check (most_fen >= 0),
  published_as text not null check (published_as <> ''),
  published_at timestamptz not null,
  published_by text not null,
  primary key (community_id, id)
);
comment on table advance_policy is 'a version without months and sum: there is no limit from then on';
comment on column advance_policy.months_most is 'months of what the home is usually charged a month';
comment on column advance_policy.published_as is 'where the rule stands: the document of the city, the decision of the owners';
call protect_community_rows('advance_policy');
grant select, insert on advance_policy to anjiao_app;
