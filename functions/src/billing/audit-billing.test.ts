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
