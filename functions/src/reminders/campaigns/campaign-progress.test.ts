import { addDays } from '@anjiao/shared/calendar'
import type { Conversion } from '@anjiao/shared/contract/campaigns'
import type { CampaignId, ChargeId, EntryId, HouseholdId, NoticeId } from '@anjiao/shared/ids'
import { fen, negateFen } from '@anjiao/shared/money'
import { beforeEach, describe, expect, it } from 'vitest'
import { post, reverse } from '../../ledger/index.ts'
import { givenCampaigns } from '../../local/testing/given-campaigns.ts'
import { worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import { openNotice } from '../inbox/open-notice.ts'

const { world: plain, clock } = await testWorld()
const { world, wechat } = worldWithMessages(plain)
const taken = wechat.says
beforeEach(() => {
  clock.set('2026-11-23T10:00:00+08:00')
  wechat.says = taken
})

type Given = Awaited<ReturnType<typeof givenCampaigns>>
type Debtor = Awaited<ReturnType<Given['debtor']>>

let paid = 0

/** Money taken at the till so many days from today. */
const pays = (given: Given, chargeId: ChargeId, { yuan = 30, inDays = 0 } = {}): Promise<EntryId> =>
  given.inside((ctx) =>
    post(ctx, {
      kind: 'payment',
      source: `test-progress:${++paid}`,
      businessDate: addDays(ctx.today, inDays),
      lines: [
        { account: 'cash', place: 'till', amountFen: fen(yuan * 100) },
        { account: 'receivable', chargeId, amountFen: negateFen(fen(yuan * 100)) },
      ],
    }),
  )

async function sentTo(count: number) {
  const given = await givenCampaigns(world)
  const homes: Debtor[] = []
  for (let made = 0; made < count; made++) homes.push(await given.debtor())
  const id = await given.running()
  await given.sends()
  const home = (at: number): Debtor => homes[at] ?? missing()
  return { ...given, id, home, homes }
}

const noticeOf = ({ inside }: Given, id: CampaignId, householdId: HouseholdId) =>
  inside(async ({ tx, community }) => {
    const notice = await tx.one<{ id: NoticeId }>`
      select id from notice where (community_id, campaign_id, household_id) = (${community}, ${id}, ${householdId})`
    return notice.id
  })

describe('progress', () => {
  it('puts each home in one place: where the last message to it stands', async () => {
    const given = await givenCampaigns(world)
    const homes = [await given.debtor(), await given.debtor(), await given.debtor({ credits: 0 })]
    const { householdId } = await given.household()
    await given.charge(householdId, { owes: '100.00', due: '2026-10-31' })
    await given.debtor()
    const id = await given.running()
    await given.settle(homes[0]?.chargeId ?? missing(), '100.00')
    wechat.says = ({ openid }) =>
      openid === homes[1]?.owner.openid
        ? { kind: 'refused', errcode: 43101, rid: undefined }
        : { kind: 'unknown-outcome', why: 'timeout' }
    await given.sends()
    const {
      standsBecause: _,
      reminded: __,
      notReminded: ___,
      comparesOn: ____,
      ...figures
    } = await given.progress(id)
    expect(figures).toEqual({
      planned: true,
      homes: 5,
      heldOut: 0,
      waiting: 0,
      sending: 0,
      sent: 0,
      delivered: 0,
      opened: 0,
      refused: 1,
      failed: 0,
      unreachable: 1,
      noCredit: 1,
      unknown: 1,
      leftOut: [{ why: 'nothing_open', homes: 1 }],
      byChannel: [{ channel: 'subscription', sent: 0, delivered: 0 }],
    })
  })

  it('knows who opened it, and who is known to have got it', async () => {
    const given = await sentTo(2)
    const { householdId, owner } = given.home(0)
    const noticeId = await noticeOf(given, given.id, householdId)
    await given.inside((ctx) => openNotice(ctx, householdId, noticeId, owner.personId))
    expect(await given.progress(given.id)).toMatchObject({ opened: 1 })
  })

  it('says that the quota stops it, and until then nothing is wrong', async () => {
    const given = await givenCampaigns(world)
    await given.debtor()
    const id = await given.running()
    expect((await given.progress(id)).standsBecause).toBeNull()
    wechat.says = () => ({ kind: 'limited', until: 'day', errcode: 45009, rid: undefined })
    await given.sends()
    expect(await given.progress(id)).toMatchObject({ waiting: 1, standsBecause: 'quota' })
    await given.inside(({ tx }) => tx.run`update channel_pause set paused_until = '2020-01-01'`)
  })

  it('says that a setting stops it where a setting does', async () => {
    const given = await givenCampaigns(world)
    await given.debtor()
    const id = await given.running()
    wechat.says = () => ({ kind: 'config', errcode: 48001, rid: undefined })
    await given.sends()
    expect(await given.progress(id)).toMatchObject({ waiting: 1, standsBecause: 'config' })
    await given.inside(({ tx }) => tx.run`update channel_pause set paused_until = '2020-01-01'`)
  })
})

describe('what came of it', () => {
  const percentages = ({ homes, paid3Days, paid7Days, paid14Days, paidFen }: Conversion) => [
    homes,
    paid3Days,
    paid7Days,
    paid14Days,
    paidFen,
  ]
  const reminded = async (given: Given & { id: CampaignId }) =>
    percentages((await given.progress(given.id)).reminded)

  it('is who paid within 3, 7 and 14 days of its beginning', async () => {
    const given = await sentTo(6)
    expect(await reminded(given)).toEqual([6, 0, 0, 0, 0])
    for (const [at, inDays] of [0, 3, 7, 14, 15].entries())
      await pays(given, given.home(at).chargeId, { inDays })
    expect(await reminded(given)).toEqual([6, 2, 3, 4, 12_000])
  })

  it('counts a home once, and all that it paid', async () => {
    const given = await sentTo(1)
    for (const inDays of [5, 1, 20]) await pays(given, given.home(0).chargeId, { inDays })
    expect(await reminded(given)).toEqual([1, 1, 1, 1, 6_000])
  })

  it('counts neither what it was not asked for, nor what was taken back, nor what was let go', async () => {
    const given = await sentTo(3)
    const later = await given.charge(given.home(0).householdId, { owes: '50.00', due: '2026-12-31' })
    await pays(given, later)
    const entryId = await pays(given, given.home(1).chargeId)
    await given.inside((ctx) => reverse(ctx, entryId, '退款'))
    await given.inside((ctx) =>
      post(ctx, {
        kind: 'relief',
        source: 'test-relief:1',
        businessDate: ctx.today,
        lines: [
          { account: 'relief', chargeId: given.home(2).chargeId, amountFen: fen(1_000) },
          { account: 'receivable', chargeId: given.home(2).chargeId, amountFen: fen(-1_000) },
        ],
      }),
    )
    expect(await reminded(given)).toEqual([3, 0, 0, 0, 0])
  })

  it('counts advance that is used for it as paid', async () => {
    const given = await sentTo(1)
    const { householdId, chargeId } = given.home(0)
    await given.advance(householdId, '40.00')
    await given.inside((ctx) =>
      post(ctx, {
        kind: 'advance_applied',
        source: 'test-advance:1',
        businessDate: ctx.today,
        lines: [
          { account: 'advance', householdId, amountFen: fen(4_000) },
          { account: 'receivable', chargeId, amountFen: fen(-4_000) },
        ],
      }),
    )
    expect(await reminded(given)).toEqual([1, 1, 1, 1, 4_000])
  })

  it('does not count what was paid by phone earlier on the very day', async () => {
    const given = await givenCampaigns(world)
    const homes = [await given.debtor(), await given.debtor()]
    for (const [at, paidAt] of ['2026-11-23T09:59:59+08:00', '2026-11-23T10:00:01+08:00'].entries()) {
      const { chargeId, householdId } = homes[at] ?? missing()
      const entryId = await pays(given, chargeId)
      await given.inside(
        ({ tx, community }) => tx.run`
          insert into payment (community_id, household_id, method, external_id, amount_fen, paid_at, entry_id)
          values (${community}, ${householdId}, 'wechat', ${`test:${entryId}`}, 3000, ${paidAt}, ${entryId})`,
      )
    }
    const id = await given.running()
    await given.sends()
    expect(await reminded({ ...given, id })).toEqual([2, 1, 1, 1, 3_000])
  })

  it('is compared with homes that were not reminded, from the day on which it began', async () => {
    const given = await givenCampaigns(world)
    for (let made = 0; made < 12; made++) await given.debtor()
    const id = await given.running({ holdOutPercent: 50 })
    await given.sends()
    const homes = await given.inside(
      ({ tx, community }) => tx.rows<{ heldOut: boolean; chargeId: ChargeId }>`
        select held_out, charge_ids[1] as charge_id from campaign_home where (community_id, campaign_id) = (${community}, ${id})
         order by household_id`,
    )
    const out = homes.filter(({ heldOut }) => heldOut)
    const told = homes.filter(({ heldOut }) => !heldOut)
    const [one, other, third] = [out[0] ?? missing(), told[0] ?? missing(), told[1] ?? missing()]
    await pays(given, one.chargeId, { inDays: 6 })
    await pays(given, other.chargeId, { inDays: 1 })
    await pays(given, third.chargeId, { inDays: 13 })
    const progress = await given.progress(id)
    expect(percentages(progress.notReminded)).toEqual([out.length, 0, 1, 1, 3_000])
    expect(percentages(progress.reminded)).toEqual([told.length, 1, 1, 2, 6_000])
  })

  it('is compared when everybody has had 14 whole days', async () => {
    const given = await sentTo(2)
    expect(await given.progress(given.id)).toMatchObject({ comparesOn: '2026-12-08' })
  })

  it('compares both groups whole: whoever pays before their turn, or is reached by nothing, is in theirs', async () => {
    const given = await givenCampaigns(world)
    const homes: Debtor[] = []
    for (let made = 0; made < 12; made++) homes.push(await given.debtor({ credits: made % 2 }))
    const id = await given.running({ holdOutPercent: 50 })
    for (const { chargeId } of homes) await given.settle(chargeId, '100.00')
    await given.sends()
    const { reminded, notReminded, homes: all } = await given.progress(id)
    expect([reminded.paid3Days, notReminded.paid3Days]).toEqual([reminded.homes, notReminded.homes])
    expect(reminded.homes + notReminded.homes).toBe(all)
  })

  it('is not spoiled by another campaign: whom one leaves unreminded, others leave so for a fortnight', async () => {
    const given = await givenCampaigns(world)
    for (let made = 0; made < 12; made++) await given.debtor()
    const first = await given.running({ holdOutPercent: 50 })
    const { heldOut } = await given.progress(first)
    expect(heldOut).toBeGreaterThan(0)
    expect((await given.tryOut()).heldOut).toBe(heldOut)
    const second = await given.running()
    expect((await given.progress(second)).heldOut).toBe(heldOut)
    clock.advance({ days: 15 })
    const third = await given.running({ startsAt: '2026-12-08T08:00:00+08:00' })
    expect((await given.progress(third)).heldOut).toBe(0)
  })
})

function missing(): never {
  throw new Error('it was given')
}
