import type { LineBooking } from '@anjiao/shared/contract/bank-statements'
import type { BankLineId, EntryId } from '@anjiao/shared/ids'
import { type Fen, negateFen, zeroFen } from '@anjiao/shared/money'
import { booksOf } from '../counter/index.ts'
import { type Line, post } from '../ledger/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { freeMovements } from './match-open-lines.ts'
import { mayBeBooked, type OpenLine } from './plan-matches.ts'
import { end, lockBookings, lockOpenLine, subjectOf } from './resolve-line.ts'
import type { StatementPlace } from './statement-place.ts'

/** The other side of a line: where our own money came from or went to, or what it cost. */
interface OtherSide {
  readonly account: 'wechat' | 'bank' | 'pos' | 'finance_cost'
  readonly place: string
}

/**
 * Books a line of a bank that is nobody's payment: our own money that a merchant account, a card company or another account of ours
 * pays out to it or takes in, what the card company keeps of it, or what the bank charges and pays as interest (财务费用). Once; on the
 * line's day, or the first open one. Refused as `not-found`, `bank-line-done`, `place-not-usable`, as `bad-input` for a fee where none
 * is kept, and as `bank-line-fits` while something is booked that it may be.
 */
export async function bookLine(ctx: Ctx, id: BankLineId, booking: LineBooking): Promise<void> {
  const { line, place } = await lockOpenLine(ctx, id)
  await lockBookings(ctx, place)
  if (mayBeBooked(line, await freeMovements(ctx, place.id))) throw new Refusal('bank-line-fits')
  const other = await otherSide(ctx, place, booking)
  const feeFen = feeOf(line, other, booking)
  const source = `bank-line:${id}:${(await bookingsOf(ctx, id)).length}`
  const dated = { businessDate: line.day, elseNextOpenDay: true, memo: line.remark } as const
  const entryId = await post(ctx, {
    ...dated,
    kind: booking.kind === 'cost' ? 'fee' : 'transfer',
    source,
    lines: [
      { ...booksOf(place), amountFen: line.amountFen },
      { ...other, amountFen: negateFen(line.amountFen) },
    ],
  })
  if (feeFen > 0)
    await post(ctx, { ...dated, kind: 'fee', source: `${source}:fee`, lines: keptBy(other, place, feeFen) })
  await end(ctx, id, { state: 'matched', movement: `entry:${entryId}` })
  await logAction(ctx, 'bank-line-booked', subjectOf(id), { ...booking, amountFen: line.amountFen })
}

const keptBy = (other: OtherSide, place: StatementPlace, feeFen: Fen): readonly Line[] => [
  { account: 'finance_cost', place: String(place.id), amountFen: feeFen },
  { ...other, amountFen: negateFen(feeFen) },
]

async function otherSide(ctx: Ctx, place: StatementPlace, booking: LineBooking): Promise<OtherSide> {
  const { tx, community } = ctx
  if (booking.kind === 'cost') return { account: 'finance_cost', place: String(place.id) }
  if (booking.kind === 'wechat') {
    const ours = await tx.maybe`
      select from merchant m join community c on c.company_id = m.company_id
       where c.id = ${community} and m.mchid = ${booking.mchid}`
    if (!ours) throw new Refusal('not-found')
    return { account: 'wechat', place: booking.mchid }
  }
  const other = await tx.maybe<StatementPlace>`
    select id, kind, name from money_place
     where (community_id, id) = (${community}, ${booking.placeId}) and kind in ('bank', 'pos') and id <> ${place.id}`
  if (!other) throw new Refusal('place-not-usable')
  return { account: other.kind, place: String(other.id) }
}

/** Only a card company keeps something of what it pays out; WeChat's fees are booked by its bill. */
function feeOf(line: OpenLine, other: OtherSide, booking: LineBooking): Fen {
  const feeFen = booking.kind === 'place' ? booking.feeFen : zeroFen
  if (feeFen > 0 && (other.account !== 'pos' || line.amountFen < 0))
    throw new Refusal('bad-input', { detail: '只有刷卡结算到账才填手续费' })
  return feeFen
}

/** The entries by which a line was booked, in their order, and whether each stands or was taken back. */
export const bookingsOf = (
  { tx, community }: Ctx,
  id: BankLineId,
): Promise<{ id: EntryId; stands: boolean }[]> =>
  tx.rows<{ id: EntryId; stands: boolean }>`
    select e.id,
           not exists (select from entry back
                        where (back.community_id, back.reverses_id, back.kind) = (e.community_id, e.id, 'reversal')) as stands
      from entry e
     where e.community_id = ${community} and e.source like ${`bank-line:${id}:%`} and e.kind <> 'reversal'
     order by e.id`
