-- The same rule, by an expression: PostgreSQL 18 takes reading a partial unique index of one column from end to end for reading one
-- row, and read all uses that there ever were instead of finding those of a slice of messages by their numbers.
drop index subscription_use_once;
create unique index subscription_use_once on subscription_use ((case when outcome <> 'returned' then credit_id end));
