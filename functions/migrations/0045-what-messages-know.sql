-- What became of an SMS whose fate was not known when it was sent is asked about as well.
drop index delivery_to_ask;
create index delivery_to_ask on delivery (community_id, ask_after, id) where state in ('sent', 'unknown') and channel = 'sms';
