import type { BillRunPreview } from '@anjiao/shared/contract/bill-runs'
import type { Fen } from '@anjiao/shared/money'
import { type UnbilledReason, unbilledReasons } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../platform/context.ts'
import { refuseUncovered } from './contract-cover.ts'
import { type RunRequest, runPeriod } from './run-period.ts'

interface Counted {
  readonly rooms: number
  readonly charges: number
  readonly amountFen: Fen
  readonly byFeeItem: BillRunPreview['byFeeItem']
  readonly unbilled: readonly { readonly reason: UnbilledReason; readonly rooms: number }[]
}

/**
 * What a bill run would bring, by the same lines as the run itself; writes nothing. A room whose owner or price covers
 * only part of the period counts among the rooms billed and under the reason for the rest.
 * Refused as `bad-input` or `contract-does-not-cover`.
 */
export async function previewBillRun(ctx: Ctx, request: RunRequest): Promise<BillRunPreview> {
  const { from, to } = runPeriod(request, ctx.today)
  await refuseUncovered(ctx, { from, to })
  const { unbilled, ...counted } = await ctx.tx.one<Counted>`
    with line as materialized (
      select room_id, room_fee_id, fee_item_id, fee_days, to_date - from_date + 1 as days, amount_fen, unbilled
        from bill_lines(${ctx.community}, ${from}, ${to}, 0, ${Number.MAX_SAFE_INTEGER})
    ), left_out as (
      select room_id, unbilled from line where unbilled is not null
      union all
      select room_id, 'no_owner' from line
       group by room_id, room_fee_id, fee_days
      having sum(days) < fee_days and bool_and(unbilled is distinct from 'no_owner')
    )
    select count(distinct room_id) as rooms, count(*) as charges, coalesce(sum(amount_fen), 0)::bigint as amount_fen,
           (select coalesce(json_agg(json_build_object('feeItem', name, 'charges', charges, 'amountFen', amount_fen)
                                     order by name), '[]')
              from (select i.name, count(*) as charges, sum(amount_fen) as amount_fen
                      from line join fee_item i on (i.community_id, i.id) = (${ctx.community}, fee_item_id)
                     where unbilled is null group by i.name) as item) as by_fee_item,
           (select coalesce(json_agg(json_build_object('reason', unbilled, 'rooms', rooms) order by unbilled), '[]')
              from (select unbilled, count(distinct room_id) as rooms from left_out group by unbilled) as each) as unbilled
      from line where unbilled is null`
  return {
    fromDate: from,
    toDate: to,
    dueDate: request.dueDate,
    ...counted,
    skipped: unbilled.map(({ reason, rooms }) => ({ reason: unbilledReasons[reason], rooms })),
  }
}
