import type { RollDifference } from '@anjiao/shared/contract/community'
import type { Ctx } from '../platform/context.ts'

export interface TakenInHomes {
  readonly newHouseholds: number
  readonly differences: RollDifference[]
}

/**
 * Brings staged homes in: buildings, rooms, and the household that owns each now. What differs from what is stored is
 * told and taken over. Another name with another phone is another owner: the old household ends yesterday and keeps
 * its debts (物业管理条例 41: who owned it then owes it); another name with a known phone is a correction. Where either
 * side has no phone nobody can know which it is: the stored owner stays as they are, and that is told.
 */
export async function takeInHomes(ctx: Ctx): Promise<TakenInHomes> {
  await findStored(ctx)
  const differences = await findDifferences(ctx)
  await changeStored(ctx)
  await replaceOwners(ctx)
  await addRooms(ctx)
  const newHouseholds = await addHouseholds(ctx)
  return { newHouseholds, differences }
}

/** Finds the room and the present household of each staged home, and what the file makes of its owner. */
async function findStored({ tx, community, today }: Ctx): Promise<void> {
  await tx.run`
    update roll_home s set room_id = r.id, household_id = h.id,
           owner_is = case when h.owner_name = s.owner_name then 'same'
                           when cardinality(h.owner_phones) = 0 or cardinality(s.phones) = 0 then 'unclear'
                           when h.owner_phones && s.phones or h.from_date >= ${today} then 'corrected'
                           when h.id is not null then 'replaced' end
      from room r
      left join household h on (h.community_id, h.room_id) = (r.community_id, r.id)
                           and ${today}::date between h.from_date and coalesce(h.to_date, 'infinity')
     where (r.community_id, r.key) = (${community}, s.key)`
}

function findDifferences({ tx, community }: Ctx): Promise<RollDifference[]> {
  return tx.rows<RollDifference>`
    select room_name(s.building, s.unit, s.room_no) as room, d.what, d.before, d.after
      from roll_home s
      join room r on (r.community_id, r.id) = (${community}, s.room_id)
      join household h on (h.community_id, h.id) = (${community}, s.household_id)
     cross join lateral (values
       (1, case s.owner_is when 'unclear' then '业主姓名（未更改，请核对是更正还是过户）'
                           when 'replaced' then '业主变更' else '业主姓名' end,
           h.owner_name, s.owner_name),
       (2, '联系电话', array_to_string(h.owner_phones, '、'), array_to_string(s.phones, '、')),
       (3, '建筑面积（㎡）', (r.area_hundredths / 100.0)::numeric(12, 2)::text, (s.area_hundredths / 100.0)::numeric(12, 2)::text),
       (4, '房屋类型', r.usage, s.usage),
       (5, '交房日期', coalesce(r.handover_date::text, ''), coalesce(s.handover_date::text, '')),
       (6, '备注', h.remark, s.remark)) as d (turn, what, before, after)
     where d.before <> d.after and (s.owner_is <> 'unclear' or d.what not in ('联系电话', '备注'))
     order by s.ordinal, d.turn`
}

/** A household whose owner the file corrects, rather than replaces. */
async function changeStored({ tx, community }: Ctx): Promise<void> {
  await tx.run`
    update room r set area_hundredths = s.area_hundredths, usage = s.usage, handover_date = s.handover_date
      from roll_home s
     where (r.community_id, r.id) = (${community}, s.room_id)
       and (r.area_hundredths, r.usage, r.handover_date) is distinct from (s.area_hundredths, s.usage, s.handover_date)`
  await tx.run`
    update household h set owner_name = s.owner_name, owner_phones = s.phones, remark = s.remark
      from roll_home s
     where (h.community_id, h.id) = (${community}, s.household_id)
       and (h.owner_name, h.owner_phones, h.remark) is distinct from (s.owner_name, s.phones, s.remark)
       and s.owner_is in ('same', 'corrected')`
}

async function replaceOwners({ tx, community, today }: Ctx): Promise<void> {
  await tx.run`
    with ended as (
      update household h set to_date = ${today}::date - 1
        from roll_home s
       where (h.community_id, h.id) = (${community}, s.household_id) and s.owner_is = 'replaced'
      returning s.ordinal
    )
    update roll_home s set household_id = null from ended where s.ordinal = ended.ordinal`
}

async function addRooms({ tx, community }: Ctx): Promise<void> {
  await tx.run`
    insert into building (community_id, name)
    select ${community}::integer, coalesce(nullif(building, ''), '其他') from roll_home where room_id is null
     group by 2 order by min(ordinal)
    on conflict do nothing`
  await tx.run`
    with added as (
      insert into room (community_id, building_id, key, unit, room_no, area_hundredths, usage, handover_date)
      select ${community}::integer, b.id, s.key, s.unit, s.room_no, s.area_hundredths, s.usage, s.handover_date
        from roll_home s
        join building b on (b.community_id, b.name) = (${community}, coalesce(nullif(s.building, ''), '其他'))
       where s.room_id is null order by s.ordinal
      returning id, key
    )
    update roll_home s set room_id = added.id from added where added.key = s.key`
}

async function addHouseholds({ tx, community, today }: Ctx): Promise<number> {
  return tx.run`
    with added as (
      insert into household (community_id, room_id, owner_name, owner_phones, remark, from_date)
      select ${community}::integer, s.room_id, s.owner_name, s.phones, s.remark,
             case when exists (select from household h where (h.community_id, h.room_id) = (${community}, s.room_id))
                  then ${today}::date else '1900-01-01' end
        from roll_home s where s.household_id is null order by s.ordinal
      returning id, room_id
    )
    update roll_home s set household_id = added.id from added where added.room_id = s.room_id`
}
