-- Money in every form: what comes in at the counter and by bank, what goes back, and what it costs.

alter type payment_method add value 'cash';
alter type payment_method add value 'transfer';
alter type payment_method add value 'pos';
alter type payment_method add value 'cheque';
alter type payment_method add value 'bank_debit';

alter type account add value 'refund_payable';
alter type account add value 'till_difference';

alter type entry_kind add value 'refund';
alter type entry_kind add value 'refund_paid';
alter type entry_kind add value 'suspense_placed';
alter type entry_kind add value 'fee';
alter type entry_kind add value 'transfer';
alter type entry_kind add value 'till_difference';
