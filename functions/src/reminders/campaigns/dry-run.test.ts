import { addDays } from '@anjiao/shared/calendar'
import type { CampaignProgress, DryRun } from '@anjiao/shared/contract/campaigns'
import type { Channel } from '@anjiao/shared/notice-life'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { givenCampaigns, withSms } from '../../local/testing/given-campaigns.ts'
import { worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import { asSystem } from '../../platform/context.ts'

const { world: plain, clock } = await testWorld()
const { world, messages } = worldWithMessages(withSms(plain))
beforeEach(() => {
  clock.set('2026-11-23T10:00:00+08:00')
  messages.length = 0
})

type Given = Awaited<ReturnType<typeof givenCampaigns>>

/** A home that owes 100 yuan, and what is known of it. */
interface ModelHome {
  readonly bound: boolean
  readonly credits: number
  readonly phone: boolean
  readonly stop: 'deceased' | 'asked' | null
  readonly fromHour: number
  readonly transferred: boolean
  readonly complained: boolean
  readonly remindedDaysAgo: readonly number[]
  readonly disputed: boolean
  /** Its owner also owns the home before it. */
  readonly second: boolean
}

const seldom = fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0)

const aHome: fc.Arbitrary<ModelHome> = fc.record({
  bound: fc.integer({ min: 0, max: 3 }).map((chance) => chance > 0),
  credits: fc.integer({ min: 0, max: 2 }),
  phone: fc.boolean(),
  stop: fc.constantFrom(null, null, null, null, 'deceased', 'asked'),
  fromHour: fc.constantFrom(9, 9, 18),
  transferred: seldom,
  complained: seldom,
  remindedDaysAgo: fc.constantFrom([], [], [3], [7], [9, 16], [8, 9, 10, 11]),
  disputed: seldom,
  second: fc.boolean(),
})

const someChannels = fc.constantFrom<Channel[]>(
  ['subscription'],
  ['sms'],
  ['subscription', 'sms'],
  ['sms', 'subscription'],
  ['subscription', 'letter'],
  ['subscription', 'sms', 'letter'],
)

async function build(given: Given, homes: readonly ModelHome[]): Promise<void> {
  let owner = await given.person()
  for (const [at, home] of homes.entries()) {
    const { householdId } = await given.household({ owner: `李${at}` })
    const chargeId = await given.charge(householdId, { owes: '100.00', due: '2026-10-31' })
    if (!home.second) owner = await given.person()
    if (!home.second)
      for (let tap = 0; tap < home.credits; tap++)
        await given.answers(owner.openid, { templateId: given.templateId, in: tap * 20 - 600 })
    await given.inside(async ({ tx, community, now, today }) => {
      if (home.bound)
        await tx.run`
          insert into membership (community_id, household_id, person_id, relation)
          values (${community}, ${householdId}, ${owner.personId}, 'owner')`
      if (!home.phone)
        await tx.run`update household set owner_phones = '{}' where (community_id, id) = (${community}, ${householdId})`
      if (home.transferred)
        await tx.run`
          update household set to_date = ${addDays(today, -1)} where (community_id, id) = (${community}, ${householdId})`
      await tx.run`
        insert into contact_wish (community_id, household_id, from_hour, stop, changed_at, changed_by)
        values (${community}, ${householdId}, ${home.fromHour}, ${home.stop}, ${now}, 'system:test')`
      if (home.disputed)
        await tx.run`
          insert into charge_hold (community_id, household_id, charge_id, matter, subject_id, granted, from_date)
          values (${community}, ${householdId}, ${chargeId}, 'dispute', ${chargeId}, false, ${today})`
      for (const daysAgo of home.remindedDaysAgo)
        await tx.run`
          insert into notice (community_id, household_id, kind, key, rule, channels, made_at, not_after, words, told_at)
          values (${community}, ${householdId}, 'reminder', ${`test:${daysAgo}`}, 'overdue_7', '{subscription}', ${now}, ${now}, '{}',
                  ${now}::timestamptz - make_interval(days => ${daysAgo}))`
      if (home.complained)
        await tx.run`
          with noticed as (
            insert into notice (community_id, household_id, kind, key, rule, channels, made_at, not_after)
            values (${community}, ${householdId}, 'answer', 'test:complaint', 'answers', '{subscription}', ${now}, ${now}) returning id
          )
          insert into reminder_complaint (community_id, household_id, notice_id, asked_by, text, asked_at, reply_by)
          select ${community}, ${householdId}, id, ${owner.personId}, '太频繁了', ${now}, ${today} from noticed`
    })
  }
}

/** What both say, in the same words. */
const tried = ({ homes, heldOut, unreachable, credits, leftOut, byChannel }: DryRun) => ({
  homes,
  heldOut,
  unreachable,
  credits,
  leftOut: sorted(leftOut),
  reached: byChannel.filter((each) => each.homes > 0).map((each) => [each.channel, each.homes]),
})

const happened = (progress: CampaignProgress, inOrder: readonly Channel[]) => ({
  homes: progress.homes,
  heldOut: progress.heldOut,
  unreachable: progress.unreachable + progress.noCredit,
  credits: messages.length,
  leftOut: sorted(progress.leftOut),
  reached: inOrder
    .map((channel): [Channel, number] => [
      channel,
      // A letter that may go waits for somebody who prints it.
      channel === 'letter'
        ? progress.waiting
        : (progress.byChannel.find((each) => each.channel === channel)?.sent ?? 0),
    ])
    .filter(([, homes]) => homes > 0),
})

const sorted = (leftOut: DryRun['leftOut']) => leftOut.toSorted((a, b) => a.why.localeCompare(b.why))

it('says what then happens, for any homes, channels and hold-out group', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aHome, { minLength: 1, maxLength: 8 }),
      someChannels,
      fc.constantFrom(0, 25),
      async (homes, channels, holdOutPercent) => {
        clock.set('2026-11-23T10:00:00+08:00')
        messages.length = 0
        const given = await givenCampaigns(world)
        await given.moreWordings()
        await build(given, homes)
        const { id } = await given.draft({ channels, holdOutPercent })
        const said = await given.tryOut({ channels, holdOutPercent, campaignId: id })
        if (said.homes === 0) return
        await given.press(id, 'submit')
        await given.minute()
        await given.sends()
        clock.set('2026-11-23T18:00:00+08:00')
        await given.sends()
        expect(tried(said)).toEqual(happened(await given.progress(id), channels))
      },
    ),
    { numRuns: 25 },
  )
})

describe('a dry run', () => {
  it('writes nothing, and takes no consent', async () => {
    const given = await givenCampaigns(world)
    const { owner } = await given.debtor()
    expect(await given.tryOut()).toMatchObject({ credits: 1 })
    expect(await given.credits(owner)).toBe(1)
    const written = await given.inside(
      ({ tx, community }) => tx.rows`
        select id from notice where community_id = ${community} union all select id from campaign where community_id = ${community}`,
    )
    expect(written).toEqual([])
  })

  it('says the same at night: the hour is what messages wait for', async () => {
    const given = await givenCampaigns(world)
    await given.debtor()
    const byDay = await given.tryOut()
    clock.set('2026-11-23T23:00:00+08:00')
    expect(await given.tryOut()).toEqual(byDay)
  })

  it('shows some homes as they would read it, without their names', async () => {
    const given = await givenCampaigns(world)
    const { householdId } = await given.debtor({ owes: '1234.50' })
    const { examples } = await given.tryOut()
    expect(examples).toMatchObject([
      {
        householdId,
        ownerMasked: '王**',
        openFen: 123_450,
        channel: 'subscription',
        why: null,
        reads: [{ label: '小区' }, { label: '待缴金额', value: '¥1234.50' }],
      },
    ])
  })

  it('shows at most three of each way in which it ends, however many there are', async () => {
    const given = await givenCampaigns(world)
    await given.manyDebtors(30)
    for (let more = 0; more < 4; more++) await given.debtor()
    const { examples, unreachable, byChannel } = await given.tryOut()
    expect({ unreachable, byChannel }).toMatchObject({ unreachable: 30, byChannel: [{ homes: 4 }] })
    expect(
      examples
        .map(({ channel, why }) => channel ?? why)
        .toSorted((a, b) => String(a).localeCompare(String(b))),
    ).toEqual(['nobody', 'nobody', 'nobody', 'subscription', 'subscription', 'subscription'])
  })

  it('leaves out who is paying at this moment', async () => {
    const given = await givenCampaigns(world)
    const { householdId, owner } = await given.debtor()
    await given.inside(
      ({ tx, community, now }) => tx.run`
        insert into payment_attempt (community_id, out_trade_no, household_id, payer_id, mchid, appid, openid, amount_fen, description,
                                     state, prepay_id, intent_key, created_at, expires_at, next_query_at)
        values (${community}, 'paying', ${householdId}, ${owner.personId}, '1900000001', ${owner.appid}, ${owner.openid}, 100, '物业缴费',
                'prepaid', 'wx1', 'paying', ${now}, ${now}::timestamptz + interval '20 minutes', ${now})`,
    )
    expect(await given.tryOut()).toMatchObject({ leftOut: [{ why: 'paying', homes: 1 }], credits: 0 })
  })

  it('knows the cost where the company has said what a message costs, and says where it has not', async () => {
    const given = await givenCampaigns(world)
    await given.moreWordings()
    await given.debtor({ credits: 0 })
    await given.debtor()
    const channels: Channel[] = ['subscription', 'sms']
    expect((await given.tryOut({ channels })).byChannel).toEqual([
      { channel: 'subscription', homes: 1, costFen: 0 },
      { channel: 'sms', homes: 1, costFen: null },
    ])
    await asSystem(
      world,
      'test',
      ({ tx }) => tx.run`
        update company set sms_fen = 5 where id = (select company_id from community where id = ${given.community})`,
    )
    expect((await given.tryOut({ channels })).byChannel[1]).toEqual({ channel: 'sms', homes: 1, costFen: 5 })
  })

  it('says of a channel without wording that it reaches nobody', async () => {
    const given = await givenCampaigns(world)
    await given.debtor()
    expect(await given.tryOut({ channels: ['letter'] })).toMatchObject({
      unreachable: 1,
      examples: [{ channel: null, why: 'no_wording', reads: [] }],
    })
  })
})
