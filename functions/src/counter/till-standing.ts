import type { MoneyPlaceId } from '@anjiao/shared/ids'
import { addFen, type Fen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'

export interface TillStanding {
  /** What the books say is in the till. */
  readonly heldFen: Fen
  /** What a count should find: differences found before, which nobody has confirmed yet, are known and not found again. */
  readonly expectedFen: Fen
  /** The last posting that this knows of; 0: none. */
  readonly lastPosting: number
}

/** How a till stands, by the books. A count of its own session is left out. To be asked with the till locked. */
export async function tillStanding(
  { tx, community }: Ctx,
  placeId: MoneyPlaceId,
  sessionId?: number,
): Promise<TillStanding> {
  const { heldFen, lastPosting, unconfirmedFen } = await tx.one<{
    heldFen: Fen
    lastPosting: number
    unconfirmedFen: Fen
  }>`
    select coalesce(sum(amount_fen), 0)::bigint as held_fen, coalesce(max(id), 0) as last_posting,
           (select coalesce(sum(counted_fen - expected_fen), 0)::bigint from till_session
             where (community_id, place_id) = (${community}, ${placeId}) and counted_at is not null and closed_at is null
               and id <> ${sessionId ?? 0}) as unconfirmed_fen
      from posting where (community_id, place) = (${community}, ${String(placeId)}) and account = 'cash'`
  return { heldFen, expectedFen: addFen(heldFen, unconfirmedFen), lastPosting }
}
