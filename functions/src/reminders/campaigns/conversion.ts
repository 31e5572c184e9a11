import { addDays, businessDateAt } from '@anjiao/shared/calendar'
import type { Conversion } from '@anjiao/shared/contract/campaigns'
import { zeroFen } from '@anjiao/shared/money'
import { paidWithinDays } from '@anjiao/shared/notice-limits'
import type { Ctx } from '../../platform/context.ts'
import type { StoredCampaign } from './stored-campaign.ts'

const nobody: Conversion = { homes: 0, paid3Days: 0, paid7Days: 0, paid14Days: 0, paidFen: zeroFen }

interface Came {
  readonly reminded: Conversion
  readonly notReminded: Conversion
}

/**
 * Who of the homes that a campaign was for, and of those it left unreminded, has paid since it began on what it is about, as the
 * books have it: payments and advance on its charges that nobody took back. Both groups whole and from the same moment: whether
 * a home could be reached, or paid before its turn came, must not choose who is compared.
 */
export async function conversion(
  { tx, community }: Ctx,
  { id, startedAt }: Pick<StoredCampaign, 'id' | 'startedAt'>,
): Promise<Came> {
  if (startedAt === null) return { reminded: nobody, notReminded: nobody }
  const [soon, later, last] = paidWithinDays
  const began = businessDateAt(startedAt)
  const groups = await tx.rows<Conversion & { heldOut: boolean }>`
    with home as materialized (
      select household_id, held_out, charge_ids from campaign_home
       where (community_id, campaign_id) = (${community}, ${id})
    ), paid as materialized (
      select home.household_id, min(e.business_date - ${began}::date) as days, -sum(g.amount_fen)::bigint as paid_fen
        from home
       cross join unnest(home.charge_ids) as own (charge_id)
        join posting g on g.community_id = ${community} and g.charge_id = own.charge_id and g.account = 'receivable'
        join entry e on e.community_id = ${community} and e.id = g.entry_id and e.kind in ('payment', 'advance_applied')
                    and e.business_date between ${began} and ${addDays(began, last)}
        left join entry r on r.community_id = ${community} and r.reverses_id = e.id and r.kind = 'reversal'
        left join payment p on p.community_id = ${community} and p.household_id = home.household_id and p.entry_id = e.id
       where r.id is null and coalesce(p.paid_at >= ${startedAt}, true)
       group by home.household_id
    )
    select home.held_out, count(*) as homes, count(*) filter (where paid.days <= ${soon}) as paid3_days,
           count(*) filter (where paid.days <= ${later}) as paid7_days, count(*) filter (where paid.days <= ${last}) as paid14_days,
           coalesce(sum(paid.paid_fen), 0)::bigint as paid_fen
      from home left join paid using (household_id)
     group by home.held_out`
  const group = (heldOut: boolean): Conversion => {
    const found = groups.find((each) => each.heldOut === heldOut)
    if (!found) return nobody
    const { heldOut: _, ...figures } = found
    return figures
  }
  return { reminded: group(false), notReminded: group(true) }
}
