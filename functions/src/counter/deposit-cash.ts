import { formatDate } from '@anjiao/shared/calendar'
import type { MoneyPlaceId, PersonId } from '@anjiao/shared/ids'
import { addFen, type Fen, formatYuan, negateFen, subtractFen } from '@anjiao/shared/money'
import { holdsAnyOf } from '../identity/index.ts'
import { post } from '../ledger/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { lockTill, type Till } from './lock-till.ts'
import { booksOf, usablePlace } from './places.ts'
import { tillStanding } from './till-standing.ts'

export interface CashMove {
  readonly tillId: MoneyPlaceId
  readonly bankId: MoneyPlaceId
  readonly amountFen: Fen
  /** 缴款单号 or 取款单号: the bank's. */
  readonly slipNumber: string
  readonly movedBy: PersonId
  readonly intentKey: string
}

/**
 * 缴存现金. Cash of a till goes to the bank, by its holder or finance. Answers what is left in the till by the books. Refused as
 * `not-found`, `not-your-till`, `place-not-usable`, `till-short`, `voucher-used` when the slip was booked before, and
 * `idempotency-key-reused`.
 */
export async function depositCash(ctx: Ctx, move: CashMove): Promise<{ tillFen: Fen }> {
  const till = await lockTill(ctx, move.tillId)
  if (till.holderId !== move.movedBy && !isFinance(ctx)) throw new Refusal('not-your-till')
  const { heldFen } = await tillStanding(ctx, till.id)
  if (await movedBefore(ctx, move, till.id)) return { tillFen: heldFen }
  if (move.amountFen > heldFen) throw new Refusal('till-short', { yuan: formatYuan(heldFen) })
  await moveCash(ctx, move, till, 'deposit')
  return { tillFen: subtractFen(heldFen, move.amountFen) }
}

/** 备用金. Cash from the bank goes into a till. Refused as `depositCash` is. */
export async function bringFloat(ctx: Ctx, move: CashMove): Promise<{ tillFen: Fen }> {
  const till = await lockTill(ctx, move.tillId)
  if (!till.inUse) throw new Refusal('place-not-usable')
  const { heldFen } = await tillStanding(ctx, till.id)
  if (await movedBefore(ctx, move, move.bankId)) return { tillFen: heldFen }
  await moveCash(ctx, move, till, 'float')
  return { tillFen: addFen(heldFen, move.amountFen) }
}

const isFinance = ({ actor }: Ctx) => actor.kind === 'staff' && holdsAnyOf(actor.roles, ['finance'])

async function movedBefore({ tx, community }: Ctx, move: CashMove, from: MoneyPlaceId): Promise<boolean> {
  const before = await tx.maybe<{ same: boolean }>`
    select amount_fen = ${move.amountFen} and slip_number = ${move.slipNumber} and from_place_id = ${from}
           and ${move.bankId}::bigint in (from_place_id, to_place_id) and ${move.tillId}::bigint in (from_place_id, to_place_id) as same
      from cash_move where (community_id, moved_by, intent_key) = (${community}, ${move.movedBy}, ${move.intentKey})`
  if (before && !before.same) throw new Refusal('idempotency-key-reused')
  return before !== undefined
}

async function moveCash(ctx: Ctx, move: CashMove, till: Till, way: 'deposit' | 'float'): Promise<void> {
  const { amountFen, slipNumber } = move
  const bank = await usablePlace(ctx, 'bank', move.bankId)
  const [from, to] = way === 'deposit' ? [till, bank] : [bank, till]
  const entryId = await post(ctx, {
    kind: 'transfer',
    source: `${way}:${bank.id}:${slipNumber}`,
    businessDate: ctx.today,
    lines: [
      { ...booksOf(to), amountFen },
      { ...booksOf(from), amountFen: negateFen(amountFen) },
    ],
  }).catch((error: unknown) => {
    throw brokenConstraint(error) === 'entry_posts_a_source_once'
      ? new Refusal('voucher-used', { number: slipNumber, day: formatDate(ctx.today) })
      : error
  })
  await ctx.tx.run`
    insert into cash_move (community_id, from_place_id, to_place_id, amount_fen, slip_number, moved_by, moved_at, intent_key, entry_id)
    values (${ctx.community}, ${from.id}, ${to.id}, ${amountFen}, ${slipNumber}, ${move.movedBy}, ${ctx.now}, ${move.intentKey}, ${entryId})`
  await logAction(ctx, `cash-${way}`, `money place ${till.id}`, { amountFen, bankId: bank.id, slipNumber })
}
