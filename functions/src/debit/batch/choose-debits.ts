import type { BusinessDate } from '@anjiao/shared/calendar'
import type { DebitCandidate } from '@anjiao/shared/contract/debit-batches'
import { debitLinesMost } from '@anjiao/shared/debit-life'
import type { ChargeId, DebitBatchId, DebitMandateId, HouseholdId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import { dueInstalments } from '../../plans/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { mayWePress } from '../../standing/index.ts'
import { type DebitDecision, type DebitFacts, decideDebit } from './decide-debit.ts'

export interface ChosenDebit extends Omit<DebitCandidate, 'amountFen' | 'why'>, DebitDecision {
  readonly mandateId: DebitMandateId
}

interface Which {
  readonly debitOn: BusinessDate
  /** Some homes only, as their lines in this batch say; their own lines do not keep them out. */
  readonly again?: { readonly batchId: DebitBatchId; readonly households: readonly HouseholdId[] }
}

/**
 * Decides about every home with a mandate, from the books, holds and payments under way as they are in this transaction. More
 * than go into one batch are not chosen now. Whoever keeps the answer has the homes locked.
 */
export async function chooseDebits(ctx: Ctx, { debitOn, again }: Which): Promise<ChosenDebit[]> {
  const mandates = await liveMandates(ctx, again)
  const charges = await chargesOf(ctx, debitOn, mandates)
  const instalments = Map.groupBy(
    await dueInstalments(
      ctx,
      mandates.map(({ householdId }) => householdId),
      debitOn,
    ),
    ({ householdId }) => householdId,
  )
  return mandates.map(({ limitFen, isOwners, inBatch, ...home }) => ({
    ...home,
    ...decideDebit({
      limitFen,
      isOwners,
      inBatch,
      charges: charges.get(home.householdId) ?? [],
      instalments: instalments.get(home.householdId) ?? [],
    }),
  }))
}

type LiveMandate = Omit<ChosenDebit, keyof DebitDecision> &
  Pick<DebitFacts, 'limitFen' | 'isOwners' | 'inBatch'>

/** In the order of a walk through the house, those who were debited longest ago first when there are more than one batch takes. */
function liveMandates({ tx, community, today }: Ctx, again: Which['again']): Promise<LiveMandate[]> {
  return tx.rows<LiveMandate>`
    select m.id as mandate_id, m.household_id, home.room_name, home.owner_masked, m.bank_name, m.last_digits, m.limit_fen,
           coalesce(h.to_date >= ${today}, true) and exists (
             select from membership s
              where (s.community_id, s.household_id, s.person_id) = (m.community_id, m.household_id, m.given_by)
                and s.relation = 'owner') as is_owners,
           exists (select from debit_line l
                    where (l.community_id, l.household_id) = (m.community_id, m.household_id) and l.state in ('chosen', 'sent')
                      and l.batch_id is distinct from ${again?.batchId ?? null}) as in_batch
      from debit_mandate m
      join household h on (h.community_id, h.id) = (m.community_id, m.household_id)
      join home_name home on (home.community_id, home.household_id) = (m.community_id, m.household_id)
     where m.community_id = ${community} and m.withdrawn_at is null
       and (${again === undefined} or m.household_id = any(${again?.households ?? []}::bigint[]))
     order by (select max(batch_id) from debit_line l
                where (l.community_id, l.household_id) = (m.community_id, m.household_id) and l.state <> 'left_out') nulls first,
              home.room_name, m.household_id
     limit ${debitLinesMost}`
}

interface StoredCharge {
  readonly householdId: HouseholdId
  readonly id: ChargeId
  readonly openFen: Fen
  readonly isDue: boolean
}

async function chargesOf(
  ctx: Ctx,
  debitOn: BusinessDate,
  mandates: readonly LiveMandate[],
): Promise<ReadonlyMap<HouseholdId, DebitFacts['charges']>> {
  const stored = await ctx.tx.rows<StoredCharge>`
    select c.household_id, c.id, c.amount_fen - c.settled_fen as open_fen, c.due_date <= ${debitOn} as is_due
      from debit_mandate m
      join debit_mandate_fee f on (f.community_id, f.mandate_id) = (m.community_id, m.id)
      join fee_item i on (i.community_id, i.id) = (f.community_id, f.fee_item_id) and i.kind = 'service'
      join charge c on (c.community_id, c.household_id, c.fee_item_id) = (m.community_id, m.household_id, f.fee_item_id)
                   and c.origin <> 'late_fee' and c.settled_fen < c.amount_fen and c.cancelled_by is null
     where m.community_id = ${ctx.community} and m.id = any(${mandates.map(({ mandateId }) => mandateId)}::bigint[])
     order by c.due_date, c.id`
  const whys = await mayWePress(
    ctx,
    stored.map(({ id }) => id),
  )
  const whyOf = new Map(whys.map(({ chargeId, why }) => [chargeId, why]))
  return Map.groupBy(
    stored.map((charge) => ({ ...charge, why: whyOf.get(charge.id) ?? null })),
    ({ householdId }) => householdId,
  )
}
