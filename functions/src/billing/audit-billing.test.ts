import pg from 'pg'
import { expect, it } from 'vitest'
import { givenBilling, runOf } from '../local/testing/given-billing.ts'
import { testWorld } from '../local/testing/world.ts'

const { world, superuserUrl } = await testWorld()

it('names the charge that is not what its formula makes, and the run that is not what it posted', async () => {
  const given = await givenBilling(world)
  const { id: billRunId } = await given.bill(runOf('monthly', '2026-12-01'))
  expect(await given.audit()).toEqual([])

  const superuser = new pg.Client({ connectionString: superuserUrl })
  await superuser.connect()
  const { rows } = await superuser.query<{ id: string }>(
    `update charge set pricing = pricing || '{"months": 2}' where community_id = $1 returning id`,
    [given.community],
  )
  await superuser.query('update bill_run set amount_fen = amount_fen + 1 where community_id = $1', [
    given.community,
  ])
  await superuser.end()

  expect(await given.audit()).toEqual([
    {
      subject: `charge ${rows[0]?.id}`,
      rule: 'it is what its formula makes of its inputs',
      booksFen: 21_692,
      storedFen: 43_384,
    },
    {
      subject: `bill run ${billRunId}`,
      rule: 'its total is what it posted',
      booksFen: 21_692,
      storedFen: 21_693,
    },
  ])
})

it('names the late fee that outlived its principal', async () => {
  const given = await givenBilling(world)
  const principal = await given.charge(given.first.householdId, { owes: '100.00', from: '2025-01-01' })
  const [fee] = await given.inside(
    ({ tx, community }) => tx.rows<{ id: number }>`
      with written as (insert into entry (community_id, kind, business_date, source, posted_by)
                       values (${community}, 'late_fee', '2026-01-31', 'f', 'test') returning id),
      charged as (
        insert into charge (community_id, household_id, room_id, fee_item_id, from_date, to_date, due_date, amount_fen,
                            origin, pricing, principal_id, entry_id)
        select p.community_id, household_id, room_id, fee_item_id, '2026-01-01', '2026-01-31', '2026-01-31', 140, 'late_fee',
               '{"method": "late_fee"}', p.id, written.id
          from charge p, written where (p.community_id, p.id) = (${community}, ${principal})
        returning id, entry_id, fee_item_id),
      posted as (
        insert into posting (community_id, entry_id, account, amount_fen, charge_id, fee_item_id)
        select ${community}::integer, entry_id, 'receivable'::account, 140, id, null::bigint from charged
        union all select ${community}::integer, entry_id, 'late_fee_income', -140, null, fee_item_id from charged)
      select id from charged`,
  )
  await given.settle(principal, '100.00')
  expect(await given.audit()).toEqual([])
  await given.inside(
    ({ tx, community }) => tx.run`
      update charge set cancelled_by = entry_id where (community_id, id) = (${community}, ${principal})`,
  )
  expect(await given.audit()).toEqual([
    {
      subject: `charge ${fee?.id}`,
      rule: 'a late fee of a cancelled charge is cancelled',
      booksFen: 0,
      storedFen: 140,
    },
  ])
})
