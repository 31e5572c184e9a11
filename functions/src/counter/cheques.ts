import type { Cheque } from '@anjiao/shared/contract/counter'
import type { ChequeId, HouseholdId } from '@anjiao/shared/ids'
import type { ChequeState } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../platform/context.ts'
import type { ChequeRow } from '../platform/database-types.ts'

/** Those that wait are few; of the others the newest are shown. */
const listMax = 100

interface ChequeFilter {
  readonly id?: ChequeId
  readonly householdId?: HouseholdId
  readonly state?: ChequeState
}

/** Cheques, newest first. */
export async function chequesIn(
  { tx, community }: Ctx,
  { id, householdId, state }: ChequeFilter,
): Promise<Cheque[]> {
  const cheques = await tx.rows<Omit<Cheque, 'settledAt'> & Pick<ChequeRow, 'settledAt'>>`
    select q.id, q.household_id, home.room_name, q.number, q.amount_fen, q.payer_name, q.received_on,
           coalesce(s.name, '已离职') as received_by, q.state, q.settled_at, q.reason
      from cheque q
      join home_name home on (home.community_id, home.household_id) = (q.community_id, q.household_id)
      left join staff s on (s.community_id, s.person_id) = (q.community_id, q.received_by)
     where q.community_id = ${community} and (${id ?? null}::bigint is null or q.id = ${id ?? null})
       and (${householdId ?? null}::bigint is null or q.household_id = ${householdId ?? null})
       and (${state ?? null}::cheque_state is null or q.state = ${state ?? null})
     order by q.id desc limit ${listMax}`
  return cheques.map((cheque) => ({ ...cheque, settledAt: cheque.settledAt?.toISOString() ?? null }))
}

export async function shownCheque(ctx: Ctx, id: ChequeId): Promise<Cheque> {
  const [cheque] = await chequesIn(ctx, { id })
  if (!cheque) throw new Error(`cheque ${id} is gone`)
  return cheque
}
