-- 异议. What a home finds wrong with a charge. Until it is answered nobody presses for that charge (民法典 525, 526, 944).

create type dispute_about as enum ('amount', 'period', 'area', 'price', 'paid', 'service', 'not_mine', 'other');
create type dispute_state as enum ('open', 'corrected', 'explained', 'withdrawn');

create table dispute (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  charge_id bigint not null,
  about dispute_about not null,
  text text not null check (text <> ''),
  state dispute_state not null default 'open',
  asked_by bigint not null references person,
  asked_at timestamptz not null,
  asked_on date not null,
  reply_by date not null check (reply_by >= asked_on),
  overdue_at timestamptz,
  answer text not null default '',
  answered_by bigint references person,
  answered_at timestamptz,
  charge_cancelled boolean not null default false,
  ended_on date check (ended_on >= asked_on),
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  foreign key (community_id, charge_id) references charge,
  check ((state = 'open') = (ended_on is null)),
  check ((state in ('corrected', 'explained')) = (answered_at is not null)),
  check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer = '')),
  check (charge_cancelled <= (state = 'corrected'))
);
comment on column dispute.reply_by is 'the last day on which an answer is in time (杭州市物业管理条例 50: 10 days)';
comment on column dispute.overdue_at is 'when it was brought before the manager as late: once';
comment on column dispute.ended_on is 'the last day on which it holds its charge';
create unique index dispute_one_open on dispute (community_id, charge_id) where state = 'open';
create index dispute_by_charge on dispute (community_id, charge_id);
create index dispute_by_household on dispute (community_id, household_id, id);
create index dispute_by_state on dispute (community_id, state, id);
create index dispute_waiting on dispute (community_id, reply_by) where state = 'open';
call protect_community_rows('dispute');

grant select, insert, update (state, overdue_at, answer, answered_by, answered_at, charge_cancelled, ended_on) on dispute to anjiao_app;
