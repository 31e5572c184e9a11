-- 通知. What a home is told, once; each attempt to reach it; and how it wishes to be reached.

create type notice_kind as enum ('bill', 'reminder', 'instalment', 'receipt', 'answer');
create type channel as enum ('subscription', 'sms', 'letter');
create type delivery_state as enum (
  'waiting', 'sending', 'sent', 'delivered', 'failed', 'left_out', 'unreachable', 'unknown', 'stopped');
create type delivery_outcome as enum ('accepted', 'refused', 'invalid', 'banned', 'limited', 'config', 'lost');
create type delivery_proof as enum ('accepted', 'arrived', 'bounced', 'opened', 'posted', 'handed', 'declined');
create type why_not_send as enum (
  'stopped', 'paused', 'too_late', 'contract_ended', 'transferred', 'deceased', 'do_not_contact', 'complaint_open',
  'nothing_open', 'nothing_due', 'held', 'paying', 'not_so', 'too_soon', 'too_many', 'hour', 'quota', 'nobody',
  'no_credit', 'no_wording', 'does_not_fit');
create type reminder_rule_kind as enum (
  'bill_published', 'due_in_7', 'due_today', 'overdue_7', 'instalment_in_3', 'instalment_today', 'instalment_missed',
  'receipt', 'answers');

create table notice (
  community_id integer not null references community,
  id bigint generated always as identity,
  household_id bigint not null,
  kind notice_kind not null,
  key text not null check (key <> ''),
  campaign_id bigint,
  rule reminder_rule_kind,
  charge_ids bigint[],
  subject jsonb not null default '{}',
  owner_only boolean not null default false,
  channels channel[] not null check (cardinality(channels) > 0),
  made_at timestamptz not null,
  not_after timestamptz not null,
  words jsonb,
  told_at timestamptz,
  opened_at timestamptz,
  opened_by bigint references person,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  unique (community_id, household_id, key),
  check ((campaign_id is null) <> (rule is null)),
  check ((words is null) = (told_at is null)),
  check (opened_at is null or told_at is not null)
);
comment on column notice.key is 'where it comes from and its level, so that a home is told once: campaign:12, due_in_7:2026-12-31';
comment on column notice.charge_ids is 'what it may ask for; null: it is about something else';
comment on column notice.owner_only is 'it is about what the owner asked for: their family is not told';
comment on column notice.subject is 'the plan and instalment, payment or request that it is about: ids, days, fen; nothing personal';
comment on column notice.not_after is 'later, it would say what is no longer so';
comment on column notice.words is 'as it was told, with the sums of that moment; null while nothing was told';
create index notice_told on notice (community_id, household_id, id) where told_at is not null;
create index notice_by_campaign on notice (community_id, campaign_id) where campaign_id is not null;
create index notice_by_rule on notice (community_id, rule, key) where rule is not null;
call protect_community_rows('notice');

create table delivery (
  community_id integer not null,
  id bigint generated always as identity,
  notice_id bigint not null,
  household_id bigint not null,
  channel channel not null,
  lane bigint not null default 0,
  state delivery_state not null default 'waiting',
  send_after timestamptz not null,
  leased_until timestamptz,
  tries smallint not null default 0 check (tries between 0 and 20),
  why why_not_send,
  outcome delivery_outcome,
  errcode text,
  wording_id bigint,
  person_id bigint references person,
  sent_to text,
  sent jsonb,
  provider_id text,
  gated_at timestamptz,
  sent_at timestamptz,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, notice_id) references notice,
  foreign key (community_id, household_id) references household,
  unique (community_id, notice_id, channel),
  check ((state = 'sending') = (leased_until is not null)),
  check (state not in ('left_out', 'unreachable') or why is not null),
  check (state not in ('sent', 'delivered') or sent_at is not null)
);
comment on table delivery is 'the outbox of messages, and their log: one attempt at a notice on one channel';
comment on column delivery.lane is 'the campaign that it is of, and keeps the pace of; 0: it comes from a rule';
comment on column delivery.why is 'what the gate answered last: why it was not sent; null: it was let through';
comment on column delivery.sent_to is 'the openid or phone that it went to';
comment on column delivery.sent is 'exactly what the provider was given';
create index delivery_waiting on delivery (community_id, lane, send_after, id) where state = 'waiting';
create index delivery_sending on delivery (community_id, leased_until) where state = 'sending';
create index delivery_unknown on delivery (community_id, id) where state = 'unknown';
create index delivery_by_provider on delivery (provider_id) where provider_id is not null;
create index delivery_by_household on delivery (community_id, household_id, sent_at) where sent_at is not null;
call protect_community_rows('delivery');

-- What proves that a message arrived, or did not (诉讼时效规定 8). Never changed.
create table delivery_evidence (
  community_id integer not null,
  id bigint generated always as identity,
  delivery_id bigint not null,
  proof delivery_proof not null,
  at timestamptz not null,
  note text not null default '',
  told_by text not null,
  primary key (community_id, id),
  foreign key (community_id, delivery_id) references delivery,
  unique (community_id, delivery_id, proof, at)
);
call protect_community_rows('delivery_evidence');

-- Until when nothing goes out on a channel of this mini-program or SMS account.
create table channel_pause (
  channel channel not null,
  account text not null,
  paused_until timestamptz not null,
  paused_for delivery_outcome not null,
  primary key (channel, account)
);

create type contact_stop as enum ('deceased', 'asked', 'represented', 'other');

-- How a home wishes to be reached, and what staff know about it.
create table contact_wish (
  community_id integer not null,
  household_id bigint not null,
  written_only boolean not null default false,
  from_hour smallint not null default 9 check (from_hour between 8 and 21),
  to_hour smallint not null default 20 check (to_hour between 9 and 22),
  address text not null default '' check (length(address) <= 10),
  stop contact_stop,
  stop_note text not null default '',
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (community_id, household_id),
  foreign key (community_id, household_id) references household,
  check (to_hour > from_hour)
);
call protect_community_rows('contact_wish');

-- 对提醒的意见. While one waits for its answer nobody asks this home for money.
create table reminder_complaint (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  notice_id bigint not null,
  asked_by bigint not null references person,
  text text not null check (text <> ''),
  asked_at timestamptz not null,
  reply_by date not null,
  answer text not null default '',
  answered_at timestamptz,
  answered_by bigint references person,
  primary key (community_id, id),
  foreign key (community_id, notice_id) references notice,
  foreign key (community_id, household_id) references household,
  unique (community_id, notice_id),
  check ((answered_at is null) = (answer = ''))
);
create index reminder_complaint_waiting on reminder_complaint (community_id, household_id) where answered_at is null;
call protect_community_rows('reminder_complaint');

create table reminder_rule (
  community_id integer not null references community,
  rule reminder_rule_kind not null,
  is_on boolean not null,
  channels channel[] not null check (cardinality(channels) > 0),
  hour smallint not null check (hour between 8 and 21),
  since timestamptz not null,
  done_through date,
  changed_by text not null,
  primary key (community_id, rule)
);
comment on column reminder_rule.since is 'when it was switched on: what happened before is not told';
comment on column reminder_rule.done_through is 'the last day of the calendar that was attended to';
call protect_community_rows('reminder_rule');

-- Notices are made of what happened lately.
create index domain_event_lately on domain_event (community_id, occurred_at);

grant select, insert, update on notice, delivery, channel_pause, contact_wish, reminder_complaint, reminder_rule
  to anjiao_app;
grant select, insert on delivery_evidence to anjiao_app;
