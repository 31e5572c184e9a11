import type { HomeRefund, StaffRefund } from '@anjiao/shared/contract/refunds'
import type { HouseholdId, RefundId } from '@anjiao/shared/ids'
import type { RefundState } from '@anjiao/shared/refund-life'
import { leftStaff } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../platform/context.ts'
import { whyNotPayOut } from './who-may-pay-out.ts'

/** Refunds on a page of the list. */
const pageSize = 50

type Instants = 'askedAt' | 'checkedAt' | 'paidAt'
type Stored = Omit<StaffRefund, Instants | 'mayPayOut'> &
  Record<Instants, Date | null> & {
    readonly askedByName: string
    readonly takenByNames: readonly string[]
  }

export interface RefundFilter {
  readonly states?: readonly RefundState[]
  readonly before?: RefundId
  readonly id?: RefundId
}

/**
 * Refunds of a community, newest first: homes and colleagues by name, nobody who lives there. One that happened without us is shown
 * with its payment as soon as that is known, be it that its notice came later.
 */
export async function refundsIn(
  ctx: Ctx,
  { states, before, id }: RefundFilter,
): Promise<{ refunds: StaffRefund[]; more: boolean }> {
  const found = await ctx.tx.rows<Stored>`
    select r.id, p.household_id, home.room_name, p.id as payment_id, p.method, r.amount_fen, r.route, r.state, r.reason,
           case when r.asked_by = 'wechat' then '微信商户平台' else coalesce(asker.name, ${leftStaff}) end as asked_by, r.asked_at,
           case when r.checked_by is not null then coalesce(checker.name, ${leftStaff}) end as checked_by, r.checked_at,
           r.declined_because, r.received_by, r.paid_at, r.stands_because, r.asked_by as asked_by_name, payment_takers(r.community_id, p.id) as taken_by_names,
           case when place.id is not null then json_build_object(
             'by', coalesce(payer.name, ${leftStaff}), 'placeName', place.name, 'voucherNumber', r.voucher) end as paid_out,
           r.asked_by = ${`staff:${ctx.actor.kind === 'staff' ? ctx.actor.personId : 0}`} as asked_by_me,
           (select json_build_object('refunds', count(*), 'amountFen', sum(o.amount_fen)) from refund o
             where (o.community_id, o.return_id) = (r.community_id, r.return_id) and o.state = 'asked' and r.state = 'asked'
            having count(*) > 1) as together,
           coalesce((
             select json_agg(json_build_object('chargeId', c.id, 'feeItem', i.name, 'fromDate', c.from_date, 'toDate', c.to_date,
                                               'amountFen', x.amount_fen) order by c.due_date, c.id)
               from refund_part x
               join charge c on (c.community_id, c.id) = (x.community_id, x.charge_id)
               join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
              where (x.community_id, x.refund_id) = (r.community_id, r.id)), '[]') as parts
      from refund r
      left join payment p on (p.community_id, p.id) = (r.community_id, coalesce(r.payment_id,
             payment_of_transaction(r.community_id, r.transaction_id)))
      left join home_name home on (home.community_id, home.household_id) = (p.community_id, p.household_id)
      left join money_place place on (place.community_id, place.id) = (r.community_id, r.place_id)
      left join staff payer on (payer.community_id, payer.person_id) = (r.community_id, r.paid_by)
      left join staff asker on asker.community_id = r.community_id and r.asked_by = 'staff:' || asker.person_id
      left join staff checker on checker.community_id = r.community_id and r.checked_by = 'staff:' || checker.person_id
     where r.community_id = ${ctx.community}
       and (${states ?? null}::refund_state[] is null or r.state = any(${states ?? null}::refund_state[]))
       and (${before ?? null}::bigint is null or r.id < ${before ?? null})
       and (${id ?? null}::bigint is null or r.id = ${id ?? null})
     order by r.id desc limit ${pageSize + 1}`
  const refunds = found.slice(0, pageSize).map(({ askedByName, takenByNames, ...refund }) => ({
    ...refund,
    mayPayOut: !whyNotPayOut(ctx, { ...refund, askedBy: askedByName, takenBy: takenByNames }),
    askedAt: refund.askedAt?.toISOString() ?? '',
    checkedAt: refund.checkedAt?.toISOString() ?? null,
    paidAt: refund.paidAt?.toISOString() ?? null,
  }))
  return { refunds, more: found.length > pageSize }
}

/** More refunds than this no home has had. */
const ofHomeMost = 100

/** Refunds of a home, newest first, as its people see them: nothing of who decided, and none that was only asked about. */
export async function refundsOfHome({ tx, community }: Ctx, householdId: HouseholdId): Promise<HomeRefund[]> {
  const found = await tx.rows<
    Omit<HomeRefund, 'askedAt' | 'paidAt'> & { askedAt: Date; paidAt: Date | null }
  >`
    select r.id, a.id as attempt_id, p.id as payment_id, r.amount_fen, r.route, r.state, r.reason, r.received_by, r.asked_at, r.paid_at
      from refund r
      join payment p on (p.community_id, p.id) = (r.community_id, r.payment_id)
      left join payment_attempt a on (a.community_id, a.id) = (p.community_id, p.attempt_id)
     where (r.community_id, r.household_id) = (${community}, ${householdId})
       and r.state not in ('asked', 'declined', 'withdrawn')
     order by r.id desc limit ${ofHomeMost}`
  return found.map((refund) => ({
    ...refund,
    askedAt: refund.askedAt.toISOString(),
    paidAt: refund.paidAt?.toISOString() ?? null,
  }))
}
