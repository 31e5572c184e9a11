-- What an invoice may say of a payment now: what it settled of charges that stand, less what was given back of them; of a payment that was
-- taken back nothing. What it put into the advance, and gave back of that, is no part of it.
create function invoiceable_fen(of_community integer, of_payment bigint) returns bigint
  language sql stable set search_path = public
  return coalesce((
    select sum(-g.amount_fen - (
             select coalesce(sum(x.amount_fen), 0)
               from refund r join refund_part x on (x.community_id, x.refund_id) = (r.community_id, r.id)
              where (r.community_id, r.payment_id) = (p.community_id, p.id) and x.charge_id = g.charge_id
                and r.state in ('owed', 'sent', 'abnormal', 'paid', 'found')))::bigint
      from payment p
      join posting g on (g.community_id, g.entry_id, g.account) = (p.community_id, p.entry_id, 'receivable')
      join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
     where (p.community_id, p.id) = (of_community, of_payment) and c.cancelled_by is null
       and not exists (select from entry back
                        where (back.community_id, back.reverses_id, back.kind) = (p.community_id, p.entry_id, 'reversal'))), 0);

alter table invoice_payment add column invoiced_fen bigint check (invoiced_fen > 0);
comment on column invoice_payment.invoiced_fen is 'what the invoice said of it; null: it was not issued. When less of it is left, it needs a red one';
alter table invoice_payment no force row level security;
alter table invoice_request no force row level security;
alter table payment no force row level security;
alter table posting no force row level security;
update invoice_payment v
   set invoiced_fen = (select sum(-g.amount_fen) from payment p
                         join posting g on (g.community_id, g.entry_id, g.account) = (p.community_id, p.entry_id, 'receivable')
                        where (p.community_id, p.id) = (v.community_id, v.payment_id))
  from invoice_request q
 where (q.community_id, q.id) = (v.community_id, v.request_id) and q.state in ('issued', 'red_lettered');
alter table posting force row level security;
alter table payment force row level security;
alter table invoice_request force row level security;
alter table invoice_payment force row level security;
grant update (invoiced_fen) on invoice_payment to anjiao_app;
