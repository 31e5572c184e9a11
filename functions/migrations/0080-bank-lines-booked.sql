alter table posting drop constraint posting_names_its_place;
alter table posting add constraint posting_names_its_place check (
  (account in ('wechat', 'cash', 'bank', 'pos', 'wechat_fee', 'till_difference', 'finance_cost')) = (place is not null));

-- As before (0074), but for what a card company pays out and keeps: its statement tells of single trades, and the bank's of the sum.
create or replace view place_movement with (security_invoker = true) as
  select g.community_id, g.place,
         case when d.batch_id is null then 'entry:' || e.id else 'debit:' || d.batch_id end as movement,
         min(e.business_date) as day, sum(g.amount_fen)::bigint as amount_fen,
         coalesce(min(b.number), min(c.voucher_number), min(m.slip_number), min(r.voucher), min(s.reference), '') as reference,
         coalesce(min(c.payer_name), min(r.received_by), '') as other_name
    from posting g
    join entry e on (e.community_id, e.id) = (g.community_id, g.entry_id)
    left join payment p on (p.community_id, p.entry_id) = (e.community_id, e.id)
    left join counter_payment c on (c.community_id, c.payment_id) = (p.community_id, p.id)
    left join debit_line d on (d.community_id, d.payment_id) = (p.community_id, p.id)
    left join debit_batch b on (b.community_id, b.id) = (d.community_id, d.batch_id)
    left join cash_move m on (m.community_id, m.entry_id) = (e.community_id, e.id)
    left join refund r on r.community_id = e.community_id and e.source = 'refund:' || r.id || ':paid'
    left join suspense_resolution s on (s.community_id, s.entry_id) = (e.community_id, e.id)
   where g.account in ('bank', 'pos') and (e.kind <> 'suspense' or s.id is not null) and e.kind <> 'reversal'
     and (g.account <> 'pos' or e.kind not in ('transfer', 'fee'))
     and not exists (select from entry back
                      where (back.community_id, back.reverses_id, back.kind) = (e.community_id, e.id, 'reversal'))
   group by g.community_id, g.place, 3
  having sum(g.amount_fen) <> 0;
