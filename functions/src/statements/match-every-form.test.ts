import { businessDate } from '@anjiao/shared/calendar'
import type { MoneyPlaceId, PersonId } from '@anjiao/shared/ids'
import { beforeEach, expect, it } from 'vitest'
import { counterRoutes } from '../counter/routes.ts'
import { yuan } from '../local/testing/given.ts'
import { givenCounter } from '../local/testing/given-counter.ts'
import { testWorld } from '../local/testing/world.ts'
import { anOwedRefund } from '../refunds/testing/an-owed-refund.ts'
import { auditStatements } from './index.ts'
import { setBankLayout } from './layouts.ts'
import { placeStatement } from './place-statement.ts'
import { takeStatement } from './take-statement.ts'
import { aFile, aLayout } from './testing/given-statements.ts'

const { world, clock } = await testWorld()
const today = businessDate('2026-11-23')

beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

/** What becomes of lines of the bank at the account of a community: how many match, and whether anything stands alone. */
async function matched(
  given: Pick<Awaited<ReturnType<typeof givenCounter>>, 'inside' | 'bank' | 'finance'>,
  ...lines: readonly string[]
) {
  const [placeId, taker]: [MoneyPlaceId, PersonId] = [given.bank, given.finance.personId]
  return given.inside(async (ctx) => {
    await setBankLayout(ctx, placeId, aLayout)
    const taken = await takeStatement(ctx, placeId, taker, {
      days: { from: today, to: today },
      bytes: aFile(...lines),
    })
    const { lines: open, alone } = await placeStatement(ctx, placeId, 'open')
    expect(await auditStatements(ctx)).toEqual([])
    return { matched: taken.matched, open: open.length, alone: alone.length }
  })
}

it('a cheque that cleared is matched by its number', async () => {
  const given = await givenCounter(world)
  const { householdId } = await given.household()
  await given.charge(householdId, { owes: '300.00' })
  const params = { communityId: given.communityId }
  const cheque = await counterRoutes[
    'POST /v1/staff/communities/:communityId/households/:householdId/cheques'
  ]({
    ...given.asked(),
    caller: given.clerk,
    params: { ...params, householdId },
    body: {
      choice: { kind: 'all-due' },
      seenFen: yuan('300.00'),
      payerName: '阳光商贸',
      number: '30109810-12345678',
    },
  })
  await counterRoutes['POST /v1/staff/communities/:communityId/cheques/:chequeId/clear']({
    ...given.asked(),
    caller: given.finance,
    params: { ...params, chequeId: cheque.id },
    body: { bankId: given.bank, clearedOn: today },
  })
  expect(await matched(given, '2026-11-23,B1,300.00,,,阳光商贸,支票30109810-12345678')).toEqual({
    matched: 1,
    open: 0,
    alone: 0,
  })
})

it('cash that was fetched for a till is matched by its slip, though the same sum went out twice', async () => {
  const given = await givenCounter(world)
  await given.open()
  await given.move('float', '200.00', 'ZP000123')
  await given.move('float', '200.00', 'ZP000124')
  const out = (serial: string, remark: string) => `2026-11-23,${serial},,200.00,,,${remark}`
  expect(await matched(given, out('B1', '备用金ZP000124'), out('B2', '备用金ZP000123'))).toEqual({
    matched: 2,
    open: 0,
    alone: 0,
  })
})

it('a refund that was paid out by transfer is matched by its number', async () => {
  const given = await anOwedRefund(world, 'transfer')
  await given.payOut({ caller: given.finance, voucherNumber: 'OUT-000060' })
  expect(await matched(given, '2026-11-23,OUT-000060,,60.00,,王小明,退物业费')).toEqual({
    matched: 1,
    open: 0,
    alone: 0,
  })
})
