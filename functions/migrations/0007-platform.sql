-- Work to do after a commit, replies already given, and the record of who did what.

-- Added in the transaction of its cause; the jobs function moves it on to the queue.
create table job_outbox (
  id bigint generated always as identity primary key,
  queue text not null,
  payload jsonb not null,
  start_at timestamptz not null
);
create index job_outbox_due on job_outbox (start_at);

create table idempotent_reply (
  person_id bigint not null references person,
  key text not null,
  request_hash bytea not null,
  status integer,
  reply jsonb,
  created_at timestamptz not null,
  primary key (person_id, key)
);
comment on column idempotent_reply.status is 'null while the request is being worked on';
create index idempotent_reply_by_age on idempotent_reply (created_at);

-- 操作日志. Append-only.
create table audit_log (
  community_id integer not null references community,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  subject text not null,
  details jsonb not null default '{}',
  primary key (community_id, id)
);
create index audit_log_by_subject on audit_log (community_id, subject, id);
call protect_community_rows('audit_log');

grant select, insert, update, delete on job_outbox to anjiao_app;
grant select, insert, update, delete on idempotent_reply to anjiao_app;
grant select, insert on audit_log to anjiao_app;
