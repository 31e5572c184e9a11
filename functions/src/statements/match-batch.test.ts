import { businessDate } from '@anjiao/shared/calendar'
import { expect, it } from 'vitest'
import { givenDebits } from '../local/testing/given-debits.ts'
import { testWorld } from '../local/testing/world.ts'
import { setBankLayout } from './layouts.ts'
import { placeStatement } from './place-statement.ts'
import { takeStatement } from './take-statement.ts'
import { aFile, aLayout } from './testing/given-statements.ts'

const { world, clock } = await testWorld()

it('a debit batch is the one sum in which the bank credits it', async () => {
  clock.set('2026-11-23T10:00:00+08:00')
  const given = await givenDebits(world)
  await given.debtor({ owes: '100.00' })
  await given.debtor({ owes: '200.00' })
  const { id } = await given.make()
  await given.tells()
  await given.release(id)
  await given.file(id)
  clock.set('2026-11-25T18:00:00+08:00')
  const both = [
    { no: 1, amount: '100.00' },
    { no: 2, amount: '200.00' },
  ]
  await given.result(id, given.bankFile(await given.view(id), both))
  await given.book(id)
  const day = businessDate('2026-11-25')
  const taken = await given.inside(async (ctx) => {
    await setBankLayout(ctx, given.placeId, aLayout)
    const bytes = aFile('2026-11-25,Z1,300.00,,,,批量代扣')
    return takeStatement(ctx, given.placeId, given.finance.personId, { days: { from: day, to: day }, bytes })
  })
  expect(taken).toEqual({ added: 1, matched: 1 })
  expect(await given.inside((ctx) => placeStatement(ctx, given.placeId, 'open'))).toMatchObject({
    lines: [],
    alone: [],
  })
})
