-- Until when is kept what a home has said, whether it has read what it was answered, and notes that were wrong.

-- Who said how a home wishes to be reached: with them goes what they said.
alter table contact_wish add column wished_by text;
update contact_wish set wished_by = changed_by where changed_by like 'person:%';
comment on column contact_wish.wished_by is 'whoever said it, or entered it for the home; null: nobody has said anything';

alter table reminder_complaint add column answer_read_at timestamptz;
alter table reminder_complaint add check (answer_read_at is null or answered_at is not null);
comment on column reminder_complaint.answer_read_at is 'when somebody of the home opened the message with the answer';

-- A wrong note stays, and another takes its place. What providers tell again is kept once; people may note the same of two days.
alter table delivery_evidence add column corrects bigint;
alter table delivery_evidence add check (corrects < id);
comment on column delivery_evidence.corrects is 'the first of the notes before this one whose place it takes; null: it takes no place';
alter table delivery_evidence drop constraint delivery_evidence_community_id_delivery_id_proof_at_key;
create unique index delivery_evidence_told_once on delivery_evidence (community_id, delivery_id, proof, at)
  where told_by not like 'staff:%';
create index delivery_evidence_by_delivery on delivery_evidence (community_id, delivery_id, id);
