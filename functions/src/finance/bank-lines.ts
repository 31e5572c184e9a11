import { type BankLineState, bankLineStates } from '@anjiao/shared/bank-statement'
import type { Period } from '@anjiao/shared/calendar'
import type { Fen } from '@anjiao/shared/money'
import { leftStaff } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../platform/context.ts'
import { instant, type SheetOf, yuan } from './sheet.ts'

/** 银行与 POS 流水 of a period: each line, and what became of it. */
export async function bankLines(
  { tx, community }: Ctx,
  { from, to }: Period,
  rowsMost: number,
): Promise<SheetOf> {
  const found = await tx.rows<{
    day: string
    place: string
    serial: string
    amountFen: Fen
    otherName: string
    remark: string
    state: BankLineState
    inDoubt: boolean
    reason: string
    resolvedAt: Date | null
    resolvedBy: string | null
  }>`
    select l.day, p.name as place, l.serial, l.amount_fen, l.other_name, l.remark, l.state, l.reason, l.resolved_at,
           exists (select from bank_doubt d where (d.community_id, d.line_id) = (l.community_id, l.id)) as in_doubt,
           case when l.resolved_by is not null then coalesce(who.name, ${leftStaff}) end as resolved_by
      from bank_line l
      join money_place p on (p.community_id, p.id) = (l.community_id, l.place_id)
      left join staff who on who.community_id = l.community_id and l.resolved_by = 'staff:' || who.person_id
     where l.community_id = ${community} and l.day between ${from} and ${to}
     order by l.day, l.id limit ${rowsMost}`
  return {
    columns: [
      '日期',
      '账户',
      '流水号',
      '金额（元）',
      '对方户名',
      '摘要',
      '处理结果',
      '说明',
      '处理时间',
      '处理人',
    ],
    rows: found.map((each) => [
      each.day,
      each.place,
      each.serial,
      yuan(each.amountFen),
      each.otherName,
      each.remark,
      bankLineStates[each.inDoubt ? 'open' : each.state],
      each.reason,
      instant(each.resolvedAt),
      each.resolvedBy ?? '',
    ]),
  }
}
