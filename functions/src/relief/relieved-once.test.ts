import { describe, expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { aLastingRelief } from './testing/a-lasting-relief.ts'

const tested = await testWorld()

/** A lasting relief of half, a later one of a fifth that the same home was granted for a bill of its own, and no bill since. */
async function twoThatLast(over: Parameters<typeof aLastingRelief>[1] = {}) {
  const given = await aLastingRelief(tested, over)
  const asked = await given.charge(given.householdId, { owes: '100.00', item: '车位费' })
  const { id: later } = await given.apply(
    await given.publish({
      name: '低保家庭减两成',
      percent: 20,
      months: 24,
    }),
    { chargeIds: [asked] },
  )
  await given.grantByTwo(later)
  const openLater = async () => (await given.openLater()).slice(1)
  return { ...given, later, openLater }
}

describe('a bill within the time of two that last', () => {
  it('is relieved once, also when both were granted under one standard, charge by charge', async () => {
    const given = await aLastingRelief(tested)
    const more = await given.charge(given.householdId, { owes: '100.00', item: '车位费' })
    const { id: again } = await given.apply(given.standardId, { chargeIds: [more] })
    await given.grantByTwo(again)
    await given.bill('2026-04-01')
    await given.bill('2026-05-01')
    for (let run = 0; run < 2; run++) {
      await given.hourly()
      expect(await given.openLater()).toEqual(['50.00', '300.00', '300.00'].map(yuan))
    }
    expect(await given.audit()).toEqual([])
  })

  it('is relieved by the earlier granted one, whichever was asked for first', async () => {
    const given = await aLastingRelief(tested, { percent: 50 })
    await given.reverse(given.id)
    const [first, second] = given.charges
    const fifth = await given.publish({
      name: '减两成',
      percent: 20,
      months: 12,
    })
    const askedFirst = await given.apply(given.standardId, { chargeIds: [first ?? given.first] })
    const grantedFirst = await given.apply(fifth, { chargeIds: [second ?? given.first] })
    await given.grantByTwo(grantedFirst.id)
    tested.clock.advance({ minutes: 1 })
    await given.grantByTwo(askedFirst.id)
    await given.bill('2026-04-01')
    await given.hourly()
    expect(await given.openLater()).toEqual([yuan('480.00')])
    expect(await given.audit()).toEqual([])
  })

  it('is relieved by the later one when it comes after the time of the earlier', async () => {
    const given = await twoThatLast()
    await given.bill('2027-03-01')
    await given.bill('2027-04-01')
    await given.hourly()
    expect(await given.openLater()).toEqual(['300.00', '480.00'].map(yuan))
  })

  it('is relieved by the later one when the earlier is for other fee items, has stopped, or was taken back', async () => {
    const other = await twoThatLast({ feeItems: ['物业服务费'] })
    await other.bill('2026-04-01', '600.00', '车位费')
    await other.hourly()
    expect(await other.openLater()).toEqual([yuan('480.00')])

    const stopped = await twoThatLast({ sumMaxFen: yuan('1000.00') })
    await stopped.bill('2026-04-01')
    await stopped.hourly()
    await stopped.hourly()
    expect(await stopped.openLater()).toEqual([yuan('480.00')])

    const takenBack = await twoThatLast()
    await takenBack.bill('2026-04-01')
    await takenBack.hourly()
    expect(await takenBack.openLater()).toEqual([yuan('300.00')])
    await takenBack.reverse(takenBack.id)
    await takenBack.hourly()
    expect(await takenBack.openLater()).toEqual([yuan('480.00')])
    expect(await takenBack.audit()).toEqual([])
  })
})

it('a bill that was asked for by name and relieved so is not relieved again because it came within the time of another', async () => {
  const given = await aLastingRelief(tested)
  const bill = await given.bill('2026-04-01')
  const fifth = await given.publish({ name: '减两成', percent: 20 })
  const { id } = await given.apply(fifth, { chargeIds: [bill] })
  await given.grantByTwo(id)
  await given.bill('2026-05-01')
  await given.hourly()
  expect(await given.openLater()).toEqual(['480.00', '300.00'].map(yuan))
  expect(await given.audit()).toEqual([])
})

it('the database takes no second relief of a bill that came later', async () => {
  const given = await twoThatLast()
  const bill = await given.bill('2026-04-01')
  await given.hourly()
  await expect(
    given.inside(
      ({ tx, community }) => tx.run`
        insert into relief_posting (community_id, application_id, entry_id, charge_id)
        select community_id, ${given.later}, min(id), ${bill} from entry
         where community_id = ${community} and kind = 'opening' group by community_id`,
    ),
  ).rejects.toThrow('relief_posting_one_standing_a_bill')
})
