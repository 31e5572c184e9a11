import type { RuleChange } from '@anjiao/shared/contract/reminder-rules'
import { beforeEach, describe, expect, it } from 'vitest'
import { withSms } from '../../local/testing/given-campaigns.ts'
import { givenReminders } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import { reminderRulesRoutes } from './routes.ts'
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

describe('where nobody sends SMS', () => {
  async function asked() {
    const { community, staff } = await givenReminders(world)
    const manager = await staff('manager')
    return (change: RuleChange, where = world) =>
      reminderRulesRoutes['PUT /v1/staff/communities/:communityId/reminder-rules']({
        world: where,
        idempotencyKey: '',
        askedFrom: '',
        caller: manager,
        params: { communityId: community },
        body: change,
      })
  }
  const bySms: RuleChange = { rule: 'due_today', channels: ['subscription', 'sms'] }

  it('a rule that uses them is not switched on, and one that is on does not take to them', async () => {
    const put = await asked()
    await put(bySms)
    await expect(put({ rule: 'due_today', on: true })).rejects.toMatchObject({ code: 'sms-not-set-up' })
    await put({ rule: 'due_in_7', on: true })
    await expect(put({ ...bySms, rule: 'due_in_7' })).rejects.toMatchObject({ code: 'sms-not-set-up' })
    expect(await put({ rule: 'answers', on: true })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'due_today', on: false }),
        expect.objectContaining({ rule: 'due_in_7', on: true, channels: ['subscription'] }),
      ]),
    )
  })

  it('one that is on from the days when there were some can be switched off, and its hour changed', async () => {
    const put = await asked()
    await put({ ...bySms, on: true }, withSms(world))
    await put({ rule: 'due_today', hour: 12 })
    expect(await put({ rule: 'due_today', on: false })).toContainEqual({
      ...bySms,
      on: false,
      hour: 12,
    })
  })
})
