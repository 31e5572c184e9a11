import type { Channel } from '@anjiao/shared/notice-life'
import { beforeEach, describe, expect, it } from 'vitest'
import { givenCampaigns, withSms } from '../../local/testing/given-campaigns.ts'
import { worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { World } from '../../platform/context.ts'
import { campaignProgress } from '../campaigns/campaign-progress.ts'
import { readCampaign } from '../campaigns/stored-campaign.ts'
import { messageLog } from '../inbox/message-log.ts'
import { accountsOf } from './channel-pauses.ts'
import { deliverIn } from './deliver.ts'

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

describe('a channel whose account is lost for a while', async () => {
  const { world: withAccount } = await testWorld()

  /** A message of a campaign by SMS, before the account is lost. */
  async function queued(channels: readonly Channel[] = ['sms', 'subscription']) {
    const open = withSms(worldWithMessages({ ...withAccount, clock }).world)
    const lost = { ...open, sms: null }
    const given = await givenCampaigns(open)
    await given.moreWordings()
    await given.sends()
    const campaignId = await given.campaign({ channels })
    const remind = async () => {
      const home = await given.debtor({ credits: 1 })
      return given.remind(campaignId, { ...home, chargeIds: [home.chargeId] })
    }
    const sends = (world: World) => deliverIn(world, given.community, new Date('2027-01-01'))
    const standsBecause = (world: World) =>
      given.inside(async (ctx) => {
        const campaign = await readCampaign(ctx, campaignId)
        return (await campaignProgress(ctx, campaign, accountsOf(world))).standsBecause
      })
    return { ...given, open, lost, remind, sends, standsBecause, noticeId: await remind() }
  }

  it('keeps its messages, says why, and sends them as soon as it is there again', async () => {
    const it = await queued()
    await it.sends(it.lost)
    expect(await it.deliveries(it.noticeId)).toMatchObject([{ state: 'waiting', why: 'not_set_up' }])
    expect(await it.standsBecause(it.lost)).toBe('not_set_up')
    const [logged] = await it.inside((ctx) => messageLog(ctx, { noticeIds: [it.noticeId] }))
    expect(logged?.deliveries).toMatchObject([{ channel: 'sms', state: 'waiting', why: 'not_set_up' }])
    clock.advance({ minutes: 90 })
    await it.sends(it.lost)
    expect(await it.deliveries(it.noticeId)).toMatchObject([{ state: 'waiting' }])
    expect(await it.standsBecause(it.open)).toBeNull()
    await it.sends(it.open)
    expect(await it.deliveries(it.noticeId)).toMatchObject([{ state: 'sent', why: null }])
  })

  it('is waited for a day from when it was lost, and no longer, by whatever is to go on it', async () => {
    const it = await queued()
    await it.sends(it.lost)
    clock.advance({ minutes: 24 * 60 - 1 })
    const later = await it.remind()
    await it.sends(it.lost)
    expect(await it.deliveries(it.noticeId)).toMatchObject([{ state: 'waiting' }])
    expect(await it.deliveries(later)).toMatchObject([{ state: 'waiting', why: 'not_set_up' }])
    clock.advance({ minutes: 1 })
    await it.sends(it.lost)
    for (const noticeId of [it.noticeId, later])
      expect(await it.deliveries(noticeId)).toMatchObject([
        { channel: 'sms', state: 'unreachable', why: 'not_set_up' },
        { channel: 'subscription', state: 'sent' },
      ])
    const tooLate = await it.remind()
    await it.sends(it.lost)
    expect(await it.deliveries(tooLate)).toMatchObject([
      { state: 'unreachable' },
      { channel: 'subscription', state: 'sent' },
    ])
  })

  it('found again and lost again, it is waited for again', async () => {
    const it = await queued()
    await it.sends(it.lost)
    clock.advance({ days: 2 })
    await it.sends(it.open)
    expect(await it.deliveries(it.noticeId)).toMatchObject([{ state: 'sent' }])
    const next = await it.remind()
    await it.sends(it.lost)
    expect(await it.deliveries(next)).toMatchObject([{ state: 'waiting', why: 'not_set_up' }])
  })

  it('holds up no other channel', async () => {
    const it = await queued(['subscription', 'sms'])
    await it.sends(it.lost)
    expect(await it.deliveries(it.noticeId)).toMatchObject([{ channel: 'subscription', state: 'sent' }])
  })
})
