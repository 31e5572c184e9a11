import { describe, expect, it } from 'vitest'
import { givenLoanPrimeRate } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { aHome } from './testing/a-home.ts'

const tested = await testWorld()
await givenLoanPrimeRate(tested.world, { '2019-08-20': 31_000 })
const at = (day: string) => tested.clock.set(`${day}T10:00:00+08:00`)

describe('a dispute of a late fee', () => {
  async function aLateFee() {
    const given = await aHome(tested)
    at('2026-02-28')
    await given.lateFees()
    at('2026-03-10')
    const { fee } = await given.inside(
      ({ tx, community }) =>
        tx.one<{ fee: typeof given.disputed }>`
        select id as fee from charge where (community_id, principal_id) = (${community}, ${given.disputed})`,
    )
    return { given, fee, desk: await given.staff('front_desk') }
  }

  it('holds the late fee, and not what it is on', async () => {
    const { given, fee } = await aLateFee()
    await given.open(fee)
    expect((await given.held()).map(({ chargeId }) => chargeId)).toEqual([fee])
  })

  it('is part of the dispute of what it is on', async () => {
    const { given, fee } = await aLateFee()
    await given.open()
    await expect(given.open(fee)).rejects.toMatchObject({ code: 'already-disputed' })
  })

  it('that is over leaves the late fee to a dispute of what it is on', async () => {
    const { given, fee, desk } = await aLateFee()
    const ofFee = await given.open(fee)
    at('2026-03-12')
    const ofCharge = await given.open()
    expect(await given.auditDisputes()).toEqual([])
    at('2026-03-14')
    await given.explain(ofFee.id, desk)
    expect(await given.held()).toEqual([
      { chargeId: given.disputed, from: '2026-03-12', to: null },
      { chargeId: fee, from: '2026-03-10', to: '2026-03-14' },
      { chargeId: fee, from: '2026-03-12', to: null },
    ])
    expect(await given.auditDisputes()).toEqual([])
    await given.explain(ofCharge.id, desk)
    expect((await given.held()).map(({ to }) => to)).toEqual(['2026-03-14', '2026-03-14', '2026-03-14'])
    expect(await given.auditDisputes()).toEqual([])
  })

  it('stays when the dispute of what it is on is over first', async () => {
    const { given, fee, desk } = await aLateFee()
    await given.open(fee)
    await given.explain((await given.open()).id, desk)
    expect(await given.held()).toEqual([
      { chargeId: given.disputed, from: '2026-03-10', to: '2026-03-10' },
      { chargeId: fee, from: '2026-03-10', to: null },
    ])
    expect(await given.auditDisputes()).toEqual([])
  })
})
