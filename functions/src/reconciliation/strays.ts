import type { BillStray } from '@anjiao/shared/contract/reconciliation'
import type { BillId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/** More on one page nobody works through. */
const straysMost = 200

/** Lines of bills that belong to no community, of the merchants of this community's company, and that nobody has explained. Oldest first. */
export async function straysFor({ tx, community }: Ctx): Promise<BillStray[]> {
  const found = await tx.rows<Omit<BillStray, 'at'> & { at: Date }>`
    select s.bill_id, s.line, b.mchid, b.day, s.kind, s.transaction_id, s.out_trade_no, s.amount_fen, s.at
      from community c
      join merchant m on m.company_id = c.company_id
      join bill b on b.mchid = m.mchid
      join bill_stray s on s.bill_id = b.id
     where c.id = ${community} and b.state = 'taken' and s.resolved_at is null
     order by b.day, s.bill_id, s.line limit ${straysMost}`
  return found.map((stray) => ({ ...stray, at: stray.at.toISOString() }))
}

/**
 * Somebody in finance says whose money a line is that belongs to no community: another system's under the same merchant, a
 * payment code at the gate. Refused as `not-found` for a line of another company's, and as `difference-resolved`.
 */
export async function resolveStray(ctx: Ctx, billId: BillId, line: number, reason: string): Promise<void> {
  const known = await ctx.tx.maybe`
    select from bill_stray s
      join bill b on b.id = s.bill_id
      join merchant m on m.mchid = b.mchid
      join community c on c.company_id = m.company_id
     where (s.bill_id, s.line) = (${billId}, ${line}) and c.id = ${ctx.community}`
  if (!known) throw new Refusal('not-found')
  const resolved = await ctx.tx.run`
    update bill_stray set resolved_at = ${ctx.now}, resolved_by = ${actorName(ctx.actor)}, reason = ${reason.trim()}
     where (bill_id, line) = (${billId}, ${line}) and resolved_at is null`
  if (resolved === 0) throw new Refusal('difference-resolved')
  await logAction(ctx, 'stray-resolved', `bill ${billId} line ${line}`)
}
