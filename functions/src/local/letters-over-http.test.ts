import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { businessDateAt } from '@anjiao/shared/calendar'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, it } from 'vitest'
import { sampleLetterWording } from './sample/sample-wordings.ts'
import { signIn } from './testing/api-client.ts'
import { givenCommunity } from './testing/given.ts'
import { aCampaign } from './testing/given-campaigns.ts'
import { readPdf } from './testing/read-pdf.ts'
import { testSystem } from './testing/system.ts'

const system = await testSystem(await mkdtemp(join(tmpdir(), 'no-pages-')))
const { world, emulator } = system
const account = { mchid: emulator.merchant.mchid, appid: emulator.merchant.appid }
const batches = '/v1/staff/communities/:communityId/letter-batches'

let phones = 0

/** A community with homes that owe, and ways to sign in as staff. */
async function aCommunity() {
  const given = await givenCommunity(world, undefined, account)
  for (const roomNo of ['1001', '201', '202']) {
    const { householdId } = await given.household({ building: '3栋', roomNo })
    await given.charge(householdId, { owes: '900.00', due: '2026-06-30' })
  }
  const staff = async (role: StaffRole) => {
    const phone = `137${String(10_000_000 + ++phones)}`
    const client = await signIn(system, phone)
    await given.inside(
      ({ tx, community }) => tx.run`
        insert into staff (community_id, person_id, name, roles)
        select ${community}::integer, id, '员工', ${[role]}::text[]::staff_role[] from person where phone = ${phone}`,
    )
    return client
  }
  return { params: { communityId: given.community }, given, staff }
}

it('letters of a campaign are worded, printed, set, downloaded and posted, over HTTP', async () => {
  const { params, given, staff } = await aCommunity()
  const manager = await staff('manager')
  const { company } = await given.inside(
    ({ tx, community }) => tx.one<{ company: string }>`
      select y.name as company from company y join community m on m.company_id = y.id where m.id = ${community}`,
  )
  await manager.ask('POST /v1/staff/communities/:communityId/wordings', {
    params,
    body: {
      wording: {
        kind: 'reminder',
        channel: 'letter',
        templateId: '',
        ...sampleLetterWording('reminder', company),
      },
      replaces: null,
    },
  })
  const campaign = await manager.ask('POST /v1/staff/communities/:communityId/campaigns', {
    params,
    body: aCampaign({ channels: ['letter'] }),
  })
  const campaignParams = { ...params, campaignId: campaign.id }
  await manager.ask('POST /v1/staff/communities/:communityId/campaigns/:campaignId/submit', {
    params: campaignParams,
    body: { seen: campaign.lastStep },
  })
  await system.run('campaigns')

  const desk = await staff('front_desk')
  const waiting = await desk.ask('GET /v1/staff/communities/:communityId/letters/waiting', { params })
  expect(waiting).toMatchObject([{ campaignId: campaign.id, building: '3栋', letters: 3, worded: true }])
  const printed = await desk.ask(`POST ${batches}`, {
    params,
    body: { campaignId: campaign.id, rule: null, building: null },
  })
  expect(printed).toMatchObject({ letters: 3, keptBack: 0, hasPdf: false })
  const batch = { ...params, batchId: printed.id }
  expect(await desk.refusal(`POST ${batches}/:batchId/pdf`, { params: batch })).toMatchObject({
    code: 'letters-not-ready',
  })
  await system.drainJobs()

  const { url } = await desk.ask(`POST ${batches}/:batchId/pdf`, { params: batch })
  const answer = await fetch(`${system.address}${url}`)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const pages = await readPdf(new Uint8Array(await answer.arrayBuffer()))
  const firsts = pages.filter(({ text }) => text.includes('第1页')).map(({ text }) => text)
  expect(['201', '202', '1001'].map((room, at) => firsts[at]?.includes(`1单元${room}`))).toEqual([
    true,
    true,
    true,
  ])
  expect(firsts.every((text) => text.includes('合计900.00'))).toBe(true)

  const on = businessDateAt(world.clock.now())
  const posted = await desk.ask(`POST ${batches}/:batchId/posted`, { params: batch, body: { on } })
  expect(posted.letters.map(({ fate }) => fate)).toEqual(['posted', 'posted', 'posted'])
  await system.run('campaigns')
  const after = await manager.ask('GET /v1/staff/communities/:communityId/campaigns/:campaignId', {
    params: campaignParams,
  })
  expect(after).toMatchObject({
    campaign: { state: 'done' },
    progress: { sent: 3, delivered: 0, waiting: 0 },
  })
})
