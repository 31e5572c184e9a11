import type { PaymentId } from '@anjiao/shared/ids'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { reverse } from '../../ledger/index.ts'
import { givenCommunity, yuan } from '../../local/testing/given.ts'
import { givenCounter } from '../../local/testing/given-counter.ts'
import { readPdf, withoutSpaces } from '../../local/testing/read-pdf.ts'
import { testWorld } from '../../local/testing/world.ts'
import { aPaidHome as aHomeThatRefunds } from '../../refunds/testing/a-paid-home.ts'
import { auditProof } from '../audit-proof.ts'
import { givenPayments } from '../testing/given-payments.ts'
import { issueMissingReceipts } from './issue-missing-receipts.ts'
import { issueReceipt } from './issue-receipt.ts'
import type { ReceiptContent } from './receipt-content.ts'
import { receiptsOfHome } from './receipts-of-home.ts'
import { setReceiptPdf } from './set-receipt-pdf.ts'
import { verificationPage } from './verification-page.ts'
import { verifyReceipt } from './verify-receipt.ts'

const { world, clock, superuserUrl } = await testWorld()

async function asSuperuser(sql: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  await client.query(sql, values)
  await client.end()
}

/** A home that owes 1,952.28 for two items, and has paid 2,000 at the desk. */
async function aPaidHome() {
  const given = await givenCommunity(world)
  const { householdId } = await given.household({
    owner: '欧阳明月',
    building: '12栋',
    unit: '',
    roomNo: '1203',
  })
  await given.charge(householdId, {
    owes: '1892.28',
    from: '2026-01-01',
    to: '2026-09-30',
    due: '2026-09-30',
  })
  await given.charge(householdId, { owes: '60.00', item: '停车费', from: '2026-10-01', due: '2026-10-31' })
  const { personId } = await given.staff('front_desk')
  const payments = givenPayments(world, given)
  const desk = { kind: 'staff', personId, roles: ['front_desk'] } as const
  const paymentId = await payments.pays(householdId, '2000', { by: desk })
  await payments.issues(paymentId)
  const kept = (of: PaymentId) =>
    given.inside(
      ({ tx, community }) => tx.one<{ code: string; receipt: ReceiptContent }>`
        select code, content::json as receipt from receipt_document where (community_id, payment_id) = (${community}, ${of})`,
    )
  const reversed = (of: PaymentId) =>
    given.inside(async (ctx) => {
      const { entryId } = await ctx.tx.one<{ entryId: never }>`
        select entry_id from payment where (community_id, id) = (${ctx.community}, ${of})`
      await reverse(ctx, entryId, '记错了')
    })
  const pdf = async () => {
    await setReceiptPdf(world, { communityId: given.community, paymentId })
    const bytes = await world.sealedStorage.get(`receipts/${given.community}/${paymentId}.pdf`)
    if (!bytes) throw new Error('the PDF is not where it should be')
    return bytes
  }
  const audit = () => given.inside((ctx) => auditProof(ctx))
  return { ...given, ...payments, householdId, paymentId, kept, reversed, pdf, audit }
}

describe('a receipt', () => {
  it('keeps what it says as it was when it was issued, whatever is called otherwise later', async () => {
    const { inside, householdId, paymentId, kept, issues } = await aPaidHome()
    const { receipt } = await kept(paymentId)
    expect(receipt).toMatchObject({
      number: 1,
      building: '12栋',
      roomName: '12栋 1203',
      ownerMasked: '欧***',
      method: 'cash',
      amountFen: yuan('2000'),
      amountCapitals: '贰仟元整',
      lines: [
        { feeItem: '物业服务费', fromDate: '2026-01-01', toDate: '2026-09-30', amountFen: yuan('1892.28') },
        { feeItem: '停车费', fromDate: '2026-10-01', toDate: '2026-10-31', amountFen: yuan('60') },
      ],
      toAdvanceFen: yuan('47.72'),
      takenBy: '员工',
      paidBy: null,
    })
    await inside(
      ({ tx, community }) => tx.run`
        update household set owner_name = '张三' where (community_id, id) = (${community}, ${householdId})`,
    )
    await issues(paymentId)
    expect((await kept(paymentId)).receipt).toEqual(receipt)
  })

  it('of money taken at the counter names who paid, masked, who took it, and the voucher', async () => {
    const counter = await givenCounter(world)
    const { householdId } = await counter.household({ owner: '欧阳明月' })
    await counter.charge(householdId, { owes: '100.00' })
    const { id } = await counter.take(householdId, '100.00', {
      method: 'transfer',
      placeId: counter.bank,
      voucherNumber: 'ZZ-7',
      payerName: '汤小满',
    })
    const { receipt, code } = await counter.inside(async (ctx) => {
      await issueReceipt(ctx, world.settings, id)
      return ctx.tx.one<{ receipt: ReceiptContent; code: string }>`
        select content::json as receipt, code from receipt_document where (community_id, payment_id) = (${ctx.community}, ${id})`
    })
    expect(receipt).toMatchObject({ payerMasked: '汤**', takenBy: '员工', externalId: 'ZZ-7' })
    await counter.reverse(id)
    expect(verificationPage(await verifyReceipt(world, code))).toContain('这张收据已经作废')
  })

  it.each([
    'update receipt_document set content = content',
    'delete from receipt_document',
    'update receipt set number = 1',
    'delete from receipt_pdf',
  ])('cannot be changed by the application: %s', async (sql) => {
    const { inside } = await aPaidHome()
    await expect(inside(({ tx }) => tx.execute(sql))).rejects.toThrow('permission denied')
  })

  it('is numbered without a gap and once, though many are issued at the same moment, and some of them twice', async () => {
    const { householdId, pays, issues, kept, paymentId, audit } = await aPaidHome()
    const payments = await Promise.all(Array.from({ length: 8 }, () => pays(householdId, '1.00')))
    await Promise.all([...payments, ...payments].map(issues))
    const numbers = await Promise.all(
      [paymentId, ...payments].map(async (id) => (await kept(id)).receipt.number),
    )
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(await audit()).toEqual([])
  })
})

describe('the paper of a receipt', () => {
  it('says everything, with no full name, and that it is no invoice; its code leads to where it is verified', async () => {
    const { pdf, kept, paymentId } = await aPaidHome()
    const [page] = await readPdf(await pdf())
    for (const words of [
      '收据',
      '编号 SJ-000001',
      '2026年11月23日',
      '12栋 1203',
      '欧***',
      '现金',
      'XJ-',
      '员工',
      '物业服务费2026年1月–9月1,892.28',
      '停车费2026年10月60.00',
      '转入预存',
      '47.72',
      '合计2,000.00',
      '人民币贰仟元整',
      '这是收据，不是发票',
      '扫一扫',
      'SHA-256',
    ])
      expect(page?.text).toContain(withoutSpaces(words))
    expect(page?.text).not.toContain('欧阳明月')
    expect(page?.links).toEqual([(await kept(paymentId)).receipt.verifyUrl])
  })

  it('is the same to the byte when it is set again, and is set once', async () => {
    const { pdf, community, paymentId } = await aPaidHome()
    const first = await pdf()
    await asSuperuser('delete from receipt_pdf where (community_id, payment_id) = ($1, $2)', [
      community,
      paymentId,
    ])
    clock.advance({ days: 3 })
    expect(Buffer.compare(await pdf(), first)).toBe(0)
    expect(Buffer.compare(await pdf(), first)).toBe(0)
  })
})

describe('whoever holds a receipt', () => {
  it('learns that it is genuine, its number, amount, day and building, and nobody’s name or room', async () => {
    const { kept, paymentId } = await aPaidHome()
    const { code } = await kept(paymentId)
    const verified = await verifyReceipt(world, code)
    expect(verified).toMatchObject({ number: 1, building: '12栋', amountFen: 200_000, returnedFen: 0 })
    const page = verificationPage(verified)
    for (const words of ['这张收据是真的', 'SJ-000001', '2,000.00', '贰仟元整', '12栋'])
      expect(page).toContain(words)
    expect(page).not.toMatch(/欧|1203|员工/)
  })

  it('learns that it is void once the payment is reversed', async () => {
    const { kept, paymentId, reversed, inside, householdId } = await aPaidHome()
    await reversed(paymentId)
    const page = verificationPage(await verifyReceipt(world, (await kept(paymentId)).code))
    expect(page).toContain('这张收据已经作废')
    const { receipts } = await inside((ctx) => receiptsOfHome(ctx, householdId))
    expect(receipts).toMatchObject([{ number: 1, returnedFen: 200_000 }])
  })

  it('learns how much of it went back, and that it is void once all of it did; what goes to the advance stays paid', async () => {
    const [home, other] = [await aHomeThatRefunds(world), await aHomeThatRefunds(world)]
    const seen = async ({ inside, paymentId }: typeof home) => {
      const { code } = await inside(async (ctx) => {
        await issueReceipt(ctx, world.settings, paymentId)
        return ctx.tx.one<{ code: string }>`
          select code from receipt_document where (community_id, payment_id) = (${ctx.community}, ${paymentId})`
      })
      return verificationPage(await verifyReceipt(world, code))
    }
    await other.decide(await other.ask({ route: 'advance', parts: [other.part(0, '100.00')] }))
    expect(await seen(other)).toContain('这张收据是真的<')

    const part = await home.ask({ route: 'cash', parts: [home.part(1, '200.00')] })
    expect(await seen(home)).toContain('这张收据是真的<')
    await home.decide(part)
    expect(await seen(home)).toContain('退回了 200.00 元')
    await home.decide(
      await home.ask({ route: 'cash', parts: [home.part(0, '100.00')], fromAdvanceFen: yuan('50.00') }),
    )
    expect(await seen(home)).toContain('这张收据已经作废')
  })

  it('learns nothing by a code that was changed or guessed', async () => {
    const { kept, paymentId, community } = await aPaidHome()
    const { code } = await kept(paymentId)
    for (const wrong of [
      code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A'),
      code.replace(/^\d+/, String(community + 1)),
      `${community}-1`,
      '',
      "' or 1=1 --",
    ])
      expect(await verifyReceipt(world, wrong)).toBeUndefined()
    expect(verificationPage(undefined)).toContain('没有查到这张收据')
  })

  it('is shown words as words, whatever a company is called', async () => {
    const { kept, paymentId } = await aPaidHome()
    const verified = await verifyReceipt(world, (await kept(paymentId)).code)
    if (!verified) throw new Error('verified')
    expect(verificationPage({ ...verified, company: '<script>"&' })).toContain('&lt;script&gt;&quot;&amp;')
  })
})

describe('the audit', () => {
  it('names payments without a receipt, once their job is past and a day is over', async () => {
    const { pays, householdId, audit, inside } = await aPaidHome()
    await pays(householdId, '5.00')
    clock.advance({ days: 2 })
    expect(await audit()).toEqual([])
    await inside(
      ({ tx, community }) =>
        tx.run`delete from job_outbox where payload ->> 'communityId' = ${String(community)}`,
    )
    expect(await audit()).toMatchObject([{ rule: 'it has a receipt', booksFen: 500 }])
  })

  it('names a gap in the numbers, and a receipt that says something else than it did', async () => {
    const { audit, community, paymentId } = await aPaidHome()
    await asSuperuser('update receipt set number = 3 where (community_id, payment_id) = ($1, $2)', [
      community,
      paymentId,
    ])
    await asSuperuser('alter table receipt_document drop constraint receipt_hash_is_of_its_content')
    await asSuperuser(
      `update receipt_document set content = replace(content, '200000', '900000') where (community_id, payment_id) = ($1, $2)`,
      [community, paymentId],
    )
    expect(await audit()).toEqual([
      { subject: 'receipts', rule: 'their numbers have no gap', booksFen: 1, storedFen: 3 },
      {
        subject: 'receipt 3',
        rule: 'it says what it said when it was issued',
        booksFen: 200_000,
        storedFen: 900_000,
      },
    ])
  })
})

describe('the night', () => {
  it('issues what its job did not, and keeps under its number what was numbered before receipts were documents', async () => {
    const { pays, householdId, inside, issues, kept, paymentId, community, audit } = await aPaidHome()
    await asSuperuser('delete from receipt_document where (community_id, payment_id) = ($1, $2)', [
      community,
      paymentId,
    ])
    const [lost, fresh] = [await pays(householdId, '5.00'), await pays(householdId, '6.00')]
    await issues(fresh)
    await inside(
      ({ tx }) => tx.run`delete from job_outbox where payload ->> 'communityId' = ${String(community)}`,
    )
    const night = () => issueMissingReceipts(world, new Date(clock.now().getTime() + 60_000))
    await night()
    clock.advance({ days: 2 })
    expect(await audit()).toHaveLength(2)
    await night()
    expect(await audit()).toEqual([])
    const numbers = await Promise.all(
      [paymentId, fresh, lost].map(async (id) => (await kept(id)).receipt.number),
    )
    expect(numbers).toEqual([1, 2, 3])
    expect(await night()).toBe(0)
  })
})
