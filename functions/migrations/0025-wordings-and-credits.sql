-- 消息模板与订阅次数. What a message may say, and how many more of it somebody has agreed to.

create table wechat_template (
  appid text not null,
  template_id text not null,
  title text not null,
  fields jsonb not null,
  synced_at timestamptz not null,
  gone_at timestamptz,
  primary key (appid, template_id)
);
comment on table wechat_template is 'the registry of the mini-program at WeChat, as last read';

-- Never edited: the newest of a kind and channel is in force, and what was sent keeps its own. Each names the one before it,
-- so that of two who replace the same one only the first does.
create table notice_wording (
  community_id integer not null references community,
  id bigint generated always as identity,
  kind notice_kind not null,
  channel channel not null,
  appid text,
  template_id text not null,
  fields jsonb not null,
  text text not null,
  replaces bigint,
  published_at timestamptz not null,
  published_by text not null,
  primary key (community_id, id),
  foreign key (appid, template_id) references wechat_template,
  foreign key (community_id, replaces) references notice_wording,
  constraint notice_wording_one_successor unique nulls not distinct (community_id, kind, channel, replaces),
  check ((channel = 'subscription') = (appid is not null)),
  check ((channel = 'letter') = (template_id = ''))
);
create index notice_wording_in_force on notice_wording (community_id, kind, channel, id);
call protect_community_rows('notice_wording');

alter table delivery add foreign key (community_id, wording_id) references notice_wording;

create type subscription_answer_kind as enum ('accept', 'reject', 'ban', 'filter');
create type answer_teller as enum ('phone', 'wechat');

-- What somebody answered about a template, as their phone and as WeChat tell it, each for itself. Never changed.
create table subscription_answer (
  id bigint generated always as identity primary key,
  appid text not null,
  openid text not null,
  template_id text not null,
  answer subscription_answer_kind not null,
  told_by answer_teller not null,
  change boolean not null,
  at timestamptz not null,
  foreign key (appid, openid) references wechat_account,
  foreign key (appid, template_id) references wechat_template
);
comment on column subscription_answer.change is 'not an answer to a question: changed in the settings of WeChat, or found out by a message that was refused';
create index subscription_answer_by_time on subscription_answer (appid, openid, template_id, at);

create type credit_state as enum ('free', 'reserved', 'used');

-- 订阅次数. One accept of one template by one WeChat user: one message.
create table subscription_credit (
  id bigint generated always as identity primary key,
  answer_id bigint not null unique references subscription_answer,
  appid text not null,
  openid text not null,
  template_id text not null,
  granted_at timestamptz not null,
  state credit_state not null default 'free',
  lost_at timestamptz
);
comment on column subscription_credit.answer_id is 'the answer by which we heard of it first';
comment on column subscription_credit.lost_at is 'taken back by its giver before it was used';
create index subscription_credit_free on subscription_credit (appid, template_id, openid, granted_at, id)
  where state = 'free' and lost_at is null;
create index subscription_credit_not_used on subscription_credit (appid, openid, template_id)
  where state <> 'used' and lost_at is null;

create type credit_use_outcome as enum ('reserved', 'returned', 'spent', 'refused');

create table subscription_use (
  community_id integer not null,
  id bigint generated always as identity,
  credit_id bigint not null references subscription_credit,
  delivery_id bigint not null,
  reserved_at timestamptz not null,
  outcome credit_use_outcome not null default 'reserved',
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, delivery_id) references delivery,
  check ((outcome = 'reserved') = (ended_at is null))
);
create unique index subscription_use_once on subscription_use (credit_id) where outcome <> 'returned';
create unique index subscription_use_one_a_delivery on subscription_use (community_id, delivery_id) where outcome = 'reserved';
call protect_community_rows('subscription_use');

-- 事件推送, once each.
create table wechat_event (
  key text primary key,
  event text not null,
  taken_in_at timestamptz not null
);

grant select, insert, update on wechat_template, subscription_credit, subscription_use to anjiao_app;
grant select, insert on notice_wording, subscription_answer to anjiao_app;
grant select, insert, delete on wechat_event to anjiao_app;
