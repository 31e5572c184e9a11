-- 待查款, ended by a person: whose money it is is confirmed, or it goes back to who paid it.

alter type suspense_reason add value 'bank_unexplained';
alter type suspense_reason add value 'card_unexplained';

-- Where it lies, and what is known of who paid it: of WeChat the merchant and the order, of a bank what its statement says.
alter table suspense_item alter column out_trade_no drop not null;
alter table suspense_item add column account account not null default 'wechat' check (account in ('wechat', 'bank', 'pos'));
alter table suspense_item add column place text;
alter table suspense_item add column payer_name text not null default '';
alter table suspense_item add column remark text not null default '';
alter table suspense_item no force row level security;
alter table posting no force row level security;
update suspense_item s set place = (
  select g.place from posting g where (g.community_id, g.entry_id, g.account) = (s.community_id, s.entry_id, 'wechat'));
alter table posting force row level security;
alter table suspense_item force row level security;
alter table suspense_item alter column place set not null;
alter table suspense_item alter column account drop default;
alter table suspense_item add check ((account = 'wechat') = (out_trade_no is not null));
comment on column suspense_item.place is '商户号, or the id of a money_place';
comment on column suspense_item.external_id is 'WeChat''s transaction_id, or the bank''s serial number (流水号)';
alter table suspense_item drop constraint suspense_item_community_id_external_id_key;
alter table suspense_item add constraint suspense_item_held_once unique (community_id, external_id, account, place);
create index suspense_item_by_state on suspense_item (community_id, state, id);

create type suspense_outcome as enum ('placed', 'returned');

-- What a person made of an item. One that was taken back stays, with why: the item is open again then.
create table suspense_resolution (
  community_id integer not null,
  id bigint generated always as identity,
  item_id bigint not null,
  outcome suspense_outcome not null,
  payment_id bigint,
  entry_id bigint,
  reason text not null default '',
  reference text not null default '',
  resolved_by bigint not null references person,
  resolved_at timestamptz not null,
  intent_key text not null,
  asked jsonb not null,
  taken_back_by bigint references person,
  taken_back_at timestamptz,
  taken_back_because text,
  primary key (community_id, id),
  foreign key (community_id, item_id) references suspense_item,
  foreign key (community_id, payment_id) references payment,
  foreign key (community_id, entry_id) references entry,
  constraint suspense_resolution_asked_once unique (community_id, resolved_by, intent_key),
  check ((outcome = 'placed') = (payment_id is not null)),
  check (outcome = 'placed' or reason <> ''),
  check ((taken_back_at is null) = (taken_back_by is null) and (taken_back_at is null) = (taken_back_because is null)),
  check (taken_back_because <> ''),
  check (outcome = 'placed' or taken_back_at is null)
);
comment on column suspense_resolution.payment_id is 'of what was placed: the payment it became';
comment on column suspense_resolution.entry_id is 'of what went back: the entry by which it left; none when it left at WeChat without us and was booked then';
comment on column suspense_resolution.reference is 'of what went back: by which number the bank knows the transfer';
create unique index suspense_resolved_once on suspense_resolution (community_id, item_id) where taken_back_at is null;
create unique index payment_from_suspense on suspense_resolution (community_id, payment_id) where payment_id is not null;
create index suspense_resolution_by_item on suspense_resolution (community_id, item_id);
call protect_community_rows('suspense_resolution');
grant select, insert on suspense_resolution to anjiao_app;
grant update (taken_back_by, taken_back_at, taken_back_because) on suspense_resolution to anjiao_app;

-- A refund made in WeChat's merchant platform may give back what was never anybody's payment.
alter table refund add column suspense_item_id bigint;
alter table refund add foreign key (community_id, suspense_item_id) references suspense_item;
alter table refund drop constraint refund_check1;
alter table refund add constraint refund_is_of_something check (
  state = 'found' or suspense_item_id is not null or (payment_id is not null and household_id is not null));
comment on column refund.suspense_item_id is '系统外退款 of money that was held in suspense: nobody''s payment';

-- Which payment a transaction of WeChat became: its own, or the one that its money was placed by out of suspense and that stands.
create function payment_of_transaction(of_community integer, transaction text) returns bigint
  language sql stable parallel safe
begin atomic
  select coalesce(
    (select r.payment_id
       from suspense_item s
       join suspense_resolution r on r.community_id = of_community and r.item_id = s.id and r.outcome = 'placed'
                                 and r.taken_back_at is null
      where s.community_id = of_community and s.external_id = transaction and s.account = 'wechat'),
    (select p.id from payment p where p.community_id = of_community and p.method = 'wechat' and p.external_id = transaction));
end;
