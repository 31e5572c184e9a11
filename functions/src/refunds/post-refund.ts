import type { BusinessDate } from '@anjiao/shared/calendar'
import type { HouseholdId } from '@anjiao/shared/ids'
import { addFen, type Fen, minFen, negateFen, subtractFen, zeroFen } from '@anjiao/shared/money'
import { type Line, type MoneyAccount, post } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import { addJob } from '../platform/jobs.ts'
import { Refusal } from '../platform/refusal.ts'
import { fromAdvance, type RefundOfHome, type RefundPart, type StoredRefund } from './stored-refund.ts'

type OfHome = Pick<RefundOfHome, 'id' | 'amountFen' | 'reason' | 'parts' | 'householdId'>

/** Charges open again, the advance falls, and we owe the payer the sum: nobody can use it twice while it is on its way. */
export const postOwed = (ctx: Ctx, refund: OfHome): Promise<void> =>
  openAgain(ctx, refund, 'owed', { account: 'refund_payable', amountFen: negateFen(refund.amountFen) })

/** Charges open again, and the home has paid the sum ahead instead. */
export const postToAdvance = (ctx: Ctx, refund: OfHome): Promise<void> =>
  openAgain(ctx, refund, 'moved', {
    account: 'advance',
    householdId: refund.householdId,
    amountFen: negateFen(refund.amountFen),
  })

/** What left without us is explained: these charges are open again, and that much of the advance is gone. */
export const postExplained = (ctx: Ctx, refund: OfHome): Promise<void> =>
  openAgain(ctx, refund, 'explained', { account: 'suspense', amountFen: negateFen(refund.amountFen) })

async function openAgain(ctx: Ctx, refund: OfHome, step: string, against: Line): Promise<void> {
  const { id, householdId, parts, reason } = refund
  const posting = post(ctx, {
    kind: 'refund',
    source: `refund:${id}:${step}`,
    businessDate: ctx.today,
    memo: reason,
    lines: [
      ...parts.map((part): Line => ({ account: 'receivable', ...part })),
      { account: 'advance', householdId, amountFen: fromAdvance(refund) },
      against,
    ],
  })
  await posting.catch((error: unknown) => {
    throw spentSince.has(brokenConstraint(error) ?? '') ? new Refusal('refund-spent-since') : error
  })
  await addJob(ctx, 'home-settled', { communityId: ctx.community, householdId })
}

const spentSince: ReadonlySet<string> = new Set([
  'household_advance_fen_check',
  'charge_settled_within_amount',
  'charge_cancelled_stays_settled',
])

/** Where the money leaves, and when. */
export interface Leaving {
  readonly from: { readonly account: MoneyAccount; readonly place: string }
  readonly on: BusinessDate
}

/** What we owed is paid: it leaves the merchant, the till or the bank. */
export async function postPaid(
  ctx: Ctx,
  { id, amountFen }: StoredRefund,
  { from, on }: Leaving,
): Promise<void> {
  await post(ctx, {
    kind: 'refund_paid',
    source: `refund:${id}:paid`,
    businessDate: on,
    elseNextOpenDay: true,
    lines: [
      { account: 'refund_payable', amountFen },
      { ...from, amountFen: negateFen(amountFen) },
    ],
  })
}

/** Money left the merchant without us. What it was for somebody will say. */
export async function postFound(
  ctx: Ctx,
  { id, amountFen }: Pick<StoredRefund, 'id' | 'amountFen'>,
  { from, on }: Leaving,
): Promise<void> {
  await post(ctx, {
    kind: 'suspense',
    source: `refund:${id}:found`,
    businessDate: on,
    elseNextOpenDay: true,
    lines: [
      { account: 'suspense', amountFen },
      { ...from, amountFen: negateFen(amountFen) },
    ],
  })
}

/**
 * WeChat gave nothing back: what we owed settles the charges again, as far as they are open still, and the rest is the
 * home's advance. The home is locked.
 */
export async function postGivenBack(ctx: Ctx, refund: OfHome): Promise<void> {
  const { id, amountFen, householdId } = refund
  const settled = await openOf(ctx, refund.parts)
  const settledFen = settled.reduce((sum, part) => addFen(sum, part.amountFen), zeroFen)
  await post(ctx, {
    kind: 'refund',
    source: `refund:${id}:back`,
    businessDate: ctx.today,
    memo: '退款未成功',
    lines: [
      { account: 'refund_payable', amountFen },
      ...settled.map(
        (part): Line => ({
          account: 'receivable',
          chargeId: part.chargeId,
          amountFen: negateFen(part.amountFen),
        }),
      ),
      advanceLine(householdId, subtractFen(amountFen, settledFen)),
    ],
  })
  await addJob(ctx, 'home-settled', { communityId: ctx.community, householdId })
}

const advanceLine = (householdId: HouseholdId, restFen: Fen): Line => ({
  account: 'advance',
  householdId,
  amountFen: negateFen(restFen),
})

/** What of some parts is open, locked, by id. */
async function openOf({ tx, community }: Ctx, parts: readonly RefundPart[]): Promise<RefundPart[]> {
  const open = await tx.rows<{ id: RefundPart['chargeId']; openFen: Fen }>`
    select id, amount_fen - settled_fen as open_fen from charge
     where community_id = ${community} and id = any(${parts.map(({ chargeId }) => chargeId)}) and cancelled_by is null
       and settled_fen < amount_fen order by id for update`
  const partOf = new Map(parts.map(({ chargeId, amountFen }) => [chargeId, amountFen]))
  return open.map(({ id, openFen }) => ({
    chargeId: id,
    amountFen: minFen(openFen, partOf.get(id) ?? zeroFen),
  }))
}
