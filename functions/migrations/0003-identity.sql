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

-- The person who was entered under the phone just proven (given a post, linked to a home) and has never signed in.
create function entered_person() returns bigint
  language sql stable parallel safe
  return (select p.id from person p
           where p.phone = current_phone()
             and not exists (select from wechat_account a where a.person_id = p.id));

-- Whether a link or a post waits for the holder of the phone just proven.
create function awaits_current_phone(person bigint, phone text default null) returns boolean
  language sql stable parallel safe
  return current_phone() is not null
     and case when person is null then phone = current_phone() else person = entered_person() end;

-- Somebody linked by phone has no person yet: whoever proves that phone becomes it, and the phone is kept no longer.
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
  check ((person_id is null) = (phone is not null))
);
create index membership_by_person on membership (person_id);
create index membership_by_phone on membership (phone) where phone is not null;
call protect_community_rows('membership',
  'person_id = (select current_person()) or awaits_current_phone(person_id, phone)');

-- By a phone just proven one takes, in every community at once, what waits for it, and becomes owner of the homes
-- registered with it. Nothing else lets anybody write outside a community.
create function registered_with_current_phone(community integer, home bigint) returns boolean
  language sql stable parallel safe
  return current_phone() is not null
     and exists (select from household
                  where (community_id, id) = (community, home) and owner_phones @> array[current_phone()]);
create policy proven_owner on membership for insert
  with check (person_id = (select current_person()) and relation = 'owner'
              and registered_with_current_phone(community_id, household_id));
create policy taken_by_phone on membership for update
  using (awaits_current_phone(person_id, phone)
         or (person_id = (select current_person()) and registered_with_current_phone(community_id, household_id)))
  with check (person_id = (select current_person()));
create policy dropped_by_phone on membership for delete using (awaits_current_phone(person_id, phone));

create type application_state as enum ('pending', 'approved', 'rejected');

-- 绑定申请: for somebody whose phone is not on the roll.
create table binding_application (
  community_id integer not null references community,
  id bigint generated always as identity,
  person_id bigint not null references person,
  room_text text not null check (room_text <> ''),
  applicant_name text not null check (applicant_name <> ''),
  relation membership_relation not null check (relation <> 'tenant'),
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
comment on column binding_application.relation is 'a tenant is linked by the owner, never by staff';
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
call protect_community_rows('staff', 'person_id = (select current_person()) or awaits_current_phone(person_id)');
create policy taken_by_phone on staff for update
  using (awaits_current_phone(person_id))
  with check (person_id = (select current_person()));

-- One sign-in and all that was refreshed from it. Signing out deletes it, and its refresh tokens with it.
create table session (
  family uuid primary key default gen_random_uuid(),
  person_id bigint not null references person,
  appid text not null,
  openid text not null,
  started_at timestamptz not null
);

-- Good for one use. Used ones stay until they expire, so that a second use is noticed.
create table refresh_token (
  token_hash bytea primary key,
  family uuid not null references session on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_by_family on refresh_token (family);
create index refresh_token_by_expiry on refresh_token (expires_at);

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
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  next_poll_at timestamptz not null,
  check ((state in ('approved', 'consumed')) <= (person_id is not null)),
  check ((person_id is null) = (appid is null) and (person_id is null) = (openid is null))
);
create index device_grant_by_expiry on device_grant (expires_at);

-- How often somebody looked up a user code lately: guessing is bounded.
create table device_code_lookup (
  person_id bigint primary key references person,
  lookups integer not null,
  window_ends_at timestamptz not null
);

grant select, insert, update (phone) on person to anjiao_app;
grant select, insert on wechat_account to anjiao_app;
grant select, insert, update, delete on membership, staff to anjiao_app;
grant select, insert, update on binding_application to anjiao_app;
grant select, insert, update, delete on session, refresh_token, device_grant, device_code_lookup to anjiao_app;
