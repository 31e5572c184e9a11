import type { BusinessDate } from '@anjiao/shared/calendar'
import type { MoneyPlaceId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'

export interface PlaceWithStatements {
  readonly id: MoneyPlaceId
  readonly name: string
  readonly takenThrough: BusinessDate | null
  /** What its statements and the books do not agree on. */
  readonly open: number
}

/** The accounts and terminals of a community, those in use first. */
export const statementPlaces = ({ tx, community }: Ctx): Promise<PlaceWithStatements[]> =>
  tx.rows<PlaceWithStatements>`
    select p.id, p.name, s.taken_through, coalesce(d.open, 0)::integer as open
      from money_place p
      left join (select place_id, max(to_day) as taken_through from bank_statement
                  where community_id = ${community} group by place_id) s on s.place_id = p.id
      left join (select place_id, count(*) as open from bank_doubt
                  where community_id = ${community} group by place_id) d on d.place_id = p.id
     where p.community_id = ${community} and p.kind in ('bank', 'pos')
     order by p.in_use desc, p.kind, p.id`
