import type { PaymentAttempt } from '@anjiao/shared/contract/payments'
import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import type { PaymentAttemptRow } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'

type Stored = Omit<PaymentAttempt, 'createdAt' | 'expiresAt' | 'paidAt'> &
  Pick<PaymentAttemptRow, 'createdAt' | 'expiresAt' | 'paidAt'>

/** One attempt of a household, by the server's word. Refused as `not-found` when it is none of theirs. */
export async function paymentOf(
  { tx, community }: Ctx,
  householdId: HouseholdId,
  attemptId: number,
): Promise<PaymentAttempt> {
  const found = await tx.maybe<Stored>`
    select a.id, a.state, a.amount_fen, a.description, a.created_at, a.expires_at, a.paid_at,
           coalesce(p.external_id, s.external_id) as transaction_id,
           coalesce(m.label, '') as paid_by, s.reason as held_because,
           coalesce(-advanced.fen, 0)::bigint as to_advance_fen,
           coalesce(allocated.parts, '[]') as allocated
      from payment_attempt a
      left join payment p on (p.community_id, p.attempt_id) = (a.community_id, a.id)
      left join suspense_item s on (s.community_id, s.attempt_id) = (a.community_id, a.id) and p.id is null
                               and s.state = 'open'
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
     where (a.community_id, a.household_id, a.id) = (${community}, ${householdId}, ${attemptId})`
  if (!found) throw new Refusal('not-found')
  return {
    ...found,
    createdAt: found.createdAt.toISOString(),
    expiresAt: found.expiresAt.toISOString(),
    paidAt: found.paidAt?.toISOString() ?? null,
  }
}
