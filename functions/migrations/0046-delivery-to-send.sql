-- Senders find what is to be sent without reading the letters that wait for somebody to print them.
create index delivery_to_send on delivery (community_id, lane, send_after, id) where state = 'waiting' and channel <> 'letter';
