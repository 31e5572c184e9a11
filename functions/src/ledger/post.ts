import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId, EntryId, FeeItemId, HouseholdId } from '@anjiao/shared/ids'
import { type Fen, sumFen } from '@anjiao/shared/money'
import { actorName, type Ctx } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import type { EntryKind } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'

/** One posting (分录). Debit above zero, credit below. */
export type Line = { readonly amountFen: Fen } & (
  | { readonly account: 'receivable' | 'relief' | 'discount' | 'bad_debt'; readonly chargeId: ChargeId }
  | { readonly account: 'advance'; readonly householdId: HouseholdId }
  | { readonly account: 'income' | 'late_fee_income'; readonly feeItemId: FeeItemId }
  | {
      readonly account: MoneyAccount | 'wechat_fee' | 'till_difference' | 'finance_cost'
      readonly place: string
    }
  | { readonly account: 'suspense' | 'refund_payable' }
)

/** Where money lies: with a merchant at WeChat, in a till, on a bank account, with the card terminal's bank. */
export type MoneyAccount = 'wechat' | 'cash' | 'bank' | 'pos'

export interface Entry {
  readonly kind: EntryKind
  /** Names the business event, e.g. `payment:wechat:4200…`. It posts once. */
  readonly source: string
  readonly businessDate: BusinessDate
  /** What happened outside and is learnt late is booked all the same: on the first open day, when its own is closed. */
  readonly elseNextOpenDay?: boolean
  readonly lines: readonly Line[]
  /** The entry that this one takes back. */
  readonly reverses?: EntryId
  readonly memo?: string
}

/**
 * Writes one balanced entry (凭证) and moves the projections with it. Throws when the lines do not sum to zero or the
 * source has posted before; the database holds the same rules against any other way in. Refused as `day-closed` when the
 * books of its day are closed (日结).
 */
export async function post(ctx: Ctx, entry: Entry): Promise<EntryId> {
  const off = sumFen(entry.lines.map((line) => line.amountFen))
  if (off !== 0) throw new Error(`entry ${entry.source} is off balance by ${off} fen`)
  const lines = entry.lines.filter((line) => line.amountFen !== 0)
  if (lines.length === 0) throw new Error(`entry ${entry.source} moves nothing`)

  const writing = ctx.tx.one<{ id: EntryId }>`
    with written as (
      insert into entry (community_id, kind, business_date, source, posted_by, reverses_id, memo)
      values (${ctx.community}, ${entry.kind},
              case when ${entry.elseNextOpenDay ?? false} then open_day(${ctx.community}, ${entry.businessDate}) else ${entry.businessDate} end,
              ${entry.source}, ${actorName(ctx.actor)},
              ${entry.reverses ?? null}, ${entry.memo ?? ''})
      returning id
    ), posted as (
      insert into posting (community_id, entry_id, account, amount_fen, charge_id, household_id, fee_item_id, place)
      select ${ctx.community}, written.id, line.*
        from written, unnest(
          ${lines.map((line) => line.account)}::account[],
          ${lines.map((line) => line.amountFen)}::bigint[],
          ${lines.map((line) => ('chargeId' in line ? line.chargeId : null))}::bigint[],
          ${lines.map((line) => ('householdId' in line ? line.householdId : null))}::bigint[],
          ${lines.map((line) => ('feeItemId' in line ? line.feeItemId : null))}::bigint[],
          ${lines.map((line) => ('place' in line ? line.place : null))}::text[]
        ) as line
    )
    select id from written`
  const { id } = await writing.catch((error: unknown) => {
    throw brokenConstraint(error) === 'entry_of_an_open_day'
      ? new Refusal('day-closed', { date: entry.businessDate })
      : error
  })
  return id
}
