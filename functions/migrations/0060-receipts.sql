-- 收据 as a document: what it says is kept as it was when it was numbered, and never changed.

create table receipt_document (
  community_id integer not null,
  payment_id bigint not null,
  code text not null check (length(code) >= 22),
  content text not null check (content is json object),
  content_sha256 bytea not null,
  primary key (community_id, payment_id),
  foreign key (community_id, payment_id) references payment,
  unique (community_id, code),
  constraint receipt_hash_is_of_its_content check (content_sha256 = sha256(convert_to(content, 'UTF8')))
);
comment on column receipt_document.code is 'unguessable: whoever holds the paper can ask whether it is genuine';
comment on column receipt_document.content is 'JSON, byte for byte as it was hashed';
call protect_community_rows('receipt_document');

create table receipt_pdf (
  community_id integer not null,
  payment_id bigint not null,
  key text not null,
  sha256 bytea not null,
  primary key (community_id, payment_id),
  foreign key (community_id, payment_id) references payment
);
comment on column receipt_pdf.key is 'where the paper lies, sealed';
call protect_community_rows('receipt_pdf');

grant select, insert on receipt_document, receipt_pdf to anjiao_app;

-- What of a payment went back, or is on its way back: derived, never stored. A refund into the advance gives nothing back.
create view receipt_standing with (security_invoker = true) as
  select p.community_id, p.id as payment_id,
         case when exists (select from entry e
                            where (e.community_id, e.reverses_id, e.kind) = (p.community_id, p.entry_id, 'reversal'))
              then p.amount_fen
              else least(p.amount_fen, (
                select coalesce(sum(r.amount_fen), 0) from refund r
                 where (r.community_id, r.payment_id) = (p.community_id, p.id) and r.route <> 'advance'
                   and r.state in ('owed', 'sent', 'abnormal', 'paid', 'found')))
         end::bigint as returned_fen
    from payment p;
grant select on receipt_standing to anjiao_app;
