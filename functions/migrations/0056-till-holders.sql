-- A till follows its holder: whose post becomes theirs at their first sign-in, and who has none any more holds none.

alter table money_place drop constraint money_place_check;
alter table money_place add constraint only_a_till_has_a_holder check (kind = 'cash' or holder_id is null);
alter table money_place add constraint money_place_holder_is_staff
  foreign key (community_id, holder_id) references staff on update cascade on delete set null (holder_id);
create index money_place_by_holder on money_place (community_id, holder_id) where holder_id is not null;
comment on column money_place.holder_id is 'of a till: the clerk who has it; null when they have left, until finance names another';
