import pg from 'pg'
import { expect, it } from 'vitest'
import { givenRelief } from '../local/testing/given-relief.ts'
import { testWorld } from '../local/testing/world.ts'

const tested = await testWorld()

async function planting<T>(sql: string): Promise<T> {
  const client = new pg.Client({ connectionString: tested.superuserUrl })
  await client.connect()
  try {
    return (await client.query(`set session_replication_role = replica; ${sql}`)) as T
  } finally {
    await client.end()
  }
}

/** Relief that was granted, and another application that waits. */
async function aCommunity() {
  const given = await givenRelief(tested)
  const standardId = await given.publish()
  const { id } = await given.apply(standardId, { chargeIds: [given.first] })
  await given.grant(id)
  const { id: waiting } = await given.apply(standardId, { chargeIds: given.charges.slice(1) })
  expect(await given.audit()).toEqual([])
  const at = `community_id = ${given.community}`
  return { ...given, id, waiting, at }
}

it.each<[string, (given: Awaited<ReturnType<typeof aCommunity>>) => string]>([
  [
    'what was posted is what was granted',
    ({ at, id }) => `update relief_application set principal_fen = 1 where ${at} and id = ${id}`,
  ],
  ['relief is posted because of an application', ({ at }) => `delete from relief_posting where ${at}`],
  [
    'nothing stands of what was taken back',
    ({ at, id }) => `update relief_application set state = 'reversed' where ${at} and id = ${id}`,
  ],
  [
    'it is reversed exactly when it says so',
    ({ at }) => `update relief_posting set reversed_by = entry_id where ${at}`,
  ],
  ['no more is used than there is', ({ at }) => `update relief_budget set amount_fen = 1 where ${at}`],
  [
    'one application at most has taken something off its principal',
    ({ at, waiting }) => `
      insert into entry (community_id, kind, business_date, source, posted_by)
      select community_id, kind, business_date, 'relief:' || ${waiting}, posted_by from entry where ${at} and kind = 'relief';
      insert into posting (community_id, entry_id, account, amount_fen, household_id, charge_id)
      select community_id, (select max(id) from entry where ${at}), account, amount_fen, household_id, charge_id
        from posting where ${at} and account = 'relief';
      insert into relief_posting (community_id, application_id, entry_id)
      select community_id, ${waiting}, max(id) from entry where ${at} group by community_id`,
  ],
  [
    'nothing is let go of a charge that is cancelled',
    ({ at, first }) =>
      `update charge set cancelled_by = entry_id, settled_fen = amount_fen where ${at} and id = ${first}`,
  ],
  [
    'its state is where its last event led',
    ({ at, waiting }) =>
      `update relief_application set state = 'withdrawn', reply_by = null where ${at} and id = ${waiting}`,
  ],
  [
    'it holds its charges on the days its life says',
    ({ at, waiting }) => `delete from charge_hold where ${at} and subject_id = ${waiting}`,
  ],
])('the audit names it when it is not so that %s', async (rule, plant) => {
  const given = await aCommunity()
  await planting(plant(given))
  const rules = (await given.audit()).map((difference) => difference.rule)
  expect(rules).toContain(rule)
})
