-- Who somebody is (person), what they may see (membership), what they may do (staff).

create table person (
  id bigint generated always as identity primary key,
  phone text unique,
  created_at timestamptz not null default now()
);

create table wechat_account (
  appid text not null,
  openid text not null,
  person_id bigint not null references person,
  primary key (appid, openid)
);
create index wechat_account_by_person on wechat_account (person_id);

create type membership_relation as enum ('owner', 'family', 'tenant');

-- Somebody linked by phone has no person yet: whoever proves that phone becomes it.
create table membership (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  person_id bigint references person,
  phone text,
  relation membership_relation not null,
  label text not null default '',
  linked_by bigint references person,
  created_at timestamptz not null default now(),
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  unique (community_id, household_id, person_id),
  unique (community_id, household_id, phone),
  check (person_id is not null or phone is not null)
);
create index membership_by_person on membership (person_id);
create index membership_by_phone on membership (phone) where person_id is null;
call protect_community_rows('membership',
  'person_id = (select current_person()) or (person_id is null and phone = (select current_phone()))');

create type application_state as enum ('pending', 'approved', 'rejected');

-- 绑定申请: for somebody whose phone is not on the roll.
create table binding_application (
  community_id integer not null references community,
  id bigint generated always as identity,
  person_id bigint not null references person,
  room_text text not null check (room_text <> ''),
  applicant_name text not null check (applicant_name <> ''),
  relation membership_relation not null,
  state application_state not null default 'pending',
  household_id bigint,
  answer text not null default '',
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by bigint references person,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  check ((state = 'pending') = (decided_at is null))
);
create unique index binding_application_one_pending
  on binding_application (community_id, person_id, room_text) where state = 'pending';
call protect_community_rows('binding_application', 'person_id = (select current_person())');

create type staff_role as enum ('front_desk', 'finance', 'collector', 'manager', 'administrator');

create table staff (
  community_id integer not null references community,
  person_id bigint not null references person,
  name text not null check (name <> ''),
  roles staff_role[] not null check (cardinality(roles) > 0),
  created_at timestamptz not null default now(),
  primary key (community_id, person_id)
);
create index staff_by_person on staff (person_id);
call protect_community_rows('staff', 'person_id = (select current_person())');

create table refresh_token (
  token_hash bytea primary key,
  person_id bigint not null references person,
  family uuid not null,
  appid text not null,
  openid text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_by_family on refresh_token (family);

create type device_grant_state as enum ('pending', 'approved', 'denied', 'consumed');

-- 扫码登录 (RFC 8628).
create table device_grant (
  device_code_hash bytea primary key,
  user_code text not null unique,
  state device_grant_state not null default 'pending',
  person_id bigint references person,
  appid text,
  openid text,
  asked_from text not null default '',
  expires_at timestamptz not null,
  next_poll_at timestamptz not null,
  check ((state in ('approved', 'consumed')) <= (person_id is not null))
);

grant select, insert, update (phone) on person to anjiao_app;
grant select, insert on wechat_account to anjiao_app;
grant select, insert, update, delete on membership, staff to anjiao_app;
grant select, insert, update on binding_application to anjiao_app;
grant select, insert, update, delete on refresh_token, device_grant to anjiao_app;
