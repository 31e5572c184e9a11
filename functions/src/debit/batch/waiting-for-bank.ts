import type { ChargeId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'

/** Of these charges those that a debit under way is for: their owner was told, and the bank may take them any day. */
export async function waitingForBank(
  { tx, community }: Ctx,
  chargeIds: readonly ChargeId[],
): Promise<ReadonlySet<ChargeId>> {
  const waiting = await tx.rows<{ chargeId: ChargeId }>`
    select distinct c.charge_id
      from debit_line_charge c
      join debit_line l on (l.community_id, l.batch_id, l.no) = (c.community_id, c.batch_id, c.no)
     where c.community_id = ${community} and c.charge_id = any(${chargeIds}::bigint[]) and l.state in ('chosen', 'sent')`
  return new Set(waiting.map(({ chargeId }) => chargeId))
}
