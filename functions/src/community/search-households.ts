import type { HouseholdRow } from '@anjiao/shared/contract/community'
import type { Ctx } from '../platform/context.ts'

export interface HouseholdSearch {
  /** A room, a name, or the last digits of a phone. */
  readonly search?: string | undefined
  readonly inArrears?: boolean | undefined
  /** Of the page before: its `next`. */
  readonly after?: number | undefined
}

export interface FoundHouseholds {
  readonly households: HouseholdRow[]
  readonly total: number
  readonly next: number | null
}

const pageSize = 30

/** Households that own a room now or still owe something, by room, a page at a time. `total` counts all that match. */
export async function searchHouseholds(
  ctx: Ctx,
  { search = '', inArrears = false, after = 0 }: HouseholdSearch,
): Promise<FoundHouseholds> {
  const words = search
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const found = await ctx.tx.rows<HouseholdRow & { total: number }>`
    with matching as (
      select h.id, h.owner_name, h.owner_phones, room_name(b.name, r.unit, r.room_no) as room_name,
             row_number() over (order by length(b.name), b.name, length(r.unit), r.unit, length(r.room_no), r.room_no, h.id) as place
        from household h
        join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
        join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
       where h.community_id = ${ctx.community}
         and (${words}::text[] = '{}' or not exists (
               select from unnest(${words}::text[]) as word
                where h.owner_name not like word and room_name(b.name, r.unit, r.room_no) not like word
                  and replace(room_name(b.name, r.unit, r.room_no), ' ', '') not like word and r.key not like word
                  and array_to_string(h.owner_phones, ' ') not like word))
    ), owing as (
      select m.*, coalesce(sum(c.amount_fen - c.settled_fen), 0)::bigint as open_fen,
             min(c.due_date) filter (where c.due_date < ${ctx.today} and held.charge_id is null) as overdue_since
        from matching m
        left join charge c on (c.community_id, c.household_id) = (${ctx.community}, m.id)
                          and c.settled_fen < c.amount_fen and c.cancelled_by is null
        left join (select distinct charge_id from holds_on(${ctx.community}, ${ctx.today})) held on held.charge_id = c.id
       group by m.id, m.owner_name, m.owner_phones, m.room_name, m.place
      having not ${inArrears} or sum(c.amount_fen - c.settled_fen) > 0
    )
    select id as household_id, room_name, masked_name(owner_name) as owner_masked,
           coalesce(masked_phone(owner_phones[1]), '') as phone_masked, open_fen, overdue_since,
           count(*) over () as total
      from owing order by place offset ${after} limit ${pageSize + 1}`
  const households = found.slice(0, pageSize).map(({ total: _, ...household }) => household)
  const next = found.length > pageSize ? after + pageSize : null
  return { households, total: found[0]?.total ?? 0, next }
}
