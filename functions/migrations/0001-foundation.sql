-- Roles: `anjiao_owner` runs these files and owns everything; `anjiao_app` runs the functions and owns nothing.
-- Both exist before the first migration (the local system creates them; see the README for a server of your own).

create extension if not exists btree_gist;

grant usage on schema public to anjiao_app;

-- Who is asking. Set per transaction; unset means no rows.
create function current_community() returns integer
  language sql stable parallel safe
  return nullif(current_setting('app.community', true), '')::integer;

create function current_person() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::bigint;

-- A phone number that WeChat has just vouched for; lets its holder find the households it is registered with.
create function current_phone() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.phone', true), '');

-- Gives a community-owned table its wall: rows of the current community, and whatever `also` lets in for reading.
create procedure protect_community_rows(owned regclass, also text default 'false')
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', owned);
  execute format('alter table %s force row level security', owned);
  execute format(
    'create policy community_rows on %s using (community_id = (select current_community()))', owned);
  if also <> 'false' then
    execute format('create policy own_rows on %s for select using (%s)', owned, also);
  end if;
end $$;

create table company (
  id integer generated always as identity primary key,
  name text not null unique check (name <> ''),
  hotline text not null default '',
  office_address text not null default ''
);

-- 商户号. Money goes straight to the property company's own account.
create table merchant (
  mchid text primary key,
  company_id integer not null references company,
  appid text not null
);

create table community (
  id integer generated always as identity primary key,
  company_id integer not null references company,
  mchid text references merchant,
  name text not null check (name <> ''),
  unique (company_id, name)
);

grant select, insert, update on company, merchant, community to anjiao_app;
