import { beforeEach, expect, it } from 'vitest'
import { givenCampaigns } from '../../local/testing/given-campaigns.ts'
import { worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'

const { world: plain, clock } = await testWorld()
const { world } = worldWithMessages({ ...plain, sms: null })
beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

it('a message on a channel that nobody opened has its turn on the next one at once', async () => {
  const given = await givenCampaigns(world)
  await given.moreWordings()
  const home = await given.debtor({ credits: 1 })
  const campaignId = await given.campaign({ channels: ['sms', 'subscription'] })
  const noticeId = await given.remind(campaignId, { ...home, chargeIds: [home.chargeId] })
  await given.sends()
  expect(await given.deliveries(noticeId)).toMatchObject([
    { channel: 'sms', state: 'unreachable', why: 'not_set_up' },
    { channel: 'subscription', state: 'sent' },
  ])
})

it('where it was the last one, nobody is reached, and nothing waits', async () => {
  const given = await givenCampaigns(world)
  await given.moreWordings()
  const home = await given.debtor({ credits: 0 })
  const campaignId = await given.campaign({ channels: ['subscription', 'sms'] })
  const noticeId = await given.remind(campaignId, { ...home, chargeIds: [home.chargeId] })
  await given.sends()
  expect(await given.deliveries(noticeId)).toMatchObject([
    { state: 'unreachable', why: 'no_credit' },
    { channel: 'sms', state: 'unreachable', why: 'not_set_up' },
  ])
})
