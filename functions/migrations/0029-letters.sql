-- 纸质信. What was printed at once, and what of it was kept back. What became of a letter stands with its delivery.

alter type delivery_outcome add value 'declined';
alter type delivery_outcome add value 'returned';
alter type delivery_proof add value 'signed_for';
alter type delivery_proof add value 'returned';
alter type delivery_proof add value 'withdrawn';

create table letter_batch (
  community_id integer not null references community,
  id bigint generated always as identity,
  campaign_id bigint,
  rule reminder_rule_kind,
  building text check (building <> ''),
  made_at timestamptz not null,
  made_by bigint not null references person,
  pdf_key text,
  pdf_sha256 bytea,
  primary key (community_id, id),
  foreign key (community_id, campaign_id) references campaign,
  check ((campaign_id is null) <> (rule is null)),
  check ((pdf_key is null) = (pdf_sha256 is null))
);
comment on column letter_batch.building is 'null: of every building';
comment on column letter_batch.pdf_key is 'where the paper lies, sealed; null: it is being set, or there is nothing to set';
call protect_community_rows('letter_batch');

-- A delivery that was kept back for a while may come again in a later batch; printed it is once.
create table letter (
  community_id integer not null,
  batch_id bigint not null,
  delivery_id bigint not null,
  no smallint check (no > 0),
  why why_not_send,
  primary key (community_id, batch_id, delivery_id),
  foreign key (community_id, batch_id) references letter_batch,
  foreign key (community_id, delivery_id) references delivery,
  unique (community_id, batch_id, no),
  check ((no is null) <> (why is null))
);
comment on column letter.no is 'its place in the stack; null: it was not printed';
create unique index letter_printed_once on letter (community_id, delivery_id) where no is not null;
call protect_community_rows('letter');

-- Letters that wait for somebody to print them.
create index delivery_letters on delivery (community_id, send_after) where state = 'waiting' and channel = 'letter';

grant select, insert on letter_batch, letter to anjiao_app;
grant update (pdf_key, pdf_sha256) on letter_batch to anjiao_app;
