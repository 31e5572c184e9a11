import type { DebitLeftOut } from '@anjiao/shared/debit-life'
import type { ChargeId, DebitMandateId, HouseholdId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import type { Ctx } from '../../platform/context.ts'
import { stopDebitNotices, whenTold } from '../../reminders/index.ts'
import { type ChosenDebit, chooseDebits } from './choose-debits.ts'
import type { LockedBatch } from './lock-batch.ts'
import { lockHomes } from './lock-homes.ts'
import { noticeKey } from './notice-key.ts'

interface WaitingLine {
  readonly no: number
  readonly householdId: HouseholdId
  readonly mandateId: DebitMandateId
  readonly amountFen: Fen
  readonly chargeIds: ChargeId[]
}

/**
 * Asks once more, at the last second, of each home that is to be debited, with all of them locked: who has paid, withdrawn, disputed
 * or is paying, owes another sum than they were told, or was not told in time, is left out with the reason. Answers how many
 * are left to be debited.
 */
export async function leaveOutChanged(ctx: Ctx, batch: LockedBatch): Promise<number> {
  const before = await waitingLines(ctx, batch)
  await lockHomes(
    ctx,
    before.map(({ householdId }) => householdId),
  )
  // Who withdrew while this waited for the homes is no longer among them.
  const lines = await waitingLines(ctx, batch)
  const households = lines.map(({ householdId }) => householdId)
  const now = await chooseDebits(ctx, { debitOn: batch.debitOn, again: { batchId: batch.id, households } })
  const nowOf = new Map(now.map((each) => [each.householdId, each]))
  const told = await whenTold(ctx, noticeKey(batch.id))
  const out = lines.flatMap((line) => {
    const why = whyOut(line, nowOf.get(line.householdId), {
      told: told.get(line.householdId),
      by: batch.tellBy,
    })
    return why ? [{ no: line.no, householdId: line.householdId, why }] : []
  })
  await leaveOut(ctx, batch, out)
  return lines.length - out.length
}

interface Told {
  readonly told: Date | undefined
  readonly by: Date
}

function whyOut(line: WaitingLine, now: ChosenDebit | undefined, { told, by }: Told): DebitLeftOut | null {
  // A mandate that was withdrawn and given anew is another one.
  if (!now || now.mandateId !== line.mandateId) return 'withdrawn'
  if (now.why) return now.why
  if (now.amountFen !== line.amountFen || !sameCharges(now.chargeIds, line.chargeIds)) return 'changed'
  return told && told <= by ? null : 'not_told'
}

const sameCharges = (a: readonly ChargeId[], b: readonly ChargeId[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

function waitingLines({ tx, community }: Ctx, { id }: LockedBatch): Promise<WaitingLine[]> {
  return tx.rows<WaitingLine>`
    select l.no, l.household_id, l.mandate_id, l.amount_fen,
           array(select charge_id from debit_line_charge c
                  where (c.community_id, c.batch_id, c.no) = (l.community_id, l.batch_id, l.no)) as charge_ids
      from debit_line l
     where (l.community_id, l.batch_id) = (${community}, ${id}) and l.state = 'chosen'
     order by l.no`
}

/** Whether some home of a batch has not been told yet. */
export async function waitsForNotices(ctx: Ctx, batch: LockedBatch): Promise<boolean> {
  const told = await whenTold(ctx, noticeKey(batch.id))
  return (await waitingLines(ctx, batch)).some(({ householdId }) => !told.has(householdId))
}

/** Takes lines out of a batch; who was not told yet is not told any more. The homes are locked. */
export async function leaveOut(
  ctx: Ctx,
  { id }: Pick<LockedBatch, 'id'>,
  out: readonly { readonly no: number; readonly householdId: HouseholdId; readonly why: DebitLeftOut }[],
): Promise<void> {
  if (out.length === 0) return
  await ctx.tx.run`
    update debit_line l set state = 'left_out', why = gone.why::debit_left_out
      from unnest(${out.map(({ no }) => no)}::integer[], ${out.map(({ why }) => why)}::text[]) as gone (no, why)
     where (l.community_id, l.batch_id, l.no) = (${ctx.community}, ${id}, gone.no) and l.state = 'chosen'`
  await stopDebitNotices(
    ctx,
    noticeKey(id),
    out.map(({ householdId }) => householdId),
  )
}
