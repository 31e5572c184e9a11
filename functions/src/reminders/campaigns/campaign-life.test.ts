import { campaignAlone } from '@anjiao/shared/notice-limits'
import { beforeEach, describe, expect, it } from 'vitest'
import { givenCampaigns } from '../../local/testing/given-campaigns.ts'
import { testWorld } from '../../local/testing/world.ts'
import { everybody } from './segment.ts'

const { world, clock } = await testWorld()
beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

const movedOn = { code: 'campaign-moved-on' }

/** A community in which one home owes. */
async function aCommunity() {
  const given = await givenCampaigns(world)
  const home = await given.debtor()
  return { ...given, home }
}

/** One in which more homes owe than one person decides about, and a campaign to them that was submitted. */
async function aLargeCampaign() {
  const given = await givenCampaigns(world)
  await given.manyDebtors(campaignAlone + 1)
  const { id } = await given.draft()
  const submitted = await given.press(id, 'submit')
  return { ...given, id, submitted }
}

describe('a draft', () => {
  it('is changed as often as need be, and sends nothing', async () => {
    const { draft, change, minute, planned } = await aCommunity()
    const { id, may, homes } = await draft({ startsAt: '2026-01-01T00:00:00+08:00' })
    expect({ may, homes }).toEqual({ may: ['edit', 'submit'], homes: null })
    expect(await change(id, { name: '改过的', channels: ['letter'] })).toMatchObject({
      id,
      name: '改过的',
      channels: ['letter'],
      state: 'draft',
    })
    await minute()
    expect(await planned(id)).toEqual([])
  })

  it('that reaches nobody is not submitted', async () => {
    const { draft, press } = await aCommunity()
    const { id } = await draft({ segment: { ...everybody, buildings: ['没有这一栋'] } })
    await expect(press(id, 'submit')).rejects.toMatchObject({ code: 'campaign-reaches-nobody' })
  })

  it.each([
    ['a time that is none', { startsAt: '2026-13-01T10:00:00+08:00' }],
    ['a time of no place', { startsAt: '2026-12-01T10:00:00' }],
    ['more than half a year ahead', { startsAt: '2027-06-01T10:00:00+08:00' }],
    ['bounds that nobody keeps', { segment: { ...everybody, overdueDaysMin: 9, overdueDaysMax: 8 } }],
  ])('with %s is not taken', async (_, over) => {
    const { draft, change } = await aCommunity()
    const { id } = await draft()
    await expect(draft(over)).rejects.toMatchObject({ code: 'bad-input' })
    await expect(change(id, over)).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('by SMS is not taken where nobody sends any', async () => {
    const { draft, tryOut } = await aCommunity()
    for (const asked of [draft, tryOut])
      await expect(asked({ channels: ['subscription', 'sms'] })).rejects.toMatchObject({
        code: 'sms-not-set-up',
      })
  })
})

describe('a small campaign', () => {
  it('takes one person', async () => {
    const { draft, press, look } = await aCommunity()
    const { id } = await draft({ startsAt: '2026-11-30T10:00:00+08:00' })
    expect(await press(id, 'submit')).toMatchObject({
      state: 'approved',
      approvedBy: null,
      homes: 1,
      may: ['take_back', 'start', 'stop'],
    })
    expect((await look(id)).steps.map(({ event, by }) => [event, by])).toEqual([
      ['make', '员工'],
      ['approve_alone', '员工'],
    ])
  })

  it('that has grown when it is to begin waits for a second person instead', async () => {
    const { draft, press, minute, look, manyDebtors, staff, planned } = await aCommunity()
    const { id } = await draft({ startsAt: '2026-11-23T11:00:00+08:00' })
    await press(id, 'submit')
    await manyDebtors(campaignAlone)
    clock.set('2026-11-23T11:00:00+08:00')
    await minute()
    expect((await look(id)).campaign).toMatchObject({ state: 'submitted', homes: campaignAlone + 1 })
    expect(await planned(id)).toEqual([])
    await expect(press(id, 'approve')).rejects.toMatchObject({ code: 'campaign-own' })
    expect(await press(id, 'approve', await staff('manager'))).toMatchObject({ state: 'approved' })
    await minute()
    expect(await planned(id)).toHaveLength(campaignAlone + 1)
  })

  it('that has grown does not begin by hand either', async () => {
    const { draft, press, manyDebtors } = await aCommunity()
    const { id } = await draft({ startsAt: '2026-11-30T11:00:00+08:00' })
    await press(id, 'submit')
    await manyDebtors(campaignAlone)
    expect(await press(id, 'start')).toMatchObject({ state: 'submitted' })
  })
})

describe('a large campaign', () => {
  it('waits for a second person, who had no hand in it', async () => {
    const { id, submitted, press, staff, look } = await aLargeCampaign()
    expect(submitted).toMatchObject({
      state: 'submitted',
      homes: campaignAlone + 1,
      may: ['take_back', 'stop'],
    })
    await expect(press(id, 'approve')).rejects.toMatchObject({ code: 'campaign-own' })
    await expect(press(id, 'send_back')).rejects.toMatchObject({ code: 'campaign-own' })
    const second = await staff('administrator')
    expect((await look(id, second)).campaign.may).toEqual(['approve', 'send_back', 'take_back', 'stop'])
    expect(await press(id, 'approve', second)).toMatchObject({ state: 'approved', approvedBy: '员工' })
  })

  it('is not approved by who changed it, or made it and had another submit it', async () => {
    const { draft, change, press, staff, manyDebtors } = await givenCampaigns(world)
    await manyDebtors(campaignAlone + 1)
    const [changer, submitter] = [await staff('manager'), await staff('manager')]
    const { id } = await draft()
    await change(id, { name: '改过的' }, changer)
    await press(id, 'submit', submitter)
    for (const hand of [undefined, changer, submitter])
      await expect(press(id, 'approve', hand)).rejects.toMatchObject({ code: 'campaign-own' })
    expect(await press(id, 'approve', await staff('manager'))).toMatchObject({ state: 'approved' })
  })

  it('sent back is a draft again, and needs its second person again', async () => {
    const { id, press, change, staff, minute, planned } = await aLargeCampaign()
    const second = await staff('manager')
    expect(await press(id, 'send_back', second)).toMatchObject({ state: 'draft', homes: null })
    await change(id, { name: '改过的' })
    await press(id, 'submit')
    await press(id, 'approve', second)
    expect(await press(id, 'take_back')).toMatchObject({ state: 'draft', approvedBy: null })
    expect(await press(id, 'submit')).toMatchObject({ state: 'submitted' })
    await minute()
    expect(await planned(id)).toEqual([])
  })
})

describe('what was not seen', () => {
  it('is not agreed to: who opened it before it was taken back, widened and submitted again looks again', async () => {
    const { id, press, change, staff, lastStep } = await aLargeCampaign()
    const second = await staff('manager')
    const seen = await lastStep(id)
    await press(id, 'take_back')
    await change(id, { name: '更多的住户' })
    await press(id, 'submit')
    for (const move of ['approve', 'send_back', 'take_back', 'stop'] as const)
      await expect(press(id, move, second, seen)).rejects.toMatchObject(movedOn)
    expect(await press(id, 'approve', second)).toMatchObject({ state: 'approved', name: '更多的住户' })
  })

  it('is not written over: a draft that a colleague changed meanwhile stays as they left it', async () => {
    const { draft, change, staff, lastStep, look } = await aCommunity()
    const { id } = await draft()
    const seen = await lastStep(id)
    await change(id, { name: '同事改过的' }, await staff('manager'))
    await expect(change(id, { name: '我改的' }, undefined, seen)).rejects.toMatchObject(movedOn)
    expect((await look(id)).campaign.name).toBe('同事改过的')
  })
})

describe('a campaign at once', () => {
  it('has no time of its own, and begins as soon as it is approved, whatever day that is', async () => {
    const { draft, change, press, minute, look } = await aCommunity()
    const { id, startsAt, startedAt } = await draft()
    expect({ startsAt, startedAt }).toEqual({ startsAt: null, startedAt: null })
    clock.set('2026-11-26T10:00:00+08:00')
    expect(await change(id, { name: '过了几天再改' })).toMatchObject({ startsAt: null })
    await press(id, 'submit')
    await minute()
    expect((await look(id)).campaign).toMatchObject({
      state: 'running',
      startsAt: null,
      startedAt: '2026-11-26T02:00:00.000Z',
    })
  })
})

describe('once it was submitted', () => {
  it('nothing but what its life allows is done to it', async () => {
    const { draft, press, change } = await aCommunity()
    const { id } = await draft()
    for (const early of ['approve', 'send_back', 'take_back', 'start', 'pause', 'resume', 'stop'] as const)
      await expect(press(id, early)).rejects.toMatchObject(movedOn)
    await press(id, 'submit')
    await expect(change(id, {})).rejects.toMatchObject(movedOn)
    await press(id, 'start')
    for (const late of ['submit', 'approve', 'take_back', 'start', 'resume'] as const)
      await expect(press(id, late)).rejects.toMatchObject(movedOn)
    expect(await press(id, 'pause')).toMatchObject({ state: 'paused', may: ['resume', 'stop'] })
    await press(id, 'resume')
    expect(await press(id, 'stop')).toMatchObject({ state: 'stopped', may: [] })
    await expect(press(id, 'stop')).rejects.toMatchObject(movedOn)
  })

  it('two people who press at once bring about one event', async () => {
    const { draft, press, look, staff } = await aCommunity()
    const { id } = await draft()
    const other = await staff('manager')
    for (const move of ['submit', 'start', 'pause', 'resume', 'stop'] as const) {
      const both = await Promise.allSettled([press(id, move), press(id, move, other)])
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    }
    expect((await look(id)).steps.map(({ event }) => event)).toEqual([
      'make',
      'approve_alone',
      'start',
      'pause',
      'resume',
      'stop',
    ])
  })

  it('each event is in the audit log, with who did it', async () => {
    const { draft, press, inside, manager } = await aCommunity()
    const { id } = await draft()
    await press(id, 'submit')
    const logged = await inside(
      ({ tx, community }) => tx.rows<{ action: string; actor: string }>`
        select action, actor from audit_log where community_id = ${community} and subject = ${`campaign:${id}`} order by id`,
    )
    expect(logged).toEqual([
      { action: 'campaign-make', actor: `staff:${manager.personId}` },
      { action: 'campaign-approve_alone', actor: `staff:${manager.personId}` },
    ])
  })
})

describe('who may', () => {
  it('managers and administrators build and run campaigns; finance looks; others do not', async () => {
    const { draft, press, look, tryOut, staff, person } = await aCommunity()
    const { id } = await draft()
    const finance = await staff('finance')
    expect((await look(id, finance)).campaign.may).toEqual([])
    expect(await tryOut({}, finance)).toMatchObject({ homes: 1 })
    await expect(press(id, 'submit', finance)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(draft({}, finance)).rejects.toMatchObject({ code: 'not-allowed' })
    for (const other of [await staff('front_desk', 'collector'), await person()])
      await expect(look(id, other)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await press(id, 'submit', await staff('administrator'))).toMatchObject({ state: 'approved' })
  })

  it('a campaign of another community is not found', async () => {
    const [own, other] = [await aCommunity(), await aCommunity()]
    const { id } = await other.draft()
    await expect(own.look(id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(own.press(id, 'submit')).rejects.toMatchObject({ code: 'not-found' })
  })
})
