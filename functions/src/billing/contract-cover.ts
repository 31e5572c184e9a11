import { formatPeriod, type Period } from '@anjiao/shared/calendar'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/**
 * Refuses (`contract-does-not-cover`) a period of which any day has no service contract (民法典 938, 939). A contract
 * holds from its first day until it is ended (949), also after its term, when the service simply goes on (948).
 */
export async function refuseUncovered({ tx, community }: Ctx, period: Period): Promise<void> {
  const { covered } = await tx.one<{ covered: boolean }>`
    select coalesce(range_agg(daterange(from_date, ended_on, '[]')) @> daterange(${period.from}, ${period.to}, '[]'), false)
           as covered
      from service_contract where community_id = ${community}`
  if (!covered) throw new Refusal('contract-does-not-cover', { period: formatPeriod(period) })
}
