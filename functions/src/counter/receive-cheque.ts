import { businessDateAt, formatDate } from '@anjiao/shared/calendar'
import type { Cheque, NewCheque } from '@anjiao/shared/contract/counter'
import type { ChequeId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { lockHome } from '../community/index.ts'
import { chooseAmount, storedChoice } from '../payments/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { shownCheque } from './cheques.ts'
import { refuseUnseen } from './take-payment.ts'

export interface ReceivedCheque extends NewCheque {
  readonly householdId: HouseholdId
  readonly receivedBy: PersonId
  readonly intentKey: string
}

/**
 * 收支票. Written down, and nothing more: it is money once the bank has paid it (票据法 81), until then what it is for stays open.
 * Refused as `not-found`, `voucher-used` when the same number waits already, `amount-changed`, `idempotency-key-reused`, and
 * as `chooseAmount` is.
 */
export async function receiveCheque(ctx: Ctx, received: ReceivedCheque): Promise<Cheque> {
  const { householdId, receivedBy, intentKey, choice } = received
  await lockHome(ctx, householdId)
  const asked = JSON.stringify({ ...received, choice: storedChoice(choice) })
  const before = await ctx.tx.maybe<{ id: ChequeId; same: boolean }>`
    select id, asked = ${asked}::jsonb as same from cheque
     where (community_id, received_by, intent_key) = (${ctx.community}, ${receivedBy}, ${intentKey})`
  if (before && !before.same) throw new Refusal('idempotency-key-reused')
  if (before) return shownCheque(ctx, before.id)

  const number = received.number.trim().toUpperCase()
  const { chargeIds, amountFen } = await chooseAmount(ctx, householdId, choice, ctx.today)
  refuseUnseen(amountFen, received.seenFen)
  const { id } = await ctx.tx.one<{ id: ChequeId }>`
    with received as (
      insert into cheque (community_id, household_id, number, amount_fen, payer_name, received_by, received_at, received_on,
                          intent_key, asked)
      values (${ctx.community}, ${householdId}, ${number}, ${amountFen}, ${received.payerName.trim()}, ${receivedBy},
              ${ctx.now}, ${ctx.today}, ${intentKey}, ${asked}::jsonb)
      returning id
    ), picked as (
      insert into cheque_charge (community_id, cheque_id, charge_id)
      select ${ctx.community}, received.id, charge_id from received, unnest(${chargeIds}::bigint[]) as charge_id
    )
    select id from received`.catch((error: unknown) => {
    throw brokenConstraint(error) === 'cheque_waits_once'
      ? new Refusal('voucher-used', { number, day: formatDate(businessDateAt(ctx.now)) })
      : error
  })
  await logAction(ctx, 'cheque-received', `cheque ${id}`, { amountFen, number })
  return shownCheque(ctx, id)
}
