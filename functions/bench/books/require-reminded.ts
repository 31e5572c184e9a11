import { asSuperuser, type BenchDatabase } from '../harness/server.ts'
import { type Ends, endsAtOnce, type Fate, fates, meets } from './campaign.ts'

/** A message as WeChat's own log of receipts has it. */
export interface Receipt {
  readonly openid: string
  readonly msgId: string
  readonly atMs: number
}

const endOf = `
  case when d.state in ('waiting', 'left_out', 'unreachable') then d.state || ' ' || d.why
       when d.state = 'failed' then d.state || ' ' || d.outcome else d.state::text end`

/**
 * Throws unless WeChat's receipts and our books tell the same: no home twice, none without an agreement or at an hour that it
 * does not wish; each message accounted for, with the consent it took and the proof that WeChat took it; and nobody else.
 */
export async function requireReminded(
  database: BenchDatabase,
  receipts: readonly Receipt[],
  { ends = endsAtOnce, paid = [] }: { readonly ends?: Ends; readonly paid?: readonly number[] } = {},
): Promise<void> {
  const meant = (Object.keys(fates) as Fate[]).map(
    (fate) => `when ${meets('d.household_id', fate)} then '${ends[fate]}'`,
  )
  const found = await asSuperuser(database, async (client) => {
    await client.query('create temp table receipt (openid text, msg_id text, hour integer)')
    await client.query('insert into receipt select * from unnest($1::text[], $2::text[], $3::integer[])', [
      receipts.map(({ openid }) => openid),
      receipts.map(({ msgId }) => msgId),
      receipts.map(({ atMs }) => Number(new Date(atMs + 8 * 3_600_000).toISOString().slice(11, 13))),
    ])
    await client.query('analyze')
    const { rows } = await client.query<Record<string, string>>(`
      with told as (
        select d.*, 'openid-' || d.household_id as openid, ${endOf} as ending,
               case when d.household_id = any(array[${paid.join(', ')}]::bigint[]) then 'left_out nothing_open'
                    ${meant.join(' ')}
                    else 'sent' end as meant
          from delivery d where lane = 1
      ), accepted as (
        select distinct delivery_id from delivery_evidence where community_id = 1 and proof = 'accepted'
      ), received as (
        select openid, count(*) as times, min(msg_id) as msg_id, min(hour) as hour from receipt group by openid
      ), used as (
        select delivery_id, string_agg(outcome::text, ' ') as outcomes from subscription_use
         where community_id = 1 and outcome <> 'returned' group by delivery_id
      )
      select count(*) filter (where times > 1) as twice,
             count(*) filter (where times is not null and meant <> 'sent') as against_fate,
             count(*) filter (where hour not between 9 and 19) as outside_hours,
             count(*) filter (where ending <> meant and ending <> 'unknown') as otherwise,
             count(*) filter (where ending = 'unknown' and meant not in ('sent', '${ends.refused}')) as odd_unknown,
             count(*) filter (where ending = 'sent' and msg_id is distinct from provider_id) as not_received,
             count(*) filter (where times is not null and ending not in ('sent', 'unknown')) as not_known,
             count(*) filter (where told.id is null) as strangers,
             count(*) filter (where (ending = 'sent') <> (accepted.delivery_id is not null)) as unproven,
             count(*) filter (where case ending when 'sent' then 'spent' when 'unknown' then 'reserved'
                                                when '${ends.refused}' then 'refused' end is distinct from outcomes) as odd_consents,
             abs((select count(*) from household) - count(*)) as homes
        from told full join received using (openid) left join used on used.delivery_id = told.id
        left join accepted on accepted.delivery_id = told.id`)
    return rows[0]
  })
  const wrong = Object.entries(found ?? { nothing: '1' }).filter(([, count]) => count !== '0')
  if (wrong.length > 0)
    throw new Error(`the messages are not what they should be: ${JSON.stringify(Object.fromEntries(wrong))}`)
}
