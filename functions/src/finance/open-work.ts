import type { OpenWork } from '@anjiao/shared/contract/finance'
import { addFen, type Fen, zeroFen } from '@anjiao/shared/money'
import type { RefundState } from '@anjiao/shared/refund-life'
import { booksClosedThrough } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'

interface Refunds {
  readonly state: RefundState
  readonly count: number
  readonly amountFen: Fen
}

/** Tells of those that WeChat has been told of this often in vain. */
const triesWorthSaying = 6

/** What waits for finance, whatever day it is of. */
export async function openWork(ctx: Ctx): Promise<OpenWork> {
  const { tx, community } = ctx
  const refunds = await tx.rows<Refunds>`
    select state, count(*)::integer as count, sum(amount_fen)::bigint as amount_fen from refund
     where community_id = ${community} and state in ('asked', 'owed', 'sent', 'abnormal', 'found') group by state`
  const waiting = (...states: RefundState[]) => {
    const some = refunds.filter(({ state }) => states.includes(state))
    return some.reduce(
      (sum, { count, amountFen }) => ({
        count: sum.count + count,
        amountFen: addFen(sum.amountFen, amountFen),
      }),
      { count: 0, amountFen: zeroFen },
    )
  }
  const counted = await tx.one<
    Pick<
      OpenWork,
      | 'differences'
      | 'strays'
      | 'invoices'
      | 'tillsToConfirm'
      | 'bankDoubts'
      | 'unreported'
      | 'debitsToRelease'
      | 'debitsWithBank'
    > & {
      readonly suspenseCount: number
      readonly suspenseFen: Fen
    }
  >`
    select (select count(*) from bill_difference where community_id = ${community} and state = 'open')::integer as differences,
           (select count(*) from community c join merchant m on m.company_id = c.company_id join bill b on b.mchid = m.mchid
              join bill_stray s on s.bill_id = b.id
             where c.id = ${community} and b.state = 'taken' and s.resolved_at is null)::integer as strays,
           (select count(*) from invoice_request where community_id = ${community} and state = 'asked')::integer as invoices,
           (select count(*) from till_session
             where community_id = ${community} and counted_at is not null and closed_at is null)::integer as tills_to_confirm,
           (select count(*) from bank_doubt where community_id = ${community})::integer as bank_doubts,
           (select count(*) from debit_batch where community_id = ${community} and state = 'made')::integer as debits_to_release,
           (select count(*) from debit_batch
             where community_id = ${community} and state in ('released', 'sent'))::integer as debits_with_bank,
           (select count(*) from shipping_report
             where community_id = ${community} and state in ('waiting', 'given_up') and tries >= ${triesWorthSaying})::integer as unreported,
           s.count::integer as suspense_count, s.fen as suspense_fen
      from (select count(*), coalesce(sum(amount_fen), 0)::bigint as fen from suspense_item
             where community_id = ${community} and state = 'open') s`
  const { suspenseCount, suspenseFen, ...counts } = counted
  return {
    closedThrough: (await booksClosedThrough(ctx)) ?? null,
    ...counts,
    suspense: { count: suspenseCount, amountFen: suspenseFen },
    refundsToCheck: waiting('asked'),
    refundsOnTheWay: waiting('owed', 'sent', 'abnormal'),
    refundsFound: waiting('found'),
  }
}
