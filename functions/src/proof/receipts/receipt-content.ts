import type { BusinessDate } from '@anjiao/shared/calendar'
import type { PaymentId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import type { MembershipRelation, PaymentMethod } from '@anjiao/shared/vocabulary'
import type { Ctx } from '../../platform/context.ts'

/** A part of a payment that went to a charge. */
export interface ReceiptLine {
  readonly feeItem: string
  readonly fromDate: BusinessDate
  readonly toDate: BusinessDate
  readonly amountFen: Fen
}

/** All that a receipt (收据) says, as it was when it was issued; nothing else goes into its paper. */
export interface ReceiptContent {
  readonly number: number
  /** Instants as ISO 8601 in UTC. */
  readonly issuedAt: string
  readonly company: string
  readonly community: string
  readonly building: string
  readonly roomName: string
  readonly ownerMasked: string
  /** Who paid at the counter; null: nobody said, or it was not there. */
  readonly payerMasked: string | null
  /** Who of the home paid with WeChat; null: nobody the system knows. */
  readonly paidBy: MembershipRelation | null
  readonly method: PaymentMethod
  readonly paidAt: string
  /** WeChat's number of the payment, the bank's, or the voucher's. */
  readonly externalId: string
  readonly amountFen: Fen
  /** 大写金额. */
  readonly amountCapitals: string
  readonly lines: readonly ReceiptLine[]
  /** What no charge needed and went to the advance (预存). */
  readonly toAdvanceFen: Fen
  /** The member of staff who took it; null: the system booked it. */
  readonly takenBy: string | null
  /** What the QR code leads to. */
  readonly verifyUrl: string
}

/** What the books know of a payment. */
export type BookedPayment = Omit<
  ReceiptContent,
  'number' | 'issuedAt' | 'paidAt' | 'amountCapitals' | 'verifyUrl'
> & { readonly paidAt: Date }

/** What a receipt of a payment would say now: taken from its entry in the books. Undefined when there is no such payment. */
export const bookedPayment = (
  { tx, community }: Ctx,
  paymentId: PaymentId,
): Promise<BookedPayment | undefined> =>
  tx.maybe<BookedPayment>`
    select y.name as company, m.name as community, b.name as building, home.room_name, home.owner_masked,
           masked_name(nullif(v.payer_name, '')) as payer_masked, payer.relation as paid_by, p.method, p.paid_at,
           coalesce(v.voucher_number, p.external_id) as external_id, p.amount_fen,
           coalesce((
             select json_agg(json_build_object('feeItem', i.name, 'fromDate', c.from_date, 'toDate', c.to_date,
                                               'amountFen', -g.amount_fen) order by c.due_date, c.id)
               from posting g
               join charge c on (c.community_id, c.id) = (g.community_id, g.charge_id)
               join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
              where (g.community_id, g.entry_id, g.account) = (p.community_id, p.entry_id, 'receivable')), '[]') as lines,
           (select coalesce(-sum(amount_fen), 0)::bigint from posting
             where (community_id, entry_id, account) = (p.community_id, p.entry_id, 'advance')) as to_advance_fen,
           s.name as taken_by
      from payment p
      join entry e on (e.community_id, e.id) = (p.community_id, p.entry_id)
      join household h on (h.community_id, h.id) = (p.community_id, p.household_id)
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
      join home_name home on (home.community_id, home.household_id) = (h.community_id, h.id)
      join community m on m.id = p.community_id
      join company y on y.id = m.company_id
      left join payment_attempt a on (a.community_id, a.id) = (p.community_id, p.attempt_id)
      left join membership payer on (payer.community_id, payer.household_id, payer.person_id) = (a.community_id, a.household_id, a.payer_id)
      left join counter_payment v on (v.community_id, v.payment_id) = (p.community_id, p.id)
      left join staff s on s.community_id = p.community_id
                       and (s.person_id = v.taken_by or (v.taken_by is null and e.posted_by = 'staff:' || s.person_id))
     where (p.community_id, p.id) = (${community}, ${paymentId})`
