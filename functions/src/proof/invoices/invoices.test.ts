import { businessDate } from '@anjiao/shared/calendar'
import type { InvoiceWanted } from '@anjiao/shared/contract/invoices'
import type { InvoiceRequestId, PaymentId } from '@anjiao/shared/ids'
import { type InvoiceState, invoiceEvents, invoiceStates } from '@anjiao/shared/invoice-life'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { givenCommunity, yuan } from '../../local/testing/given.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { aPaidHome as aHomeThatRefunds } from '../../refunds/testing/a-paid-home.ts'
import { auditProof } from '../audit-proof.ts'
import { givenPayments } from '../testing/given-payments.ts'
import { openInvoiceList } from './invoice-list.ts'
import { invoicesRoutes } from './routes.ts'

const { world } = await testWorld()
const pdf = Buffer.from('%PDF-1.7 an invoice')
const ofHome = '/v1/communities/:communityId/households/:householdId/invoice-requests'
const ofStaff = '/v1/staff/communities/:communityId/invoice-requests'
const ask = { world, idempotencyKey: 'key', askedFrom: '' }

/** A home that paid 106.00 for the service and 50.00 for water in one payment, and 106.00 in another. */
async function aPaidHome() {
  const given = await givenCommunity(world)
  const { householdId } = await given.household({ owner: '欧阳明月' })
  const { pays, issues } = givenPayments(world, given)
  await given.charge(householdId, { owes: '106.00' })
  await given.charge(householdId, { owes: '50.00', item: '代收水费' })
  const first = await pays(householdId, '156.00')
  await given.charge(householdId, { owes: '106.00' })
  const second = await pays(householdId, '126.00')
  for (const payment of [first, second]) await issues(payment)
  const owner = await given.person({ householdId })
  const finance = await given.staff('finance')
  const params = { communityId: given.community, householdId }
  const asks = (
    paymentIds: PaymentId[],
    over: Partial<InvoiceWanted> = {},
    { caller = owner, home = params }: { caller?: Caller; home?: typeof params } = {},
  ) =>
    invoicesRoutes[`POST ${ofHome}`]({
      ...ask,
      caller,
      params: home,
      body: { paymentIds, titleKind: 'person', title: '欧阳明月', ...over },
    })
  const sees = (caller = owner) => invoicesRoutes[`GET ${ofHome}`]({ ...ask, caller, params })
  const issue = (
    requestId: InvoiceRequestId,
    over: { number?: string; file?: Uint8Array; caller?: Caller } = {},
  ) =>
    invoicesRoutes[`POST ${ofStaff}/:requestId/issue`]({
      ...ask,
      caller: over.caller ?? finance,
      params: { communityId: given.community, requestId },
      query: { number: over.number ?? '26312000000123456789', issuedOn: businessDate('2026-11-23') },
      body: over.file ?? pdf,
    })
  const decline = (requestId: InvoiceRequestId, because = '抬头写错了') =>
    invoicesRoutes[`POST ${ofStaff}/:requestId/decline`]({
      ...ask,
      caller: finance,
      params: { communityId: given.community, requestId },
      body: { because },
    })
  const redLetter = (requestId: InvoiceRequestId) =>
    invoicesRoutes[`POST ${ofStaff}/:requestId/red-letter`]({
      ...ask,
      caller: finance,
      params: { communityId: given.community, requestId },
      body: { number: '26312000000999' },
    })
  const rate = async (item: string, rateBp: number | null, fromDate = '2026-01-01') =>
    invoicesRoutes['POST /v1/staff/communities/:communityId/tax-rates']({
      ...ask,
      caller: finance,
      params: { communityId: given.community },
      body: {
        feeItemId: await given.feeItem(item),
        fromDate: businessDate(fromDate),
        treatment: rateBp === null ? 'not_taxed' : 'taxed',
        rateBp,
      },
    })
  return {
    ...given,
    householdId,
    params,
    owner,
    finance,
    first,
    second,
    pays,
    issues,
    asks,
    sees,
    issue,
    decline,
    redLetter,
    rate,
  }
}

const refused = (code: string) => expect.objectContaining({ code })

describe('asking for an invoice', () => {
  it('is for payments that settled something; what was paid ahead waits until it does', async () => {
    const home = await aPaidHome()
    expect((await home.sees()).payments).toMatchObject([
      { receipt: 2, amountFen: yuan('106') },
      { receipt: 1, amountFen: yuan('156') },
    ])
    await home.pays(home.householdId, '10.00').then(home.issues)
    expect((await home.sees()).payments).toHaveLength(2)
    const asked = await home.asks([home.first, home.second], {
      titleKind: 'company',
      title: ' 明月贸易有限公司 ',
      taxNumber: '9135 0100 m000 100y 43',
      email: 'a@b.cn',
    })
    expect(asked).toMatchObject({
      state: 'asked',
      title: '明月贸易有限公司',
      taxNumber: '91350100M000100Y43',
      receipts: [1, 2],
      amountFen: yuan('262'),
      needsRed: false,
    })
    expect(await home.sees()).toMatchObject({ payments: [], requests: [{ id: asked.id }] })
  })

  it('splits the payments by fee item, with the rate of the day on which each was paid', async () => {
    const home = await aPaidHome()
    const { id } = await home.asks([home.first])
    const lines = async () => (await home.sees()).requests.find((request) => request.id === id)?.lines
    expect(await lines()).toMatchObject([
      { feeItem: '代收水费', amountFen: 5_000, treatment: null, taxFen: null },
      { feeItem: '物业服务费', amountFen: 10_600, treatment: null },
    ])
    await home.rate('物业服务费', 300, '2020-01-01')
    await home.rate('物业服务费', 600, '2026-11-01')
    await home.rate('物业服务费', 100, '2026-12-01')
    await home.rate('代收水费', null)
    expect(await lines()).toEqual([
      { feeItem: '代收水费', amountFen: 5_000, treatment: 'not_taxed', rateBp: null, taxFen: null },
      { feeItem: '物业服务费', amountFen: 10_600, treatment: 'taxed', rateBp: 600, taxFen: 600 },
    ])
  })

  it.each([
    ['a wrong tax number', { titleKind: 'company', taxNumber: '91350100M000100Y44' }, 'invoice-tax-number'],
    ['a company without one', { titleKind: 'company' }, 'invoice-tax-number'],
    ['no e-mail address', { email: 'not an address' }, 'invoice-email'],
  ] as const)('is refused for %s', async (_, over, code) => {
    const home = await aPaidHome()
    await expect(home.asks([home.first], over)).rejects.toEqual(refused(code))
  })

  it('is refused to tenants and to everybody else, and for a neighbour’s payment', async () => {
    const [home, neighbour] = [await aPaidHome(), await aPaidHome()]
    const tenant = await home.person({ householdId: home.householdId, relation: 'tenant' })
    await expect(home.asks([home.first], {}, { caller: tenant })).rejects.toEqual(
      refused('owner-or-family-only'),
    )
    await expect(home.asks([home.first], {}, { caller: neighbour.owner })).rejects.toEqual(
      refused('not-found'),
    )
    const other = await home.household()
    const theirs = await home.pays(other.householdId, '1.00')
    await home.issues(theirs)
    await expect(home.asks([home.first, theirs])).rejects.toEqual(refused('invoice-payment-taken'))
  })

  it('takes each payment once, though two ask at the same moment', async () => {
    const home = await aPaidHome()
    const asked = await Promise.allSettled([1, 2, 3, 4].map(() => home.asks([home.first])))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const each of asked)
      if (each.status === 'rejected') expect(each.reason).toEqual(refused('invoice-payment-taken'))
  })
})

describe('finance', () => {
  it('issues it with its file, which the owner then opens; its lines stand though rates change', async () => {
    const home = await aPaidHome()
    const { id } = await home.asks([home.first])
    await expect(home.issue(id)).rejects.toEqual(refused('tax-rate-missing'))
    await home.rate('物业服务费', 600)
    await home.rate('代收水费', null)
    await expect(home.issue(id, { file: Buffer.from('MZ, a program') })).rejects.toEqual(
      refused('invoice-file'),
    )
    await expect(home.issue(id, { file: Buffer.alloc(5_000_001) })).rejects.toEqual(refused('too-large'))
    expect(await home.issue(id)).toMatchObject({ state: 'issued', invoiceNumber: '26312000000123456789' })
    await expect(home.issue(id)).rejects.toEqual(refused('invoice-moved-on'))
    await home.rate('物业服务费', 100, '2026-02-01')
    expect((await home.sees()).requests[0]?.lines[1]).toMatchObject({ rateBp: 600, taxFen: 600 })

    const { url } = await invoicesRoutes[`POST ${ofHome}/:requestId/file`]({
      ...ask,
      caller: home.owner,
      params: { ...home.params, requestId: id },
    })
    const token = url.replace('/v1/invoice-files/', '')
    expect(await invoicesRoutes['GET /v1/invoice-files/:token']({ ...ask, params: { token } })).toMatchObject(
      {
        bytes: pdf,
        contentType: 'application/pdf',
        fileName: '发票-26312000000123456789.pdf',
      },
    )
    const neighbour = await home.household()
    const stranger = await home.person({ householdId: neighbour.householdId })
    await expect(
      invoicesRoutes[`POST ${ofHome}/:requestId/file`]({
        ...ask,
        caller: stranger,
        params: { communityId: home.community, householdId: neighbour.householdId, requestId: id },
      }),
    ).rejects.toEqual(refused('not-found'))
  })

  it('declines with a reason, and the payment may be asked for again', async () => {
    const home = await aPaidHome()
    const { id } = await home.asks([home.first])
    expect(await home.decline(id)).toMatchObject({ state: 'declined', declinedBecause: '抬头写错了' })
    expect((await home.sees()).payments).toHaveLength(2)
    expect(await home.asks([home.first])).toMatchObject({ state: 'asked' })
    await expect(home.decline(id)).rejects.toEqual(refused('invoice-moved-on'))
  })

  it('alone does any of this, and uses no invoice number twice', async () => {
    const home = await aPaidHome()
    await home.rate('物业服务费', 600)
    await home.rate('代收水费', null)
    const [one, two] = [await home.asks([home.first]), await home.asks([home.second])]
    for (const caller of [await home.staff('front_desk'), await home.staff('collector'), home.owner])
      await expect(home.issue(one.id, { caller })).rejects.toEqual(refused('not-allowed'))
    await home.issue(one.id)
    await expect(home.issue(two.id)).rejects.toEqual(refused('invoice-number-used'))
  })

  /** A payment with a receipt, for which an invoice is asked, and whoever may give something of it back. */
  async function anAskedInvoice() {
    const home = await aHomeThatRefunds(world)
    const { issues } = givenPayments(world, home)
    await issues(home.paymentId)
    const finance = await home.staff('finance')
    const { householdId } = await home.inside(
      ({ tx, community }) => tx.one<{ householdId: never }>`
        select household_id from payment where (community_id, id) = (${community}, ${home.paymentId})`,
    )
    const owner = await home.person({ householdId })
    const params = { communityId: home.community, householdId }
    const asked = await invoicesRoutes[`POST ${ofHome}`]({
      ...ask,
      caller: owner,
      params,
      body: { paymentIds: [home.paymentId], titleKind: 'person', title: '王小明' },
    })
    const staff = { ...ask, caller: finance, params: { communityId: home.community } }
    await invoicesRoutes['POST /v1/staff/communities/:communityId/tax-rates']({
      ...staff,
      body: {
        feeItemId: await home.feeItem('物业服务费'),
        fromDate: businessDate('2020-01-01'),
        treatment: 'taxed',
        rateBp: 600,
      },
    })
    const one = { ...ask, caller: finance, params: { communityId: home.community, requestId: asked.id } }
    const issue = () =>
      invoicesRoutes[`POST ${ofStaff}/:requestId/issue`]({
        ...one,
        query: { number: '1', issuedOn: businessDate('2026-11-23') },
        body: pdf,
      })
    const seen = () => invoicesRoutes[`GET ${ofHome}`]({ ...ask, caller: owner, params })
    const shown = async () => (await seen()).requests.find(({ id }) => id === asked.id)
    const payments = async () => (await seen()).payments
    return { home, one, asked, staff, issue, shown, payments }
  }

  it('issues what is left when a part went back since it was asked for, and that needs no red one', async () => {
    const { home, asked, issue, shown } = await anAskedInvoice()
    await home.decide(await home.ask({ route: 'cash', parts: [home.part(1, '50.00')] }))
    expect(await shown()).toMatchObject({ amountFen: asked.amountFen - yuan('50.00') })
    await issue()
    expect(await shown()).toMatchObject({ amountFen: asked.amountFen - yuan('50.00'), needsRed: false })
    await home.decide(await home.ask({ route: 'cash', parts: [home.part(1, '10.00')] }))
    expect(await shown()).toMatchObject({ needsRed: true })
  })

  it('issues none when all of it went back since it was asked for', async () => {
    const { home, asked, issue, one } = await anAskedInvoice()
    await home.decide(
      await home.ask({ route: 'cash', parts: [home.part(0, '100.00'), home.part(1, '200.00')] }),
    )
    await expect(issue()).rejects.toEqual(refused('invoice-money-gone-back'))
    await invoicesRoutes[`POST ${ofStaff}/:requestId/decline`]({ ...one, body: { because: '已经退款' } })
    expect(asked.state).toBe('asked')
  })

  it('after a red one the rest can be invoiced', async () => {
    const { home, asked, issue, one, payments } = await anAskedInvoice()
    await issue()
    await home.decide(await home.ask({ route: 'cash', parts: [home.part(1, '50.00')] }))
    expect(await payments()).toEqual([])
    await invoicesRoutes[`POST ${ofStaff}/:requestId/red-letter`]({ ...one, body: { number: '2' } })
    expect(await payments()).toMatchObject([{ amountFen: asked.amountFen - yuan('50.00') }])
  })

  it('needs no red one when only what was paid ahead went back', async () => {
    const { home, issue, shown } = await anAskedInvoice()
    await issue()
    await home.decide(await home.ask({ route: 'cash', fromAdvanceFen: yuan('50.00') }))
    expect(await shown()).toMatchObject({ needsRed: false })
  })

  it('is told to issue a red one when money goes back after it was issued', async () => {
    const { home, one, asked, staff, issue } = await anAskedInvoice()
    await issue()
    const needRed = async () =>
      (await invoicesRoutes[`GET ${ofStaff}`]({ ...staff, query: { show: 'needs_red' } })).requests
    expect(await needRed()).toEqual([])
    await home.decide(await home.ask({ route: 'cash', parts: [home.part(1, '50.00')] }))
    expect(await needRed()).toMatchObject([{ id: asked.id, needsRed: true }])
    await invoicesRoutes[`POST ${ofStaff}/:requestId/red-letter`]({ ...one, body: { number: '2' } })
    expect(await needRed()).toEqual([])
  })

  it('lists by state and takes the list as Excel: a row a line, amounts as numbers, a tax number as text', async () => {
    const home = await aPaidHome()
    await home.rate('物业服务费', 600)
    await home.asks([home.first], {
      titleKind: 'company',
      title: '=1+1 公司',
      taxNumber: '91350100M000100Y43',
    })
    const staff = { ...ask, caller: home.finance, params: { communityId: home.community } }
    const { url } = await invoicesRoutes[`POST ${ofStaff}/list`]({ ...staff, body: { show: 'asked' } })
    const [, token = ''] = /^\/v1\/invoice-lists\/([^/]+)\/asked$/.exec(url) ?? []
    const { bytes } = await openInvoiceList(world, { token, show: 'asked' })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(bytes) as never)
    const rows =
      book.worksheets[0]
        ?.getSheetValues()
        .slice(2)
        .map((row) => (row as unknown[]).slice(1)) ?? []
    expect(rows).toHaveLength(2)
    expect(rows[1]).toEqual(
      expect.arrayContaining(['=1+1 公司', '91350100M000100Y43', 'SJ-000001', '物业服务费', 106, '征税', 6]),
    )
    expect(rows[0]).toEqual(expect.arrayContaining(['代收水费', 50, '未设税率']))
    await expect(
      invoicesRoutes[`GET ${ofStaff}`]({ ...staff, caller: home.owner, query: { show: 'asked' } }),
    ).rejects.toEqual(refused('not-allowed'))
  })
})

describe('the audit', () => {
  it('names an invoice whose lines come to something else than its payments settled', async () => {
    const home = await aPaidHome()
    await home.rate('物业服务费', 600)
    await home.rate('代收水费', null)
    const { id } = await home.asks([home.first])
    await home.issue(id)
    const audit = () => home.inside((ctx) => auditProof(ctx))
    expect(await audit()).toEqual([])
    await home.inside(
      ({ tx, community }) => tx.run`
        update invoice_request set lines = '[{"amountFen": 1}]' where (community_id, id) = (${community}, ${id})`,
    )
    expect(await audit()).toEqual([
      {
        subject: `invoice request ${id}`,
        rule: 'its lines come to what its payments settled',
        booksFen: 15_600,
        storedFen: 1,
      },
    ])
  })
})

describe('the table of states', () => {
  it('is held whatever is tried from wherever', async () => {
    const states = Object.keys(invoiceStates) as InvoiceState[]
    for (const state of states) {
      for (const event of ['issue', 'decline', 'redLetter'] as const) {
        const home = await aPaidHome()
        await home.rate('物业服务费', 600)
        await home.rate('代收水费', null)
        const { id } = await home.asks([home.first])
        if (state === 'declined') await home.decline(id)
        if (state === 'issued' || state === 'red_lettered') await home.issue(id)
        if (state === 'red_lettered') await home.redLetter(id)
        const done = await { issue: home.issue, decline: home.decline, redLetter: home.redLetter }
          [event](id)
          .then(({ state: after }) => after)
          .catch((error: { code: string }) => error.code)
        expect(done, `${event} from ${state}`).toBe(
          invoiceEvents[event].from === state ? invoiceEvents[event].to : 'invoice-moved-on',
        )
        const { payments } = await home.sees()
        const now = (await home.sees()).requests[0]?.state ?? 'asked'
        expect(payments.length).toBe(invoiceStates[now].holdsPayments ? 1 : 2)
      }
    }
  }, 60_000)
})
