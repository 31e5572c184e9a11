-- What has been let go of a charge is let go once: by the first relief that was granted for it, as long as that stands.

create function relief_stands_on(of_community integer, of_charge bigint) returns boolean
  language sql stable parallel safe
  return exists (
    select from posting p join relief_posting g on (g.community_id, g.entry_id) = (p.community_id, p.entry_id)
     where (p.community_id, p.charge_id, p.account) = (of_community, of_charge, 'relief') and g.reversed_by is null);

create unique index relief_posting_one_standing_a_bill on relief_posting (community_id, charge_id)
  where charge_id is not null and reversed_by is null;
