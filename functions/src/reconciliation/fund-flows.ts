import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { FundFlow } from '@anjiao/shared/contract/reconciliation'
import { leftStaff } from '@anjiao/shared/vocabulary'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/** Days on the page; what is in doubt is shown however old it is. */
const daysShown = 31

/** What moved on the accounts of the company's merchants beside what their trades come to, newest first. */
export const fundFlows = ({ tx, community, today }: Ctx): Promise<FundFlow[]> =>
  tx.rows<FundFlow>`
    select f.mchid, f.day, f.paid_fen, f.refunded_fen, f.fee_fen, f.other_in_fen, f.other_out_fen, f.balance_fen,
           coalesce(b.paid_fen, 0)::bigint as trades_paid_fen, coalesce(b.refunded_fen, 0)::bigint as trades_refunded_fen,
           round(coalesce(b.fee_milli_fen, 0) / 1000.0)::bigint as trades_fee_fen, d.mchid is not null as in_doubt, f.reason,
           -- Who explained it may work in another community of the company.
           case when f.resolved_by is not null then coalesce(resolver.name, ${leftStaff}) end as resolved_by
      from community c
      join merchant m on m.company_id = c.company_id
      join fund_flow f on f.mchid = m.mchid and f.state = 'taken'
      join bill b on (b.mchid, b.day, b.kind) = (f.mchid, f.day, 'trade')
      left join fund_flow_doubt d on (d.mchid, d.day) = (f.mchid, f.day)
      left join staff resolver on resolver.community_id = c.id and f.resolved_by = 'staff:' || resolver.person_id
     where c.id = ${community} and (f.day >= ${addDays(today, -daysShown)} or d.mchid is not null)
     order by f.day desc, f.mchid`

/**
 * Somebody in finance says why the account moved otherwise than the trades say. It moves no money. Refused as `not-found` for another
 * company's merchant, and as `difference-resolved` when nothing is in doubt.
 */
export async function resolveFundFlow(
  ctx: Ctx,
  mchid: string,
  day: BusinessDate,
  reason: string,
): Promise<void> {
  const known = await ctx.tx.maybe`
    select from fund_flow f
      join merchant m on m.mchid = f.mchid
      join community c on c.company_id = m.company_id
     where (f.mchid, f.day) = (${mchid}, ${day}) and c.id = ${ctx.community}`
  if (!known) throw new Refusal('not-found')
  const resolved = await ctx.tx.run`
    update fund_flow set resolved_at = ${ctx.now}, resolved_by = ${actorName(ctx.actor)}, reason = ${reason.trim()}
     where (mchid, day) = (${mchid}, ${day}) and resolved_at is null
       and exists (select from fund_flow_doubt d where (d.mchid, d.day) = (${mchid}, ${day}))`
  if (resolved === 0) throw new Refusal('difference-resolved')
  await logAction(ctx, 'fund-flow-resolved', `fund flow ${mchid} ${day}`)
}
