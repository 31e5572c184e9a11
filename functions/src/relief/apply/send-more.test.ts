import { describe, expect, it } from 'vitest'
import { givenLoanPrimeRate } from '../../local/testing/given-prices.ts'
import { givenRelief } from '../../local/testing/given-relief.ts'
import { testWorld } from '../../local/testing/world.ts'

const tested = await testWorld()
await givenLoanPrimeRate(tested.world, { '2019-08-20': 31_000 })
const at = (day: string) => tested.clock.set(`${day}T10:00:00+08:00`)

describe('what is missing', () => {
  it('is said, sent, and looked at again within the same number of days', async () => {
    const given = await givenRelief(tested)
    const { id } = await given.apply(await given.publish())
    at('2026-03-12')
    await given.returnIt(id)
    expect(await given.read(id)).toMatchObject({
      state: 'returned',
      sendBy: '2026-03-27',
      replyBy: null,
      reason: '请补充低保证的有效期',
    })
    at('2026-03-20')
    expect(await given.sendMore(id)).toMatchObject({ state: 'applied', replyBy: '2026-03-27', sendBy: null })
    await given.returnIt(id)
    expect(await given.events()).toEqual([`relief-returned:${id}:1`, `relief-returned:${id}:2`])
  })

  it('and never sent lets the application lapse on the day after; the charges are due again, and may be asked for again', async () => {
    const given = await givenRelief(tested)
    const standardId = await given.publish()
    const { id } = await given.apply(standardId)
    await given.returnIt(id)
    at('2026-03-25')
    await given.hourly()
    expect((await given.read(id)).state).toBe('returned')
    at('2026-03-30')
    await given.hourly()
    await given.hourly()
    expect(await given.read(id)).toMatchObject({ state: 'lapsed', grant: null, sendBy: null })
    expect((await given.held()).every(({ to }) => to === '2026-03-26')).toBe(true)
    expect(await given.events()).toEqual([`relief-returned:${id}:1`, `relief-lapsed:${id}`])
    await given.apply(standardId)
    expect(await given.audit()).toEqual([])
  })
})
