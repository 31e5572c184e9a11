-- Charge by charge what an invoice may say of a payment: the one place that says so. `invoiceable_fen` (0081) is the sum of it.
create view invoiceable_charge with (security_invoker = true) as
  select p.community_id, p.id as payment_id, c.id as charge_id, c.fee_item_id, (-g.amount_fen - given.fen)::bigint as amount_fen
    from payment p
    join posting g on (g.community_id, g.entry_id, g.account) = (p.community_id, p.entry_id, 'receivable')
    join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
    join lateral (
      select coalesce(sum(x.amount_fen), 0) as fen
        from refund r join refund_part x on (x.community_id, x.refund_id) = (r.community_id, r.id)
       where (r.community_id, r.payment_id) = (p.community_id, p.id) and x.charge_id = c.id
         and r.state in ('owed', 'sent', 'abnormal', 'paid', 'found')) given on given.fen < -g.amount_fen
   where c.cancelled_by is null
     and not exists (select from entry back
                      where (back.community_id, back.reverses_id, back.kind) = (p.community_id, p.entry_id, 'reversal'));
grant select on invoiceable_charge to anjiao_app;

create or replace function invoiceable_fen(of_community integer, of_payment bigint) returns bigint
  language sql stable set search_path = public
  return coalesce((
    select sum(amount_fen) from invoiceable_charge where (community_id, payment_id) = (of_community, of_payment)), 0)::bigint;
