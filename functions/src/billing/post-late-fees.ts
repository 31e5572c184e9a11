import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { type Fen, negateFen, subtractFen, sumFen, zeroFen } from '@anjiao/shared/money'
import { cancelWithLateFees } from '../ledger/index.ts'
import { actorName, type Ctx } from '../platform/context.ts'
import { type LateFeeSpan, type LoanPrimeRate, lateFee, spansAfter } from './late-fee.ts'
import { type LatePrincipal, latePrincipals, takenBack } from './late-principals.ts'

export interface PostedLateFees {
  readonly charges: number
  readonly amountFen: Fen
}

const nothing: PostedLateFees = { charges: 0, amountFen: zeroFen }

/**
 * Posts what the late charges of some households have cost up to a day and is not posted yet: for each a charge of its
 * own, payable at once. Nothing where no contract has the clause (民法典 585). Posting twice, late, or on other days in
 * between ends in the same total. Locks the households, by id.
 */
export async function postLateFees(
  ctx: Ctx,
  householdIds: readonly HouseholdId[],
  asOf: BusinessDate,
): Promise<PostedLateFees> {
  const locked = await ctx.tx.run`
    select from household
     where community_id = ${ctx.community} and id = any(${householdIds}::bigint[])
       and exists (select from service_contract where community_id = ${ctx.community} and late_fee_clause is not null)
     order by id for update`
  if (locked === 0) return nothing
  const fees = await feesDue(ctx, householdIds, asOf)
  const changed = await takeBackExcess(ctx, fees)
  const due = (changed ? await feesDue(ctx, householdIds, asOf) : fees).filter(
    ({ amountFen }) => amountFen > 0,
  )
  if (due.length > 0) await insert(ctx, due, asOf)
  return { charges: due.length, amountFen: sumFen(due.map((fee) => fee.amountFen)) }
}

/**
 * What `postLateFees` would post for a household as of a day, by the charge it is for. Posts nothing, and leaves out what
 * would be taken back.
 */
export async function lateFeesDue(
  ctx: Ctx,
  householdId: HouseholdId,
  asOf: BusinessDate,
): Promise<ReadonlyMap<ChargeId, Fen>> {
  const fees = await feesDue(ctx, [householdId], asOf)
  return new Map(
    fees
      .filter(({ amountFen }) => amountFen > 0)
      .map(({ principal, amountFen }) => [principal.id, amountFen]),
  )
}

async function feesDue(
  ctx: Ctx,
  householdIds: readonly HouseholdId[],
  asOf: BusinessDate,
): Promise<FeeDue[]> {
  const principals = await latePrincipals(ctx, householdIds, asOf)
  if (principals.length === 0) return []
  const rates = await ctx.tx
    .rows<LoanPrimeRate>`select from_date, yearly_ppm from loan_prime_rate order by from_date`
  return principals.map((principal) => feeDue(principal, rates, asOf))
}

/**
 * Where more was posted than is due (a payment of an earlier day became known, or an LPR was corrected), cancels the
 * newest late fees until no more is posted than is due; what was paid on them becomes advance. Answers whether it did.
 */
async function takeBackExcess(ctx: Ctx, fees: readonly FeeDue[]): Promise<boolean> {
  let changed = false
  for (const { principal, amountFen } of fees.filter((fee) => fee.amountFen < 0)) {
    const posted = await ctx.tx.rows<{ id: ChargeId; amountFen: Fen }>`
      select id, amount_fen from charge
       where (community_id, principal_id) = (${ctx.community}, ${principal.id}) and cancelled_by is null
       order by id desc`
    let excessFen = negateFen(amountFen)
    for (const fee of posted) {
      if (excessFen <= 0) break
      await cancelWithLateFees(ctx, fee.id, { memo: '欠费缴清日期更正，重新计算', event: takenBack })
      excessFen = subtractFen(excessFen, fee.amountFen)
      changed = true
    }
  }
  return changed
}

interface FeeDue {
  readonly principal: LatePrincipal
  readonly amountFen: Fen
  readonly spans: readonly LateFeeSpan[]
  readonly capped: boolean
}

/** What is due less what was posted; below zero when too much was. */
function feeDue(principal: LatePrincipal, rates: readonly LoanPrimeRate[], asOf: BusinessDate): FeeDue {
  const { totalFen, spans, capped } = lateFee(principal, principal, rates, asOf)
  return {
    principal,
    amountFen: subtractFen(totalFen, principal.postedFen),
    spans: principal.postedTo ? spansAfter(spans, principal.postedTo) : spans,
    capped,
  }
}

async function insert(ctx: Ctx, due: readonly FeeDue[], asOf: BusinessDate): Promise<void> {
  const { community, today, actor } = ctx
  const lines = due.map(({ principal, amountFen, spans, capped }) => ({
    principal_id: principal.id,
    household_id: principal.householdId,
    room_id: principal.roomId,
    from_date: spans[0]?.fromDate ?? asOf,
    amount_fen: amountFen,
    pricing: { method: 'late_fee', clause: principal.clause, dailyPpm: principal.dailyPpm, spans, capped },
  }))
  await addLateFeeItem(ctx)
  await ctx.tx.run`
    with line as (
      select * from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line
        (principal_id bigint, household_id bigint, room_id bigint, from_date date, amount_fen bigint, pricing jsonb)
    ), written as (
      insert into entry (community_id, kind, business_date, source, posted_by)
      select ${community}::integer, 'late_fee', ${today}::date,
             format('late_fee:%s:%s', ${asOf}::date, min(principal_id)), ${actorName(actor)} from line
      returning id
    ), charged as (
      insert into charge (community_id, household_id, room_id, fee_item_id, from_date, to_date, due_date, amount_fen,
                          origin, pricing, principal_id, entry_id)
      select ${community}::integer, household_id, room_id, item.id, from_date, ${asOf}::date, ${today}::date, amount_fen,
             'late_fee', pricing, principal_id, written.id
        from line, written, fee_item item
       where item.community_id = ${community} and item.kind = 'late_fee'
       order by principal_id
      returning id, household_id, principal_id, fee_item_id, amount_fen, entry_id
    ), disputed as (
      -- Who disputes a charge disputes what it costs to be late with it: a late fee is born held.
      insert into charge_hold (community_id, household_id, charge_id, matter, subject_id, granted, from_date)
      select ${community}::integer, charged.household_id, charged.id, matter, subject_id, granted, ${today}::date
        from charged join charge_hold on (community_id, charge_id, matter) = (${community}::integer, principal_id, 'dispute')
       where to_date is null
    )
    insert into posting (community_id, entry_id, account, amount_fen, charge_id, fee_item_id)
    select ${community}::integer, entry_id, 'receivable'::account, amount_fen, id, null::bigint from charged
    union all
    select ${community}::integer, entry_id, 'late_fee_income', -sum(amount_fen)::bigint, null, fee_item_id
      from charged group by entry_id, fee_item_id`
}

/** Never called 滞纳金 or 罚款 (行政强制法 45, 行政处罚法 17). A roll may have brought an item of the plain name. */
async function addLateFeeItem({ tx, community }: Ctx): Promise<void> {
  await tx.run`
    insert into fee_item (community_id, name, kind)
    select ${community}::integer,
           case when exists (select from fee_item where (community_id, name) = (${community}, '违约金') and kind <> 'late_fee')
                then '合同违约金' else '违约金' end, 'late_fee'
    on conflict do nothing`
}
