-- 开票申请: what somebody asked for, what finance made of it; and how the tax law takes what is charged.

create type invoice_state as enum ('asked', 'issued', 'declined', 'red_lettered');
create type invoice_title_kind as enum ('person', 'company');
create type tax_treatment as enum ('taxed', 'not_taxed', 'exempt');

-- 税率, by fee item, from a day on. A new day is a new row; what applied before stays.
create table tax_rate (
  community_id integer not null,
  fee_item_id bigint not null,
  from_date date not null,
  treatment tax_treatment not null,
  rate_bp integer check (rate_bp between 1 and 10000),
  set_by bigint not null references person,
  set_at timestamptz not null,
  primary key (community_id, fee_item_id, from_date),
  foreign key (community_id, fee_item_id) references fee_item,
  check ((treatment = 'taxed') = (rate_bp is not null))
);
comment on column tax_rate.rate_bp is 'in hundredths of a percent: 600 is 6 %';
call protect_community_rows('tax_rate');

create table invoice_request (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  state invoice_state not null default 'asked',
  title_kind invoice_title_kind not null,
  title text not null check (title <> ''),
  tax_number text,
  email text not null default '',
  asked_by bigint not null references person,
  asked_at timestamptz not null,
  decided_by bigint references person,
  decided_at timestamptz,
  declined_because text,
  invoice_number text,
  issued_on date,
  lines jsonb,
  file_key text,
  file_type text check (file_type in ('pdf', 'ofd')),
  red_number text,
  red_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  check ((title_kind = 'company') = (tax_number is not null)),
  check ((state = 'asked') = (decided_at is null)),
  check ((state = 'declined') = (declined_because is not null)),
  check ((state in ('issued', 'red_lettered')) = (invoice_number is not null)),
  check ((invoice_number is null) = (file_key is null) and (file_key is null) = (lines is null)),
  check ((state = 'red_lettered') = (red_number is not null))
);
comment on column invoice_request.lines is 'amounts and tax by fee item, as they were invoiced';
create index invoice_request_by_household on invoice_request (community_id, household_id, id);
create index invoice_request_by_state on invoice_request (community_id, state, id);
create unique index invoice_number_once on invoice_request (community_id, invoice_number) where invoice_number is not null;
call protect_community_rows('invoice_request');

-- Which payments it is for. One that was declined or red-lettered holds them no longer.
create table invoice_payment (
  community_id integer not null,
  request_id bigint not null,
  payment_id bigint not null,
  held boolean not null default true,
  primary key (community_id, request_id, payment_id),
  foreign key (community_id, request_id) references invoice_request,
  foreign key (community_id, payment_id) references payment
);
create unique index payment_invoiced_once on invoice_payment (community_id, payment_id) where held;
call protect_community_rows('invoice_payment');

grant select, insert on tax_rate, invoice_request, invoice_payment to anjiao_app;
grant update (state, decided_by, decided_at, declined_because, invoice_number, issued_on, lines, file_key, file_type, red_number, red_at)
  on invoice_request to anjiao_app;
grant update (held) on invoice_payment to anjiao_app;
