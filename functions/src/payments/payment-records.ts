import type { PaymentRecord } from '@anjiao/shared/contract/payments'
import type { HouseholdId, PaymentId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'

/** How many a page of the history holds. */
const pageSize = 20

/**
 * 缴费记录. All that a household has paid, by whatever way, and what it has begun to pay and has no end yet; newest first.
 * Attempts that came to nothing are left out. `before`: the key of the page before's last.
 */
export async function paymentRecords(
  ctx: Ctx,
  householdId: HouseholdId,
  before?: string,
): Promise<{ payments: PaymentRecord[]; more: boolean }> {
  const found = await records(ctx, householdId, { ...placeOf(before), limit: pageSize + 1 })
  return { payments: found.slice(0, pageSize), more: found.length > pageSize }
}

/** One that is paid. Refused as `not-found` when it is none of theirs. */
export async function paymentRecord(
  ctx: Ctx,
  householdId: HouseholdId,
  paymentId: PaymentId,
): Promise<PaymentRecord> {
  const [found] = await records(ctx, householdId, { paymentId, limit: 1 })
  if (!found) throw new Refusal('not-found')
  return found
}

interface Slice {
  readonly before?: { readonly at: Date; readonly key: string }
  readonly paymentId?: PaymentId
  readonly limit: number
}

/** A record's key says when it stands in the list and what it is: `1795399200000-p12`. */
function placeOf(key: string | undefined): Pick<Slice, 'before'> {
  const [ms, of] = key?.split('-') ?? []
  return ms !== undefined && of !== undefined ? { before: { at: new Date(Number(ms)), key: of } } : {}
}

type Stored = Omit<PaymentRecord, 'key' | 'createdAt' | 'paidAt'> & {
  readonly at: Date
  readonly of: string
  readonly createdAt: Date
  readonly paidAt: Date | null
}

async function records(
  { tx, community }: Ctx,
  householdId: HouseholdId,
  { before, paymentId, limit }: Slice,
): Promise<PaymentRecord[]> {
  const found = await tx.rows<Stored>`
    with record as (
      select a.created_at as at, 'a' || a.id as of, a.id as attempt_id, p.id as payment_id, s.reason as held_because
        from payment_attempt a
        left join payment p on (p.community_id, p.attempt_id) = (a.community_id, a.id)
        left join suspense_item s on (s.community_id, s.attempt_id) = (a.community_id, a.id) and s.state = 'open' and p.id is null
       where (a.community_id, a.household_id) = (${community}, ${householdId}) and (a.state <> 'closed' or s.id is not null)
      union all
      select paid_at, 'p' || id, null, id, null
        from payment where (community_id, household_id) = (${community}, ${householdId}) and attempt_id is null
    ), page as (
      select * from record
       where (${before?.at ?? null}::timestamptz is null or (at, of collate "C") < (${before?.at ?? null}::timestamptz, ${before?.key ?? ''}))
         and (${paymentId ?? null}::bigint is null or payment_id = ${paymentId ?? null})
       order by at desc, of collate "C" desc limit ${limit}
    )
    select page.at, page.of, page.attempt_id, page.payment_id, coalesce(p.method, 'wechat') as method, coalesce(a.state, 'paid') as state,
           coalesce(p.amount_fen, a.amount_fen) as amount_fen, coalesce(a.description, '') as description,
           coalesce(a.created_at, p.paid_at) as created_at, coalesce(p.paid_at, a.paid_at) as paid_at, page.held_because,
           coalesce(c.voucher_number, case when p.method = 'wechat' then p.external_id end) as number,
           receipt.number as receipt_number, coalesce(m.label, c.payer_name, '') as paid_by,
           exists (select from entry r
                    where (r.community_id, r.reverses_id, r.kind) = (p.community_id, p.entry_id, 'reversal')) as reversed,
           coalesce(-advanced.fen, 0)::bigint as to_advance_fen, coalesce(allocated.parts, '[]') as allocated
      from page
      left join payment_attempt a on (a.community_id, a.id) = (${community}, page.attempt_id)
      left join payment p on (p.community_id, p.id) = (${community}, page.payment_id)
      left join counter_payment c on (c.community_id, c.payment_id) = (p.community_id, p.id)
      left join receipt on (receipt.community_id, receipt.payment_id) = (p.community_id, p.id)
      left join lateral (
        select case relation when 'owner' then '业主' when 'family' then '家人' else '租户' end || coalesce(nullif(' ' || label, ' '), '') as label
          from membership
         where (community_id, household_id, person_id) = (a.community_id, a.household_id, a.payer_id)) m on true
      left join lateral (
        select sum(amount_fen) as fen from posting
         where (community_id, entry_id, account) = (p.community_id, p.entry_id, 'advance')) advanced on true
      left join lateral (
        select json_agg(json_build_object(
                 'chargeId', c.id, 'feeItem', i.name, 'fromDate', c.from_date, 'toDate', c.to_date,
                 'amountFen', -g.amount_fen) order by c.due_date, c.id) as parts
          from posting g
          join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
          join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
         where (g.community_id, g.entry_id, g.account) = (p.community_id, p.entry_id, 'receivable')) allocated on true
     order by page.at desc, page.of collate "C" desc`
  return found.map(({ at, of, ...record }) => ({
    ...record,
    key: `${at.getTime()}-${of}`,
    createdAt: record.createdAt.toISOString(),
    paidAt: record.paidAt?.toISOString() ?? null,
  }))
}
