-- Photos that residents attach to a relief application or a dispute. The picture itself lies sealed in the store; this
-- row says whose it is, what it is for, and when it goes.

create type photo_state as enum ('waiting', 'kept', 'deleted');

create table photo (
  community_id integer not null,
  id bigint generated always as identity,
  household_id bigint not null,
  uploaded_by bigint not null references person,
  key text not null unique check (key <> ''),
  content_type text not null check (content_type in ('image/jpeg', 'image/png', 'image/webp')),
  bytes integer not null check (bytes between 1 and 4000000),
  sha256 bytea,
  state photo_state not null default 'waiting',
  subject text check (subject ~ '^[a-z_]+:[1-9][0-9]*$'),
  created_at timestamptz not null,
  kept_at timestamptz,
  delete_on date,
  deleted_at timestamptz,
  swept_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, household_id) references household,
  check ((kept_at is null) = (sha256 is null)),
  check (state <> 'kept' or kept_at is not null),
  check (subject is null or kept_at is not null),
  check ((state = 'deleted') = (deleted_at is not null)),
  check (swept_at is null or state <> 'waiting')
);
comment on column photo.key is 'the object: incoming/… as it was sent, photos/… as it is kept';
comment on column photo.bytes is 'as announced; once kept, of what is kept';
comment on column photo.subject is 'what it is attached to, e.g. relief:12; null: nothing yet';
comment on column photo.delete_on is 'from this day on it is shown to nobody, and its object is removed';
comment on column photo.swept_at is 'nothing can be sent to its address any more, and what came late is removed';
create index photo_by_subject on photo (community_id, subject, id) where subject is not null;
create index photo_by_uploader on photo (uploaded_by, created_at);
create index photo_unswept on photo (community_id, created_at) where swept_at is null;
create index photo_unattached on photo (community_id, created_at) where subject is null and state <> 'deleted';
create index photo_due on photo (community_id, delete_on) where state <> 'deleted' and delete_on is not null;
call protect_community_rows('photo', 'uploaded_by = (select current_person())');

grant select, insert on photo to anjiao_app;
grant update (bytes, sha256, state, subject, kept_at, delete_on, deleted_at, swept_at) on photo to anjiao_app;
