-- A home that one campaign leaves unreminded, to see what reminding does, is left so by others that begin while it is looked at.
create function is_left_for_comparison(of_community integer, of_household bigint, since timestamptz) returns boolean
  language sql stable parallel safe
begin atomic
  select exists (select from campaign c
                   join campaign_home h on h.community_id = of_community and h.campaign_id = c.id and h.household_id = of_household
                  where c.community_id = of_community and c.started_at > since and h.held_out);
end;
