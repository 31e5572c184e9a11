import { fen } from '@anjiao/shared/money'
import { describe, expect, it } from 'vitest'
import { postLateFees } from '../../billing/index.ts'
import { givenLoanPrimeRate } from '../../local/testing/given-prices.ts'
import { testWorld } from '../../local/testing/world.ts'
import { anApplication } from './testing/an-application.ts'

const tested = await testWorld()
const { world, clock } = tested
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)

describe('an appeal', () => {
  it('is decided by somebody who took no part in the first decision, and then for good', async () => {
    const given = await anApplication(tested)
    await given.refuse(given.id)
    at('2026-03-20')
    const appealed = await given.appeal(given.id)
    expect(appealed).toMatchObject({ state: 'appealed', replyBy: '2026-03-27', appealUntil: null })
    await expect(given.grant(given.id)).rejects.toMatchObject({ code: 'decided-before' })
    expect((await given.caseOf(given.id)).mayDecide).toBe(false)
    await given.refuse(given.id, given.finance)
    expect((await given.read(given.id)).state).toBe('refused_finally')
    await expect(given.appeal(given.id)).rejects.toMatchObject({ code: 'relief-moved-on' })
    expect(await given.events()).toEqual([
      `relief-decided:${given.id}:refused`,
      `relief-decided:${given.id}:refused_finally`,
    ])
    expect(await given.audit()).toEqual([])
  })

  it('of what two decided is decided by neither of them', async () => {
    const given = await anApplication(tested, { secondAboveFen: fen(0) })
    await given.grant(given.id)
    await given.second(given.id, given.finance, false)
    await given.appeal(given.id)
    for (const caller of [given.manager, given.finance]) {
      await expect(given.grant(given.id, caller)).rejects.toMatchObject({ code: 'decided-before' })
    }
    const [third, fourth] = [await given.staff('manager'), await given.staff('finance')]
    await given.grant(given.id, third)
    await expect(given.second(given.id, given.manager)).rejects.toMatchObject({ code: 'decided-before' })
    await expect(given.second(given.id, third)).rejects.toMatchObject({ code: 'same-decider' })
    await given.second(given.id, fourth, false)
    expect((await given.read(given.id)).state).toBe('refused_finally')
    expect(await given.audit()).toEqual([])
  })

  it('is made within the standard’s days, and holds the charges with the late fees that came in between', async () => {
    const given = await anApplication(tested)
    await given.refuse(given.id)
    at('2026-03-26')
    await expect(given.appeal(given.id)).rejects.toThrow('2026年3月25日')
    at('2026-03-25')
    await given.inside((ctx) => postLateFees(ctx, [given.householdId], ctx.today))
    await given.appeal(given.id)
    const holding = (await given.held()).filter(({ to }) => to === null)
    expect(holding.map(({ from }) => from)).toEqual(Array(6).fill('2026-03-25'))
    expect(await given.audit()).toEqual([])
  })
})
