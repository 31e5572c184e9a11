-- 自动抵扣: what an owner agreed to, and the new bills that were settled by it from what was paid ahead.

-- The text that was agreed to and what proves it; only its withdrawal is added.
create table set_off_consent (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  version text not null check (version <> ''),
  text text not null,
  text_sha256 bytea not null,
  given_at timestamptz not null,
  given_by bigint not null references person,
  given_appid text not null,
  given_openid text not null,
  withdrawn_at timestamptz,
  withdrawn_by bigint references person,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  constraint set_off_hash_is_of_its_text check (text_sha256 = sha256(convert_to(text, 'UTF8'))),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (withdrawn_at >= given_at)
);
comment on column set_off_consent.version is 'which words of ours the text is';
create unique index set_off_consent_one_a_home on set_off_consent (community_id, household_id) where withdrawn_at is null;
create index set_off_consent_by_household on set_off_consent (community_id, household_id, id);
call protect_community_rows('set_off_consent');

-- Once for what a home was charged by one entry of a bill run.
create table set_off (
  community_id integer not null,
  household_id bigint not null,
  bill_entry_id bigint not null,
  consent_id bigint not null,
  entry_id bigint not null,
  amount_fen bigint not null check (amount_fen > 0),
  done_at timestamptz not null,
  primary key (community_id, household_id, bill_entry_id),
  foreign key (community_id, household_id) references household,
  foreign key (community_id, bill_entry_id) references entry,
  foreign key (community_id, consent_id) references set_off_consent,
  foreign key (community_id, entry_id) references entry,
  unique (community_id, entry_id)
);
comment on column set_off.bill_entry_id is 'the bills; entry_id: what settled them';
create index set_off_by_consent on set_off (community_id, consent_id);
call protect_community_rows('set_off');

grant select, insert on set_off_consent, set_off to anjiao_app;
grant update (withdrawn_at, withdrawn_by) on set_off_consent to anjiao_app;
