-- 发货信息: WeChat holds the money of some mini-programs until each payment is reported as delivered.

create table trade_management (
  appid text primary key,
  managed boolean not null,
  asked_at timestamptz not null
);
comment on table trade_management is 'whether WeChat wants shipping information of a mini-program; asked again when it is some hours old';
grant select, insert, update on trade_management to anjiao_app;

create type shipping_report_state as enum ('waiting', 'reported', 'refused', 'given_up');

create table shipping_report (
  community_id integer not null references community,
  transaction_id text not null,
  state shipping_report_state not null default 'waiting',
  tries integer not null default 0 check (tries >= 0),
  stands_because text,
  changed_at timestamptz not null,
  primary key (community_id, transaction_id)
);
comment on column shipping_report.stands_because is 'why it waits, was refused or was given up';
create index shipping_report_open on shipping_report (community_id) where state in ('waiting', 'given_up');
call protect_community_rows('shipping_report');
grant select, insert, update on shipping_report to anjiao_app;
