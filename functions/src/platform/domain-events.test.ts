import { businessDate } from '@anjiao/shared/calendar'
import { expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { type DomainEvent, recordEvent, recordOverdue } from './domain-events.ts'

const { world } = await testWorld()

async function aCommunity() {
  const given = await givenCommunity(world)
  const { householdId } = await given.household()
  const event = {
    kind: 'relief-decided',
    key: 'relief:1:decided:1',
    householdId,
    payload: { granted: true },
  } as const satisfies DomainEvent
  const recorded = () =>
    given.inside(
      ({ tx }) =>
        tx.rows<{ kind: string; payload: object }>`select kind, payload from domain_event order by id`,
    )
  return { ...given, event, recorded, record: () => given.inside((ctx) => recordEvent(ctx, event)) }
}

it('what happened is recorded once, however often it is told', async () => {
  const given = await aCommunity()
  await Promise.all([given.record(), given.record(), given.record()])
  expect(await given.recorded()).toEqual([{ kind: 'relief-decided', payload: { granted: true } }])
})

it('what a transaction takes back did not happen', async () => {
  const given = await aCommunity()
  await given
    .inside(async (ctx) => {
      await recordEvent(ctx, given.event)
      throw new Error('taken back')
    })
    .catch(() => {})
  expect(await given.recorded()).toEqual([])
})

it('a community knows nothing of what happened in another, and may call its own by the same key', async () => {
  const [one, other] = [await aCommunity(), await aCommunity()]
  await one.record()
  expect(await other.recorded()).toEqual([])
  await other.record()
  expect(await other.recorded()).toHaveLength(1)
})

it('what waits too long is told once for each day it should have been answered by, and alike whatever it is', async () => {
  const given = await aCommunity()
  const { householdId } = given.event
  const late = (matter: 'plan' | 'dispute', day: string) =>
    given.inside((ctx) => recordOverdue(ctx, { matter, id: 7, householdId, replyBy: businessDate(day) }))
  await late('plan', '2026-03-10')
  await late('plan', '2026-03-10')
  await late('dispute', '2026-03-10')
  await late('dispute', '2026-03-31')
  expect(await given.recorded()).toEqual(
    ['plan', 'dispute', 'dispute'].map((matter) => ({
      kind: 'request-overdue',
      payload: { matter, id: 7 },
    })),
  )
})
