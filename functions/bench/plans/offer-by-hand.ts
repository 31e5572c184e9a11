import { connected } from '../harness/connected.ts'
import type { BenchDatabase } from '../harness/server.ts'

/** The same plans by one who knows the day, the number of instalments and that nobody is to be left out. */
const plans = `
  with owed as (
    select household_id, sum(amount_fen - settled_fen)::bigint as debt_fen
      from charge
     where community_id = 1 and settled_fen < amount_fen and cancelled_by is null and due_date < '2026-11-23'
     group by household_id
  ), offered as (
    insert into plan (community_id, household_id, policy_id, state, debt_fen, down_fen, instalments, every_months,
                      day_of_month, first_due, late_fee, answer, made_at, made_by, open_until, check_on)
    select 1, household_id, 1, 'offered', debt_fen, 0, 12, 1, 5, '2026-12-05', 'held', $1, $2::timestamptz,
           'system:by-hand', '2026-12-03', '2026-12-04'
      from owed
    returning id, household_id, debt_fen, instalments
  ), charges as (
    insert into plan_charge (community_id, plan_id, charge_id, amount_fen)
    select 1, o.id, c.id, c.amount_fen - c.settled_fen
      from offered o join charge c on (c.community_id, c.household_id) = (1, o.household_id)
     where c.settled_fen < c.amount_fen and c.cancelled_by is null and c.due_date < '2026-11-23'
  ), parts as (
    insert into instalment (community_id, plan_id, no, due_date, amount_fen)
    select 1, id, no, date '2026-12-05' + make_interval(months => no - 1), debt_fen / 12 + (no <= debt_fen % 12)::integer
      -- By a column, so that the planner splits plan after plan and not all plans twelve times over.
      from offered, generate_series(1, instalments) as no
  ), begun as (
    insert into plan_event (community_id, plan_id, event, to_state, on_date, at, by)
    select 1, id, 'offer', 'offered', '2026-11-23', $2, 'system:by-hand' from offered
  )
  insert into domain_event (community_id, kind, key, household_id, payload, occurred_at)
  select 1, 'plan-offered', 'plan-offered:' || id, household_id, jsonb_build_object('planId', id), $2 from offered`

/** The floor: one INSERT … SELECT … generate_series of the same rows, in one transaction, with the same role and walls. */
export const offerByHand = ({ appUrl }: BenchDatabase, message: string, at: Date): Promise<void> =>
  connected(appUrl, 1, async ([client]) => {
    await client?.query(`begin; select set_config('app.community', '1', true)`)
    await client?.query(plans, [message, at])
    await client?.query('commit')
  })
