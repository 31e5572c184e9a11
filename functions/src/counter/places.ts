import type { MoneyPlace } from '@anjiao/shared/contract/counter'
import type { MoneyPlaceId } from '@anjiao/shared/ids'
import type { PlaceKind } from '@anjiao/shared/vocabulary'
import type { MoneyAccount } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/** The tills, accounts and terminals of a community; those in use first. */
export function placesOf({ tx, community }: Ctx): Promise<MoneyPlace[]> {
  return tx.rows<MoneyPlace>`
    select p.id, p.kind, p.name, p.last_digits, p.holder_id, s.name as holder_name, p.in_use
      from money_place p left join staff s on (s.community_id, s.person_id) = (p.community_id, p.holder_id)
     where p.community_id = ${community}
     order by p.in_use desc, p.kind, p.id`
}

/** Where money that goes to a place stands in the books. */
export const booksOf = (place: Pick<MoneyPlace, 'id' | 'kind'>) => ({
  account: place.kind satisfies MoneyAccount,
  place: String(place.id),
})

/** A place of a kind that is in use. Refused as `place-not-usable`. */
export async function usablePlace(
  { tx, community }: Ctx,
  kind: PlaceKind,
  placeId: MoneyPlaceId | null,
): Promise<Pick<MoneyPlace, 'id' | 'kind'>> {
  const place = await tx.maybe<Pick<MoneyPlace, 'id' | 'kind'>>`
    select id, kind from money_place where (community_id, id) = (${community}, ${placeId}) and kind = ${kind} and in_use`
  if (!place) throw new Refusal('place-not-usable')
  return place
}
