-- 缴费提醒活动.

create type campaign_state as enum ('draft', 'submitted', 'approved', 'running', 'paused', 'done', 'stopped');

create table campaign (
  community_id integer not null references community,
  id bigint generated always as identity,
  name text not null check (name <> ''),
  segment jsonb not null,
  channels channel[] not null check (cardinality(channels) > 0),
  starts_at timestamptz not null,
  per_minute integer check (per_minute between 1 and 60000),
  hold_out_percent smallint not null check (hold_out_percent between 0 and 50),
  state campaign_state not null default 'draft',
  made_by bigint not null references person,
  made_at timestamptz not null,
  submitted_by bigint references person,
  approved_by bigint references person,
  started_at timestamptz,
  ended_at timestamptz,
  planned_through bigint not null default 0,
  planned_at timestamptz,
  next_at timestamptz not null default '-infinity',
  primary key (community_id, id),
  check (approved_by is null or submitted_by is null or approved_by <> submitted_by)
);
comment on column campaign.planned_through is 'the last household whose notice is made';
comment on column campaign.per_minute is 'null: as fast as it goes';
comment on column campaign.next_at is 'when its next message may go out, by its own pace';
create index campaign_under_way on campaign (community_id, id) where state in ('approved', 'running', 'paused');
call protect_community_rows('campaign');

-- The homes of a campaign when it began: those reminded, and those left unreminded to see what reminding does.
create table campaign_home (
  community_id integer not null,
  campaign_id bigint not null,
  household_id bigint not null,
  held_out boolean not null,
  open_fen bigint not null check (open_fen > 0),
  primary key (community_id, campaign_id, household_id),
  foreign key (community_id, campaign_id) references campaign,
  foreign key (community_id, household_id) references household
);
call protect_community_rows('campaign_home');

create table campaign_event (
  community_id integer not null,
  id bigint generated always as identity,
  campaign_id bigint not null,
  event text not null,
  at timestamptz not null,
  by text not null,
  primary key (community_id, id),
  foreign key (community_id, campaign_id) references campaign
);
call protect_community_rows('campaign_event');

alter table notice add foreign key (community_id, campaign_id) references campaign;

grant select, insert, update on campaign to anjiao_app;
grant select, insert on campaign_home, campaign_event to anjiao_app;
