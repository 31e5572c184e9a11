-- What happened that somebody should hear of. Reminders are made of it; nothing here sends anything.
create table domain_event (
  community_id integer not null references community,
  id bigint generated always as identity,
  kind text not null check (kind <> ''),
  key text not null check (key <> ''),
  household_id bigint not null,
  payload jsonb not null,
  occurred_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  unique (community_id, key)
);
comment on column domain_event.key is 'names the happening, so that it is recorded once';
call protect_community_rows('domain_event');
grant select, insert on domain_event to anjiao_app;
