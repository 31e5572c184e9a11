-- How many subscription messages WeChat still takes of a mini-program today: read from it, and counted down by what goes out.

create table send_quota (
  account text primary key,
  asked_at timestamptz not null,
  day date,
  daily_limit integer check (daily_limit >= 0),
  used integer check (used >= 0),
  left_today integer
);
comment on column send_quota.asked_at is 'when WeChat was asked last: whoever asks next waits a minute';
comment on column send_quota.day is 'the day that the figures are of; null, or a day gone by: WeChat has not been asked today';
comment on column send_quota.daily_limit is 'null, as the rest: WeChat did not say, and we send until it refuses';

grant select, insert, update on send_quota to anjiao_app;
