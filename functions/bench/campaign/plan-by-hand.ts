import { connected } from '../harness/connected.ts'
import type { BenchDatabase } from '../harness/server.ts'

/** The same rows by one who knows that every home owes and nothing holds. */
const plan = `
  with home as (
    insert into campaign_home (community_id, campaign_id, household_id, held_out, charge_ids, open_fen)
    select 1, 1, household_id, false, array_agg(id order by id), sum(amount_fen - settled_fen)::bigint
      from charge
     where community_id = 1 and settled_fen < amount_fen and cancelled_by is null and due_date < '2026-11-23'
     group by household_id
    returning household_id, charge_ids
  ), noticed as (
    insert into notice (community_id, household_id, kind, key, campaign_id, charge_ids, subject, channels, made_at, not_after)
    select 1, household_id, 'reminder', 'campaign:1', 1, charge_ids, '{"about": "charges", "beforeDue": false}',
           '{subscription}', $1::timestamptz, $1::timestamptz + interval '7 days'
      from home order by household_id
    returning id, household_id
  )
  insert into delivery (community_id, notice_id, household_id, channel, lane, send_after)
  select 1, id, household_id, 'subscription', 1, $1 from noticed order by id`

/** The floor: one INSERT … SELECT of the same rows, in one transaction, with the same role and walls. */
export const planByHand = ({ appUrl }: BenchDatabase, at: Date): Promise<void> =>
  connected(appUrl, 1, async ([client]) => {
    await client?.query(`begin; select set_config('app.community', '1', true)`)
    await client?.query(plan, [at])
    await client?.query('commit')
  })
