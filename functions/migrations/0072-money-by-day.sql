-- What came in and went out on a day, for the overview of finance. Payments have their index already (0027).
create index entry_of_other_money on entry (community_id, business_date)
  where kind in ('suspense', 'reversal', 'refund', 'refund_paid', 'fee');
