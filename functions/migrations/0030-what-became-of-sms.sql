-- What became of an SMS is not pushed: it is asked for.

alter table delivery add column ask_after timestamptz not null default '-infinity';
comment on column delivery.ask_after is 'when its provider is asked next what became of it; of SMS only: the rest is told to us';
create index delivery_to_ask on delivery (community_id, ask_after, id) where state = 'sent' and channel = 'sms';

-- A phone that was off, a number that is none any more: its reader did not refuse it.
alter type delivery_outcome add value 'not_arrived' after 'refused';
