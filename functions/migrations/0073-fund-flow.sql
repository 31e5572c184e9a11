-- 资金账单: what moved on a merchant's account with WeChat, day by day, beside what its trades should have moved.

-- What the trades of a bill come to, of all communities together. Null: of a bill that was taken before this was kept.
alter table bill add column paid_fen bigint;
alter table bill add column refunded_fen bigint;
alter table bill add column fee_milli_fen bigint;
comment on column bill.paid_fen is '应结订单金额: without the merchant''s own coupons';
comment on column bill.refunded_fen is '退款金额 of those that did not fail';

-- not_offered: of a sub-merchant, whose account its service provider does not see.
create type fund_flow_state as enum ('taken', 'none', 'not_offered');

create table fund_flow (
  mchid text not null references merchant,
  day date not null,
  state fund_flow_state not null,
  paid_fen bigint not null default 0,
  refunded_fen bigint not null default 0,
  fee_fen bigint not null default 0,
  other_in_fen bigint not null default 0,
  other_out_fen bigint not null default 0,
  balance_fen bigint,
  taken_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text,
  reason text,
  primary key (mchid, day),
  check ((resolved_at is null) = (resolved_by is null) and (resolved_at is null) = (reason is null))
);
comment on table fund_flow is 'merchants are the company''s, and so are their accounts: of no community alone';
comment on column fund_flow.other_out_fen is 'withdrawals (提现) and whatever else is neither trade nor fee';
comment on column fund_flow.balance_fen is 'after the last movement of the day; null when nothing moved';

-- Where the account moved otherwise than the trades say, and nobody has explained it.
create view fund_flow_doubt with (security_invoker = true) as
  select f.mchid, f.day
    from fund_flow f
    join bill b on (b.mchid, b.day, b.kind) = (f.mchid, f.day, 'trade') and b.state <> 'taking'
   where f.state <> 'not_offered' and f.resolved_at is null
     and (f.paid_fen, f.refunded_fen + f.fee_fen) is distinct from (b.paid_fen, b.refunded_fen + round(b.fee_milli_fen / 1000.0)::bigint);
comment on view fund_flow_doubt is 'refunds leave the account less the fee that comes back with them, so that the two are compared together';

grant select, insert on fund_flow to anjiao_app;
grant update (resolved_at, resolved_by, reason) on fund_flow to anjiao_app;
grant select on fund_flow_doubt to anjiao_app;
