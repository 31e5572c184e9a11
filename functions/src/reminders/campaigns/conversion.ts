import { addDays, businessDateAt } from '@anjiao/shared/calendar'
import type { Conversion } from '@anjiao/shared/contract/campaigns'
import { zeroFen } from '@anjiao/shared/money'
import { campaignDays, paidWithinDays } from '@anjiao/shared/notice-limits'
import type { Ctx } from '../../platform/context.ts'
import type { StoredCampaign } from './stored-campaign.ts'

const nobody: Conversion = { homes: 0, paid3Days: 0, paid7Days: 0, paid14Days: 0, paidFen: zeroFen }

interface Came {
  readonly reminded: Conversion
  readonly notReminded: Conversion
  readonly lastToldAt: Date | null
}

/**
 * Who of the homes that were reminded, and of those held out, has paid since on what the campaign is about, as the books have it:
 * payments and advance on its charges that nobody took back. A home is looked at from the moment in which it was told, one held
 * out from the beginning of the campaign. With it, when the last home was told.
 */
export async function conversion(
  { tx, community }: Ctx,
  { id, startedAt }: Pick<StoredCampaign, 'id' | 'startedAt'>,
): Promise<Came> {
  if (startedAt === null) return { reminded: nobody, notReminded: nobody, lastToldAt: null }
  const [soon, later, last] = paidWithinDays
  const groups = await tx.rows<Conversion & { heldOut: boolean; lastAt: Date }>`
    with home as (
      select h.household_id, h.held_out, h.charge_ids, since.at, (since.at at time zone 'Asia/Shanghai')::date as day
        from campaign_home h
        left join notice n on (n.community_id, n.household_id, n.key)
                            = (h.community_id, h.household_id, 'campaign:' || h.campaign_id)
       cross join lateral (select case when h.held_out then ${startedAt}::timestamptz else n.told_at end as at) as since
       where (h.community_id, h.campaign_id) = (${community}, ${id}) and since.at is not null
    ), paid as (
      select home.household_id, min(e.business_date - home.day) as days, -sum(g.amount_fen)::bigint as paid_fen
        from entry e
        join posting g on (g.community_id, g.entry_id) = (e.community_id, e.id) and g.account = 'receivable'
        join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
        join home on home.household_id = c.household_id and c.id = any(home.charge_ids)
        left join entry r on r.community_id = ${community} and r.reverses_id = e.id and r.kind = 'reversal'
        left join payment p on p.community_id = ${community} and p.household_id = c.household_id and p.entry_id = e.id
       where e.community_id = ${community} and e.kind in ('payment', 'advance_applied')
         and e.business_date between ${businessDateAt(startedAt)} and ${addDays(businessDateAt(startedAt), campaignDays + last)}
         and e.business_date - home.day between 0 and ${last} and coalesce(p.paid_at >= home.at, true) and r.id is null
       group by home.household_id
    )
    select home.held_out, max(home.at) as last_at, count(*) as homes, count(*) filter (where paid.days <= ${soon}) as paid3_days,
           count(*) filter (where paid.days <= ${later}) as paid7_days, count(*) filter (where paid.days <= ${last}) as paid14_days,
           coalesce(sum(paid.paid_fen), 0)::bigint as paid_fen
      from home left join paid using (household_id)
     group by home.held_out`
  const group = (heldOut: boolean): Conversion => {
    const found = groups.find((each) => each.heldOut === heldOut)
    if (!found) return nobody
    const { heldOut: _, lastAt: __, ...figures } = found
    return figures
  }
  const told = groups.find(({ heldOut }) => !heldOut)
  return { reminded: group(false), notReminded: group(true), lastToldAt: told?.lastAt ?? null }
}
