import { beforeEach, expect, it } from 'vitest'
import { givenReminders } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import { rulesInForce, setRule } from './rule-settings.ts'

const { world, clock } = await testWorld()
beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

async function aRule() {
  const { inside } = await givenReminders(world)
  const set = (change: Omit<Parameters<typeof setRule>[1], 'rule'>) =>
    inside((ctx) => setRule(ctx, { rule: 'overdue_7', ...change }))
  const now = () => inside(async (ctx) => (await rulesInForce(ctx)).find(({ rule }) => rule === 'overdue_7'))
  return { set, now }
}

it('what is not named stays: of two who change a rule at once neither undoes what the other did', async () => {
  const { set, now } = await aRule()
  expect(await now()).toMatchObject({ on: false, channels: ['subscription'], hour: 10 })
  await Promise.all([set({ on: true }), set({ hour: 18 }), set({ channels: ['sms', 'letter'] })])
  expect(await now()).toMatchObject({ on: true, channels: ['sms', 'letter'], hour: 18 })
})

it('a rule that is on keeps the day from which it speaks; switched on again it begins anew', async () => {
  const { set, now } = await aRule()
  await set({ on: true })
  const since = new Date('2026-11-23T10:00:00+08:00')
  clock.set('2026-11-24T10:00:00+08:00')
  await set({ hour: 9 })
  expect(await now()).toMatchObject({ since })
  await set({ on: false })
  clock.set('2026-11-25T10:00:00+08:00')
  await set({ on: true })
  expect(await now()).toMatchObject({ since: new Date('2026-11-25T10:00:00+08:00') })
})

it('a rule speaks in the usual hours, so that homes that wish nothing else are not always too late for it', async () => {
  const { set, now } = await aRule()
  await set({ hour: 19 })
  for (const hour of [8, 20, 21]) await expect(set({ hour })).rejects.toThrow('reminder_rule_hour_check')
  expect(await now()).toMatchObject({ hour: 19 })
})
