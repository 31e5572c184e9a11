import { addDays, startOfDay } from '@anjiao/shared/calendar'
import type { ChargeId, EntryId, HouseholdId, NoticeId, PlanPolicyId } from '@anjiao/shared/ids'
import { fen, negateFen, plainYuan } from '@anjiao/shared/money'
import { cancelWithLateFees, post, reverse } from '../../../ledger/index.ts'
import type { GivenCommunity } from '../../../local/testing/given.ts'
import { type ModelCharge, type ModelHome, type ModelNotice, partOf, wasTold } from './segment-model.ts'

let made = 0

/** A charge of the model, with what was paid on it, what holds it, and whether it was cancelled. */
export async function buildCharge(
  given: GivenCommunity,
  householdId: HouseholdId,
  { item, dueAgo, hundreds, cancelled, held, payments }: ModelCharge,
): Promise<ChargeId> {
  const today = await given.inside((ctx) => Promise.resolve(ctx.today))
  const owes = plainYuan(fen(hundreds * 10_000))
  const chargeId = await given.charge(householdId, { owes, item, due: addDays(today, -dueAgo) })
  await given.inside(async (ctx) => {
    const { tx, community } = ctx
    const taken: EntryId[] = []
    for (const [nth, { ago, reversed }] of payments.entries()) {
      const entryId = await post(ctx, {
        kind: 'payment',
        source: `test-model:${++made}`,
        businessDate: addDays(today, -ago),
        lines: [
          { account: 'cash', place: 'till', amountFen: partOf(hundreds, nth) },
          { account: 'receivable', chargeId, amountFen: negateFen(partOf(hundreds, nth)) },
        ],
      })
      if (reversed) taken.push(entryId)
    }
    for (const entryId of taken) await reverse(ctx, entryId, '退款')
    if (held)
      await tx.run`
        insert into charge_hold (community_id, household_id, charge_id, matter, subject_id, granted, from_date, to_date)
        values (${community}, ${householdId}, ${chargeId}, 'dispute', ${chargeId}, false, ${addDays(today, -held.from)},
                ${held.to === null ? null : addDays(today, -held.to)})`
    if (cancelled) await cancelWithLateFees(ctx, chargeId, { memo: '出错了' })
  })
  return chargeId
}

/** A notice of the model, and how far its message came. */
export async function buildNotice(
  given: GivenCommunity,
  householdId: HouseholdId,
  { kind, state, gatedAgo, takenAgo, opened }: ModelNotice,
): Promise<void> {
  await given.inside(async ({ tx, community, today, now }) => {
    const at = (daysAgo: number) => startOfDay(addDays(today, -daysAgo))
    const told = wasTold(state) ? at(gatedAgo) : null
    const { id } = await tx.one<{ id: NoticeId }>`
      insert into notice (community_id, household_id, kind, key, rule, channels, made_at, not_after, words, told_at, opened_at)
      values (${community}, ${householdId}, ${kind}::notice_kind, ${`test-model:${++made}`}, 'due_in_7', '{letter}', ${now}, ${now},
              ${told && '{}'}::jsonb, ${told}, ${opened ? told : null})
      returning id`
    const isTaken = state === 'sent' || state === 'delivered' || state === 'unknown'
    await tx.run`
      insert into delivery (community_id, notice_id, household_id, channel, state, send_after, gated_at, why, leased_until, sent_at)
      values (${community}, ${id}, ${householdId}, 'letter', ${state}::delivery_state, ${now},
              ${state === 'waiting' ? null : at(gatedAgo)}, ${state === 'left_out' || state === 'unreachable' ? 'nobody' : null},
              ${state === 'sending' ? 'infinity' : null}, ${isTaken ? at(takenAgo) : null})`
  })
}

/** A plan of the model. */
export async function buildPlan(
  given: GivenCommunity,
  householdId: HouseholdId,
  policyId: PlanPolicyId,
  plan: Exclude<ModelHome['plan'], 'none'>,
): Promise<void> {
  const state = { offered: 'offered', signed: 'kept', broken: 'broken' } as const
  await given.inside(
    ({ tx, community, today, now }) => tx.run`
      with made as (
        insert into plan (community_id, household_id, policy_id, state, debt_fen, instalments, every_months, day_of_month, first_due,
                          late_fee, made_at, made_by, open_until, signed_on)
        values (${community}, ${householdId}, ${policyId}, ${state[plan]}::plan_state, 100, 2, 1, 5, ${today}, 'held', ${now}, 'system:test',
                ${plan === 'offered' ? today : null}, ${plan === 'offered' ? null : today})
        returning id
      )
      insert into plan_event (community_id, plan_id, event, to_state, on_date, at, by)
      select ${community}, id, 'break', 'broken', ${today}, ${now}, 'system:test' from made where ${plan === 'broken'}`,
  )
}
