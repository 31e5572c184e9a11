-- A campaign that begins as soon as it is approved has no time of its own: the day on which it was written is no fact of it.
alter table campaign alter column starts_at drop not null;
comment on column campaign.starts_at is 'not before; null: as soon as it is approved';
update campaign set starts_at = null where starts_at <= made_at;
