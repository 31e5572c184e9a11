-- What stops a channel, or one template of it, until when; and what stops it when nobody answers.

alter type delivery_outcome add value 'no_connection' before 'lost';

alter table channel_pause add column template_id text not null default '';
alter table channel_pause drop constraint channel_pause_pkey;
alter table channel_pause add primary key (channel, account, template_id);
alter table channel_pause add column lost_in_a_row integer not null default 0;
comment on column channel_pause.template_id is 'what is not sent; empty: nothing is';
comment on column channel_pause.lost_in_a_row is 'so many messages, the last ones, of which the provider said nothing';
