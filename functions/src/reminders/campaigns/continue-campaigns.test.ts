import { addDays, businessDateAt } from '@anjiao/shared/calendar'
import type { CampaignId, DeliveryId, HouseholdId } from '@anjiao/shared/ids'
import { campaignDays } from '@anjiao/shared/notice-limits'
import { beforeEach, describe, expect, it } from 'vitest'
import { givenCampaigns, withSms } from '../../local/testing/given-campaigns.ts'
import { worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import { noteProof } from '../delivery/note-send-result.ts'
import { planSlice } from './plan-campaign.ts'
import { everybody } from './segment.ts'

const { world: plain, clock } = await testWorld()
const { world, messages } = worldWithMessages(withSms(plain))
const at = (time: string) => clock.set(`2026-11-23T${time}+08:00`)
beforeEach(() => {
  at('10:00:00')
  messages.length = 0
})

type Given = Awaited<ReturnType<typeof givenCampaigns>>

async function aCommunity(debtors = 1) {
  const given = await givenCampaigns(world)
  const homes: Awaited<ReturnType<typeof given.debtor>>[] = []
  for (let made = 0; made < debtors; made++) homes.push(await given.debtor())
  return { ...given, homes }
}

const stateOf = async ({ look }: Given, id: CampaignId) => (await look(id)).campaign.state

describe('a campaign begins', () => {
  it('when its time has come, and not before', async () => {
    const given = await aCommunity()
    const { id } = await given.draft({ startsAt: '2026-11-23T14:00:00+08:00' })
    await given.press(id, 'submit')
    at('13:59:59')
    await given.minute()
    expect(await stateOf(given, id)).toBe('approved')
    at('14:00:00')
    await given.minute()
    expect(await given.planned(id)).toHaveLength(1)
  })

  it('at once, where its time lies in the past', async () => {
    const given = await aCommunity()
    const id = await given.running({ startsAt: '2020-01-01T03:00:00+08:00' })
    expect(await given.sends()).toBe(1)
    await given.minute()
    expect(await stateOf(given, id)).toBe('done')
  })

  it('by hand, before its time', async () => {
    const given = await aCommunity()
    const { id } = await given.draft({ startsAt: '2026-12-23T14:00:00+08:00' })
    await given.press(id, 'submit')
    await given.press(id, 'start')
    await given.minute()
    expect(await given.sends()).toBe(1)
  })

  it('at night, but its messages wait for the morning', async () => {
    const given = await aCommunity()
    at('23:30:00')
    const id = await given.running({ startsAt: '2026-11-23T23:30:00+08:00' })
    expect(await given.sends()).toBe(0)
    await given.minute()
    expect(await given.progress(id)).toMatchObject({ waiting: 1, standsBecause: 'hour' })
    clock.set('2026-11-24T09:00:00+08:00')
    expect(await given.sends()).toBe(1)
  })

  it('not at all once it is taken back', async () => {
    const given = await aCommunity()
    const { id } = await given.draft()
    await given.press(id, 'submit')
    await given.press(id, 'take_back')
    await given.minute()
    expect(await given.planned(id)).toEqual([])
  })
})

describe('it is planned', () => {
  it('for each home of its segment once, with the charges that it may be asked for', async () => {
    const given = await aCommunity(2)
    const [first, second] = given.homes
    if (!first || !second) throw new Error('two homes were given')
    const more = await given.charge(first.householdId, { owes: '20.00', due: '2026-11-22' })
    await given.charge(first.householdId, { owes: '20.00', due: '2026-11-23' })
    const id = await given.running()
    expect(await given.planned(id)).toEqual([
      { householdId: first.householdId, chargeIds: [first.chargeId, more], told: false },
      { householdId: second.householdId, chargeIds: [second.chargeId], told: false },
    ])
    expect((await given.look(id)).campaign.homes).toBe(2)
  })

  it('in slices, of which any may be the last for a while', async () => {
    const given = await aCommunity(5)
    const { id } = await given.draft()
    await given.press(id, 'submit')
    await given.press(id, 'start')
    const slice = () => given.inside((ctx) => planSlice(ctx, id, 2))
    expect(await slice()).toBe(true)
    const killed = given.inside(async (ctx) => {
      await planSlice(ctx, id, 2)
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    expect(await given.planned(id)).toHaveLength(2)
    expect(await given.progress(id)).toMatchObject({ planned: false, homes: 2 })
    await given.minute()
    expect(await given.planned(id)).toHaveLength(5)
    expect(await given.progress(id)).toMatchObject({ planned: true, homes: 5 })
    expect(await slice()).toBe(false)
  })

  it('by any number of schedulers at once, each home once', async () => {
    const given = await aCommunity(0)
    await given.manyDebtors(150)
    const { id } = await given.draft()
    await given.press(id, 'submit')
    await given.press(id, 'start')
    const planner = async () => {
      while (await given.inside((ctx) => planSlice(ctx, id, 7)));
    }
    await Promise.all([planner(), planner(), planner(), given.minute(), given.minute()])
    const homes = (await given.planned(id)).map(({ householdId }) => householdId)
    expect(homes).toHaveLength(150)
    expect(new Set(homes).size).toBe(150)
    expect((await given.look(id)).steps.filter(({ event }) => event === 'start')).toHaveLength(1)
  })

  it('begun by two schedulers at once, it begins once', async () => {
    const given = await aCommunity(3)
    const { id } = await given.draft()
    await given.press(id, 'submit')
    await Promise.all([given.minute(), given.minute(), given.minute()])
    expect((await given.look(id)).steps.map(({ event }) => event)).toEqual(['make', 'approve_alone', 'start'])
    expect(await given.planned(id)).toHaveLength(3)
  })

  it('no further while it is paused', async () => {
    const given = await aCommunity(2)
    const { id } = await given.draft()
    for (const move of ['submit', 'start', 'pause'] as const) await given.press(id, move)
    await given.minute()
    expect(await given.planned(id)).toEqual([])
    await given.press(id, 'resume')
    await given.minute()
    expect(await given.planned(id)).toHaveLength(2)
  })

  it('not beyond the time that the schedule has', async () => {
    const given = await aCommunity()
    const { id } = await given.draft()
    await given.press(id, 'submit')
    await given.minute(clock.now())
    expect(await stateOf(given, id)).toBe('approved')
  })
})

describe('a hold-out group', () => {
  it('is left unreminded: about as many as were asked for, the same whenever it is asked', async () => {
    const given = await aCommunity(0)
    await given.manyDebtors(180)
    const { id } = await given.draft({ holdOutPercent: 30 })
    const before = await given.tryOut({ holdOutPercent: 30, campaignId: id })
    await given.press(id, 'submit')
    await given.minute()
    const { homes, heldOut, waiting } = await given.progress(id)
    expect({ homes, heldOut, waiting }).toEqual({
      homes: 180,
      heldOut: before.heldOut,
      waiting: 180 - before.heldOut,
    })
    expect(heldOut).toBeGreaterThan(30)
    expect(heldOut).toBeLessThan(80)
  })

  it('is another for another campaign', async () => {
    const given = await aCommunity(0)
    await given.manyDebtors(60)
    const heldOut = async (id: CampaignId) =>
      given.inside(async ({ tx, community }) => {
        const homes = await tx.rows<{ id: HouseholdId }>`
          select household_id as id from campaign_home where (community_id, campaign_id) = (${community}, ${id}) and held_out order by 1`
        return homes.map((home) => home.id)
      })
    const [one, other] = [
      await given.running({ holdOutPercent: 50 }),
      await given.running({ holdOutPercent: 50 }),
    ]
    expect(await heldOut(one)).not.toEqual(await heldOut(other))
  })
})

describe('a campaign ends', () => {
  it('when its last message has', async () => {
    const given = await aCommunity(2)
    const id = await given.running()
    await given.minute()
    expect(await stateOf(given, id)).toBe('running')
    await given.sends()
    await given.minute()
    expect(await stateOf(given, id)).toBe('done')
  })

  it('at once, where everybody has paid by the time it begins', async () => {
    const given = await aCommunity(1)
    const { id } = await given.draft({ startsAt: '2026-11-23T11:00:00+08:00' })
    await given.press(id, 'submit')
    await given.settle(given.homes[0]?.chargeId ?? never(), '100.00')
    at('11:00:00')
    await given.minute()
    expect(await stateOf(given, id)).toBe('done')
    expect(await given.progress(id)).toMatchObject({ homes: 0, planned: true })
  })

  it('and goes on for a message that came back, on its next channel', async () => {
    const given = await aCommunity(1)
    await given.moreWordings()
    const id = await given.running({ channels: ['subscription', 'sms'] })
    await given.sends()
    await given.minute()
    expect(await stateOf(given, id)).toBe('done')
    await given.inside(async (ctx) => {
      const sent = await ctx.tx.one<{ id: DeliveryId; providerId: string }>`
        select id, provider_id from delivery where (community_id, lane) = (${ctx.community}, ${id})`
      await noteProof(ctx, sent.id, { ...sent, arrived: false, code: '43101', at: ctx.now })
    })
    await given.minute()
    expect(await stateOf(given, id)).toBe('running')
    expect(await given.sends()).toBe(1)
    await given.minute()
    expect((await given.look(id)).steps.map(({ event }) => event).slice(-3)).toEqual([
      'finish',
      'go_on',
      'finish',
    ])
    expect(await given.progress(id)).toMatchObject({
      sent: 1,
      refused: 0,
      byChannel: [
        { channel: 'subscription', sent: 0, delivered: 0 },
        { channel: 'sms', sent: 1, delivered: 0 },
      ],
    })
  })

  it('by being stopped: what waits does not go, and what comes back goes nowhere', async () => {
    const given = await aCommunity(3)
    const id = await given.running({ channels: ['letter'] })
    await given.press(id, 'stop')
    expect(await given.progress(id)).toMatchObject({ waiting: 0, leftOut: [{ why: 'stopped', homes: 3 }] })
    await given.inside(
      ({ tx, community, now }) => tx.run`
        insert into delivery (community_id, notice_id, household_id, channel, lane, send_after)
        select ${community}, id, household_id, 'sms', ${id}, ${now} from notice where campaign_id = ${id} limit 1`,
    )
    await given.minute()
    expect(await given.progress(id)).toMatchObject({ waiting: 0, leftOut: [{ why: 'stopped', homes: 3 }] })
  })

  it('in a month at the latest: what nobody sent or printed by then is too late', async () => {
    const given = await aCommunity(1)
    const id = await given.running({ channels: ['letter'] })
    const last = addDays(businessDateAt(clock.now()), campaignDays)
    clock.set(`${last}T23:59:00+08:00`)
    await given.minute()
    expect(await stateOf(given, id)).toBe('running')
    clock.set(`${addDays(last, 1)}T00:01:00+08:00`)
    await given.minute()
    expect(await stateOf(given, id)).toBe('done')
    expect(await given.progress(id)).toMatchObject({ leftOut: [{ why: 'too_late', homes: 1 }] })
  })
})

it('a paused campaign sends nothing, and the rest when it is resumed', async () => {
  const given = await aCommunity(2)
  const id = await given.running()
  await given.press(id, 'pause')
  expect(await given.sends()).toBe(0)
  await given.minute()
  expect(await given.progress(id)).toMatchObject({ waiting: 2, standsBecause: 'paused' })
  await given.press(id, 'resume')
  expect(await given.sends()).toBe(2)
})

it('a home that paid a second before its turn hears nothing', async () => {
  const given = await aCommunity(2)
  const id = await given.running()
  await given.settle(given.homes[0]?.chargeId ?? never(), '100.00')
  expect(await given.sends()).toBe(1)
  expect(await given.progress(id)).toMatchObject({ sent: 1, leftOut: [{ why: 'nothing_open', homes: 1 }] })
})

it('a segment may say the same as everybody', async () => {
  const given = await aCommunity(2)
  expect(await given.tryOut({ segment: { ...everybody, overdueDaysMin: 1 } })).toMatchObject({
    homes: 2,
    everybody: true,
  })
})

function never(): never {
  throw new Error('it was given')
}
