import type { NewDebitBatch } from '@anjiao/shared/contract/debit-batches'
import type { DebitBatchId, PersonId } from '@anjiao/shared/ids'
import { formatYuan, sumFen } from '@anjiao/shared/money'
import { usablePlace } from '../../counter/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { debitNoticesAreOn, tellOfDebits } from '../../reminders/index.ts'
import { refuseUnusable } from '../layout/layouts.ts'
import { type ChosenDebit, chooseDebits } from './choose-debits.ts'
import { refuseWindow, tellBy } from './debit-window.ts'
import { lockHomes } from './lock-homes.ts'
import { noticeKey } from './notice-key.ts'

/**
 * Makes a batch of the homes that are to be debited on a day, and has each of them told. Nobody is debited by it yet: another
 * person lets it go. Refused as `debit-window`, `debit-too-soon`, `debit-notices-off`, `place-not-usable`,
 * `debit-layout-not-usable`, `debit-chooses-nobody`, and `debit-list-changed` when the list is not the one that was seen.
 */
export async function makeBatch(ctx: Ctx, madeBy: PersonId, wanted: NewDebitBatch): Promise<DebitBatchId> {
  refuseWindow(wanted, ctx.now)
  if (!(await debitNoticesAreOn(ctx))) throw new Refusal('debit-notices-off')
  await usablePlace(ctx, 'bank', wanted.placeId)
  await refuseUnusable(ctx, wanted.fileLayoutId, 'out')
  await refuseUnusable(ctx, wanted.resultLayoutId, 'result')
  const chosen = await lockedChoice(ctx, wanted)
  const id = await store(ctx, madeBy, wanted, chosen)
  await tellOfDebits(ctx, noticeKey(id), {
    tellBy: tellBy(wanted),
    debits: chosen.map(({ householdId, chargeIds, amountFen, lastDigits }) => ({
      householdId,
      chargeIds,
      amountFen,
      lastDigits,
      debitOn: wanted.debitOn,
      fromHour: wanted.fromHour,
      toHour: wanted.toHour,
    })),
  })
  await logAction(ctx, 'debit-batch-made', `debit batch ${id}`, {
    debitOn: wanted.debitOn,
    homes: chosen.length,
    amountFen: sumFen(chosen.map(({ amountFen }) => amountFen)),
  })
  return id
}

/** Decided once to know which homes to lock, and again as they stand then. */
async function lockedChoice(ctx: Ctx, wanted: NewDebitBatch): Promise<ChosenDebit[]> {
  const before = await chooseDebits(ctx, wanted)
  await lockHomes(
    ctx,
    before.filter(({ why }) => why === null).map(({ householdId }) => householdId),
  )
  const locked = new Set(before.filter(({ why }) => why === null).map(({ householdId }) => householdId))
  const chosen = (await chooseDebits(ctx, wanted)).filter(
    ({ why, householdId }) => why === null && locked.has(householdId),
  )
  if (chosen.length === 0) throw new Refusal('debit-chooses-nobody')
  const sum = sumFen(chosen.map(({ amountFen }) => amountFen))
  if (chosen.length !== wanted.seenCount || sum !== wanted.seenFen)
    throw new Refusal('debit-list-changed', { count: chosen.length, yuan: formatYuan(sum) })
  return chosen
}

async function store(
  { tx, community, now }: Ctx,
  madeBy: PersonId,
  { debitOn, fromHour, toHour, placeId, fileLayoutId, resultLayoutId }: NewDebitBatch,
  chosen: readonly ChosenDebit[],
): Promise<DebitBatchId> {
  const { id } = await tx.one<{ id: DebitBatchId }>`
    insert into debit_batch (community_id, debit_on, from_hour, to_hour, tell_by, place_id, file_layout_id, result_layout_id, made_at,
                             made_by)
    values (${community}, ${debitOn}, ${fromHour}, ${toHour}, ${tellBy({ debitOn, fromHour })}, ${placeId}, ${fileLayoutId},
            ${resultLayoutId}, ${now}, ${madeBy})
    returning id`
  const lines = chosen.map(({ householdId, mandateId, amountFen, chargeIds }, at) => ({
    no: at + 1,
    householdId,
    mandateId,
    amountFen,
    chargeIds,
  }))
  await tx.run`
    insert into debit_line (community_id, batch_id, no, household_id, mandate_id, amount_fen)
    select ${community}, ${id}, l.no, l."householdId", l."mandateId", l."amountFen"
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
           as l (no integer, "householdId" bigint, "mandateId" bigint, "amountFen" bigint)`
  await tx.run`
    insert into debit_line_charge (community_id, batch_id, no, charge_id)
    select ${community}, ${id}, l.no, charge::bigint
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (no integer, "chargeIds" jsonb),
           jsonb_array_elements_text(l."chargeIds") as charge`
  return id
}
