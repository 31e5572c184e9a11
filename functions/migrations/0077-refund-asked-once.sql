-- One intention of a person asks for a refund, or begins a return of an advance, once: the key comes with every retry.
alter table refund add column intent_key text, add column asked jsonb;
alter table refund add check ((intent_key is null) = (asked is null));
comment on column refund.asked is 'what was asked for under the intent key, so that the key is not used for anything else';
create unique index refund_asked_once on refund (community_id, asked_by, intent_key) where intent_key is not null;

-- Who took a payment, as the books name them: who booked it, and of one at the counter who took it, be it a cheque that another one cleared.
create function payment_takers(of_community integer, of_payment bigint) returns text[]
  language sql stable set search_path = public
  return array(
    select e.posted_by from payment p join entry e on (e.community_id, e.id) = (p.community_id, p.entry_id)
     where (p.community_id, p.id) = (of_community, of_payment)
    union
    select 'staff:' || c.taken_by from counter_payment c where (c.community_id, c.payment_id) = (of_community, of_payment)
  );
