import type { BillId, CommunityId } from '@anjiao/shared/ids'
import { asSystem, inCommunity, type World } from '../platform/context.ts'
import type { TradeRow } from './bill/read-trade-bill.ts'

const task = 'reconciliation'
const actor = { kind: 'system', task } as const

/** A line of a bill as it is kept: named as the columns are. */
export interface Line {
  readonly line: number
  readonly kind: TradeRow['kind']
  readonly transaction_id: string
  readonly out_trade_no: string
  readonly refund_id?: string
  readonly out_refund_no?: string
  readonly refund_status?: string
  readonly amount_fen: number
  readonly fee_milli_fen: number
  readonly at: Date
}

export function lineOf(line: number, row: TradeRow): Line {
  const kept = {
    line,
    kind: row.kind,
    transaction_id: row.transactionId,
    out_trade_no: row.outTradeNo,
    amount_fen: row.amountFen,
    fee_milli_fen: row.feeMilliFen,
  }
  switch (row.kind) {
    case 'paid':
      return { ...kept, at: row.paidAt }
    case 'revoked':
      return { ...kept, at: row.revokedAt }
    case 'refund': {
      const { refundId, outRefundNo, status } = row
      return {
        ...kept,
        at: row.acceptedAt,
        refund_id: refundId,
        out_refund_no: outRefundNo,
        refund_status: status,
      }
    }
  }
}

/** Keeps lines of one community, or of orders that are none of ours. One parameter, because a million lines pay for each. */
export async function writeLines(
  world: World,
  billId: BillId,
  community: CommunityId | undefined,
  lines: readonly Line[],
): Promise<void> {
  const all = JSON.stringify(lines)
  if (community === undefined)
    await asSystem(
      world,
      task,
      ({ tx }) => tx.run`
        insert into bill_stray (bill_id, line, kind, transaction_id, out_trade_no, amount_fen, at)
        select ${billId}, line, kind, transaction_id, out_trade_no, amount_fen, at
          from json_populate_recordset(null::bill_stray, ${all})`,
    )
  else
    await inCommunity(
      world,
      community,
      actor,
      ({ tx }) => tx.run`
        insert into bill_line (community_id, bill_id, line, kind, transaction_id, out_trade_no, refund_id, out_refund_no, refund_status,
                               amount_fen, fee_milli_fen, at)
        select ${community}, ${billId}, line, kind, transaction_id, out_trade_no, refund_id, out_refund_no, refund_status,
               amount_fen, fee_milli_fen, at
          from json_populate_recordset(null::bill_line, ${all})`,
    )
}
