-- That a bank debit is coming is told a day before it, as a kind of its own.

alter type notice_kind add value 'debit';
alter type reminder_rule_kind add value 'debit_coming';
