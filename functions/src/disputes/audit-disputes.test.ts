import { businessDate } from '@anjiao/shared/calendar'
import { expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { aHome } from './testing/a-home.ts'

const tested = await testWorld()

it('the audit finds a hold that is missing, one too many, and one that outlives its dispute', async () => {
  const given = await aHome(tested)
  const [one, other] = [await given.open(), await given.open(given.other)]
  const plant = (from: string, to: string | null, disputeId: number) =>
    given.inside(
      ({ tx, community }) => tx.run`
        insert into charge_hold (community_id, household_id, charge_id, matter, subject_id, granted, from_date, to_date)
        values (${community}, ${given.householdId}, ${given.disputed}, 'dispute', ${disputeId}, false, ${businessDate(from)}, ${to})`,
    )
  await given.inside(({ tx }) => tx.run`delete from charge_hold where charge_id = ${given.disputed}`)
  expect(await given.auditDisputes()).toMatchObject([
    { subject: `dispute ${one.id}`, booksFen: yuan('1000.00'), storedFen: 0 },
  ])
  await plant('2026-03-10', null, other.id)
  expect(await given.auditDisputes()).toHaveLength(2)
  await given.explain(other.id, await given.staff('finance'))
  expect(await given.auditDisputes()).toHaveLength(1)
  await given.withdraw(one.id)
  await plant('2026-03-10', '2026-03-11', one.id)
  expect(await given.auditDisputes()).toMatchObject([
    { subject: `dispute ${one.id}`, booksFen: 0, storedFen: yuan('1000.00') },
  ])
})
