-- A home as lists name it: its room, and its owner without the given name. Read as whoever asks: the walls of its tables hold.
create view home_name with (security_invoker = true) as
  select h.community_id, h.id as household_id, room_name(b.name, r.unit, r.room_no) as room_name,
         masked_name(h.owner_name) as owner_masked
    from household h
    join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
    join building b on (b.community_id, b.id) = (r.community_id, r.building_id);
grant select on home_name to anjiao_app;
