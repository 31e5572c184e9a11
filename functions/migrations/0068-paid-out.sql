-- A refund that does not go back by WeChat is paid out: in cash from a till that a clerk has open, or from a bank account.

alter table refund
  add column place_id bigint,
  add column session_id bigint,
  add column paid_by bigint references person,
  add foreign key (community_id, place_id) references money_place,
  add foreign key (community_id, session_id) references till_session,
  add constraint paid_out_whole check (
    case when place_id is null then voucher is null and paid_by is null and session_id is null
         else state = 'paid' and route in ('cash', 'transfer') and coalesce(voucher, '') <> '' and coalesce(received_by, '') <> ''
              and paid_by is not null and (session_id is not null) = (route = 'cash') end),
  add constraint paid_out_from_a_place check (state <> 'paid' or route not in ('cash', 'transfer') or place_id is not null),
  add constraint paid_out_by_another check (asked_by <> 'staff:' || paid_by::text);
comment on column refund.place_id is 'of one that was paid out: the till or the bank account that it left';
comment on column refund.voucher is 'of one that was paid out: the slip that the receiver signed, or the number of the bank''s transfer';
create unique index refund_voucher_once on refund (community_id, route, voucher) where voucher is not null;
create index refund_paid_out on refund (community_id, paid_at) where place_id is not null;

-- A till that is handed over follows who takes it, as it follows who holds it: their post becomes theirs at their first sign-in.
alter table till_session no force row level security;
alter table staff no force row level security;
update till_session s set hand_to = null
 where hand_to is not null
   and not exists (select from staff where (community_id, person_id) = (s.community_id, s.hand_to));
alter table staff force row level security;
alter table till_session force row level security;
alter table till_session add constraint till_session_taker_is_staff
  foreign key (community_id, hand_to) references staff on update cascade on delete set null (hand_to);
create index till_session_by_taker on till_session (community_id, hand_to) where hand_to is not null;
comment on column till_session.hand_to is 'who takes the till over and counts it too; null again when they have left before';
