import { asSuperuser, type BenchDatabase } from '../harness/server.ts'

/** Throws unless the campaign has one message for each home, about all that it owes and to the fen. */
export async function requireAsked(database: BenchDatabase): Promise<void> {
  const found = await asSuperuser(database, async (client) => {
    await client.query('analyze')
    const { rows } = await client.query<Record<string, string>>(`
      select count(*) filter (where h.household_id is null) as without_home, count(*) filter (where n.id is null) as without_notice,
             count(*) filter (where d.id is null) as without_message, count(*) - (select count(*) from household) as too_many,
             count(*) filter (where h.open_fen is distinct from owed.fen or h.charge_ids is distinct from owed.ids
                                    or n.charge_ids is distinct from owed.ids) as otherwise
        from (select household_id, sum(amount_fen - settled_fen) as fen, array_agg(id order by id) as ids
                from charge where settled_fen < amount_fen group by household_id) as owed
        left join campaign_home h on (h.campaign_id, h.household_id) = (1, owed.household_id)
        left join notice n on (n.campaign_id, n.household_id) = (1, owed.household_id)
        left join delivery d on (d.notice_id, d.lane) = (n.id, 1)`)
    return rows[0]
  })
  const wrong = Object.entries(found ?? { nothing: '1' }).filter(([, count]) => count !== '0')
  if (wrong.length > 0)
    throw new Error(`the campaign is not what it should be: ${JSON.stringify(Object.fromEntries(wrong))}`)
}
