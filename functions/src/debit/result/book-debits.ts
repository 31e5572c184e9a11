import type { ChargeId, CommunityId, DebitBatchId, HouseholdId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import { lockHome } from '../../community/index.ts'
import { booksOf } from '../../counter/index.ts'
import { bookPayment } from '../../payments/index.ts'
import { type Ctx, inCommunity, type World } from '../../platform/context.ts'
import { windowOpens } from '../batch/debit-window.ts'
import type { LockedBatch } from '../batch/lock-batch.ts'

const actor = { kind: 'system', task: 'debit-book' } as const

/**
 * Books what a bank has debited, each line once, in a transaction of its own: called again, or by two at once, it books nothing
 * twice. What its charges do not need, for the home has paid meanwhile, becomes the home's advance.
 */
export async function bookDebits(world: World, community: CommunityId, batchId: DebitBatchId): Promise<void> {
  const lines = await inCommunity(
    world,
    community,
    actor,
    ({ tx }) => tx.rows<{ no: number; householdId: HouseholdId }>`
      select no, household_id from debit_line
       where (community_id, batch_id) = (${community}, ${batchId}) and state = 'succeeded' and payment_id is null
       order by no`,
  )
  for (const { no, householdId } of lines) {
    await inCommunity(world, community, actor, async (ctx) => {
      await lockHome(ctx, householdId)
      await bookLine(ctx, batchId, no)
    })
  }
}

interface Line extends Pick<LockedBatch, 'number' | 'debitOn' | 'fromHour' | 'placeId'> {
  readonly householdId: HouseholdId
  readonly amountFen: Fen
  readonly chargeIds: ChargeId[]
  readonly lateFeeAgreed: boolean
}

async function bookLine(ctx: Ctx, batchId: DebitBatchId, no: number): Promise<void> {
  const line = await ctx.tx.maybe<Line>`
    select b.number, b.debit_on, b.from_hour, b.place_id, l.household_id, l.amount_fen,
           array(select charge_id from debit_line_charge c
                  where (c.community_id, c.batch_id, c.no) = (l.community_id, l.batch_id, l.no)) as charge_ids,
           exists (select from service_contract s
                    where s.community_id = l.community_id and s.late_fee_clause is not null) as late_fee_agreed
      from debit_line l join debit_batch b on (b.community_id, b.id) = (l.community_id, l.batch_id)
     where (l.community_id, l.batch_id, l.no) = (${ctx.community}, ${batchId}, ${no})
       and l.state = 'succeeded' and l.payment_id is null`
  if (!line) return
  const paymentId = await bookPayment(ctx, {
    method: 'bank_debit',
    externalId: `${line.number}-${no}`,
    householdId: line.householdId,
    amountFen: line.amountFen,
    picked: line.chargeIds,
    paidAt: windowOpens(line),
    into: booksOf({ kind: 'bank', id: line.placeId }),
    lateFeeAgreed: line.lateFeeAgreed,
  })
  await ctx.tx.run`
    update debit_line set payment_id = ${paymentId}
     where (community_id, batch_id, no) = (${ctx.community}, ${batchId}, ${no})`
}
