-- The bill says that a refund succeeded and the books that it failed, or the other way round.
alter type difference_kind add value 'refund_state';
