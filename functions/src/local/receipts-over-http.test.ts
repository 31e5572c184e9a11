import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, it } from 'vitest'
import { signIn } from './testing/api-client.ts'
import { givenCommunity } from './testing/given.ts'
import { readPdf, withoutSpaces } from './testing/read-pdf.ts'
import { testSystem } from './testing/system.ts'

const system = await testSystem(await mkdtemp(join(tmpdir(), 'no-pages-')))
const { world, emulator, address } = system
const account = { mchid: emulator.merchant.mchid, appid: emulator.merchant.appid }
const receipts = '/v1/communities/:communityId/households/:householdId/receipts'

/** A home whose owner has just paid 1,952.28 with WeChat. */
async function aPaidHome() {
  const given = await givenCommunity(world, undefined, account)
  const { householdId, phone } = await given.household({
    owner: '欧阳明月',
    building: '12栋',
    unit: '',
    roomNo: '1203',
  })
  await given.charge(householdId, { owes: '1952.28', due: '2026-06-30' })
  const owner = await signIn(system, phone)
  const params = { communityId: given.community, householdId }
  const started = await owner.ask('POST /v1/communities/:communityId/households/:householdId/payments', {
    params,
    body: { kind: 'all-due' },
  })
  const prepayId = started.payParams.package.replace('prepay_id=', '')
  emulator.control.pay({ prepay_id: prepayId, openid: owner.openid, outcome: 'ok' })
  await emulator.clock.advance(1_000)
  const attemptId = started.attempt.id
  const staff = async (role: StaffRole) => {
    const phoneOfStaff = `137${String(20_000_000 + given.community)}`
    const client = await signIn(system, phoneOfStaff)
    await given.inside(
      ({ tx, community }) => tx.run`
        insert into staff (community_id, person_id, name, roles)
        select ${community}::integer, id, '员工', ${[role]}::text[]::staff_role[] from person where phone = ${phoneOfStaff}`,
    )
    return client
  }
  return { given, params, owner, attemptId, staff }
}

it('a receipt is issued after the payment, downloaded by its owner and by staff, and verified by whoever holds it', async () => {
  const { params, owner, attemptId, staff } = await aPaidHome()
  const listed = () => owner.ask(`GET ${receipts}`, { params, query: {} })
  const begun = { params: { ...params, attemptId } }
  const byAttempt = '/v1/communities/:communityId/households/:householdId/payments/:attemptId/receipt'
  expect(await owner.refusal(`POST ${byAttempt}`, begun)).toMatchObject({ code: 'receipt-not-ready' })
  expect(await listed()).toEqual({ receipts: [], more: false })
  await system.drainJobs()
  const [receipt] = (await listed()).receipts
  if (!receipt) throw new Error('a receipt')
  expect(receipt).toMatchObject({
    number: 1,
    amountFen: 195_228,
    returnedFen: 0,
    hasPdf: true,
    method: 'wechat',
  })

  const one = { params: { ...params, paymentId: receipt.paymentId } }
  const { url } = await owner.ask(`POST ${receipts}/:paymentId/pdf`, one)
  const file = await fetch(`${address}${url}`)
  expect(file.headers.get('content-type')).toBe('application/pdf')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const [page] = await readPdf(bytes)
  for (const words of ['收据', 'SJ-000001', '微信支付', '人民币壹仟玖佰伍拾贰元贰角捌分', '缴款人 业主'])
    expect(page?.text).toContain(withoutSpaces(words))

  const again = await owner.ask(`POST ${byAttempt}`, begun)
  expect(new Uint8Array(await (await fetch(`${address}${again.url}`)).arrayBuffer())).toEqual(bytes)
  const desk = await (await staff('front_desk')).ask(`POST ${receipts}/:paymentId/pdf`, one)
  expect(new Uint8Array(await (await fetch(`${address}${desk.url}`)).arrayBuffer())).toEqual(bytes)

  const [scanned = ''] = page?.links ?? []
  expect(scanned).toMatch(new RegExp(`^${address}/v1/receipts/${params.communityId}-[\\w-]{22}$`))
  const told = await fetch(scanned)
  expect(told.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await told.text()).toContain('这张收据是真的')
  expect(await system.audit()).toEqual([])
})

it('is nobody else’s: neighbours, and staff of another community, learn not even that it is there', async () => {
  const { params, owner } = await aPaidHome()
  await system.drainJobs()
  const {
    receipts: [receipt],
  } = await owner.ask(`GET ${receipts}`, { params, query: {} })
  if (!receipt) throw new Error('a receipt')
  const elsewhere = await aPaidHome()
  const stranger = await elsewhere.staff('manager')
  for (const who of [elsewhere.owner, stranger]) {
    expect(await who.refusal(`GET ${receipts}`, { params })).toMatchObject({ status: 404 })
    const one = { params: { ...params, paymentId: receipt.paymentId } }
    expect(await who.refusal(`POST ${receipts}/:paymentId/pdf`, one)).toMatchObject({ status: 404 })
  }
  expect((await fetch(`${address}/v1/receipt-files/receipt.1.1.1.9999999999.${'A'.repeat(43)}`)).status).toBe(
    404,
  )
})
