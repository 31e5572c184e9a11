import { beforeEach, describe, expect, it } from 'vitest'
import { workers } from '../../handlers/jobs.ts'
import { givenDebits } from '../../local/testing/given-debits.ts'
import { testWorld } from '../../local/testing/world.ts'

const { world, clock } = await testWorld()
const at = (instant: string) => clock.set(`${instant}:00+08:00`)
beforeEach(() => at('2026-11-23T10:00'))

/** A batch of some homes that owe 100.00, 200.00, …, with the bank, on its day. */
async function aSentBatch(homes = 2) {
  const given = await givenDebits(world)
  const debtors = []
  for (let no = 1; no <= homes; no++) debtors.push(await given.debtor({ owes: `${no}00.00` }))
  const { id } = await given.make()
  await given.tells()
  await given.release(id)
  await given.file(id)
  at('2026-11-25T18:00')
  const batch = await given.view(id)
  const [first, second] = debtors
  if (!first || !second) throw new Error('two homes')
  return {
    ...given,
    id,
    batch,
    first,
    second,
    states: async () => (await given.view(id)).lines.map(({ state }) => state),
    payments: () =>
      given.inside(
        ({ tx, community }) =>
          tx.rows`select method, amount_fen, external_id from payment where community_id = ${community} order by id`,
      ),
  }
}

const both = [
  { no: 1, amount: '100.00' },
  { no: 2, amount: '200.00' },
]

describe('a result', () => {
  it('that was debited is booked once, into the bank’s account, with its receipt to follow; the books agree', async () => {
    const it = await aSentBatch()
    await it.result(it.id, it.bankFile(it.batch, both))
    await it.book(it.id)
    expect(await it.payments()).toEqual([
      { method: 'bank_debit', amountFen: 10_000, externalId: `${it.batch.number}-1` },
      { method: 'bank_debit', amountFen: 20_000, externalId: `${it.batch.number}-2` },
    ])
    expect(await it.books.open(it.first.householdId)).toEqual([0])
    expect(await it.books.balances()).toMatchObject({ bank: 30_000 })
    expect((await it.books.jobs()).filter(({ queue }) => queue === 'payment-receipt')).toHaveLength(2)
    expect(await it.view(it.id)).toMatchObject({
      state: 'done',
      succeeded: 2,
      succeededFen: 30_000,
      unanswered: 0,
    })
    expect(await it.audited()).toEqual([])
  })

  it('is shown before it is taken in: what it would book, who was not debited and why; nothing is written', async () => {
    const it = await aSentBatch(3)
    const text = it.bankFile(it.batch, [
      { no: 1, amount: '100.00' },
      { no: 2, amount: '200.00', code: '1001', reason: '余额不足' },
    ])
    expect(await it.previewResult(it.id, text)).toMatchObject({
      lines: 2,
      isKnown: false,
      succeeded: 1,
      succeededFen: 10_000,
      failed: [{ no: 2, amountFen: 20_000, code: '1001', reason: '余额不足' }],
      unanswered: 1,
    })
    expect(await it.states()).toEqual(['sent', 'sent', 'sent'])
    await it.result(it.id, text)
    expect(await it.previewResult(it.id, text)).toMatchObject({
      isKnown: true,
      succeeded: 0,
      failed: [],
      unanswered: 1,
    })
  })

  it('taken in twice, booked by two at once, changes nothing more', async () => {
    const it = await aSentBatch()
    const text = it.bankFile(it.batch, both)
    await Promise.all([it.result(it.id, text), it.result(it.id, text)])
    await Promise.all([it.book(it.id), it.book(it.id), it.book(it.id)])
    await it.result(it.id, text)
    await it.book(it.id)
    expect(await it.payments()).toHaveLength(2)
    expect((await it.view(it.id)).results).toHaveLength(1)
    expect(await it.audited()).toEqual([])
  })

  it('is booked by the job that follows it', async () => {
    const it = await aSentBatch()
    await it.result(it.id, it.bankFile(it.batch, both))
    expect((await it.books.jobs()).at(-1)).toEqual({ queue: 'debit-book' })
    await workers['debit-book'](it.world, { communityId: it.communityId, batchId: it.id })
    expect(await it.payments()).toHaveLength(2)
  })

  it('that failed keeps the bank’s reason, and its owner is told; the bill stays open and can be debited again', async () => {
    const it = await aSentBatch()
    await it.result(
      it.id,
      it.bankFile(it.batch, [
        { no: 1, amount: '100.00' },
        { no: 2, amount: '200.00', code: '1001', reason: '余额不足' },
      ]),
    )
    await it.book(it.id)
    expect(await it.states()).toEqual(['succeeded', 'failed'])
    const { debits } = await it.own(it.second.owner, it.second.householdId)
    expect(debits).toMatchObject([{ state: 'failed', reason: '余额不足', amountFen: 20_000 }])
    const events = await it.inside(
      ({ tx, community }) =>
        tx.rows`select kind, household_id from domain_event where community_id = ${community}`,
    )
    expect(events).toEqual([{ kind: 'debit-failed', householdId: it.second.householdId }])
    expect((await it.preview()).candidates).toMatchObject([{ why: 'nothing_due' }, { why: null }])
    expect(await it.audited()).toEqual([])
  })

  it('of a home that has paid meanwhile becomes its advance, and staff see it', async () => {
    const it = await aSentBatch()
    await it.settle(it.first.chargeId, '40.00')
    await it.result(it.id, it.bankFile(it.batch, both))
    await it.book(it.id)
    expect(await it.books.advance(it.first.householdId)).toBe(4_000)
    expect((await it.view(it.id)).lines).toMatchObject([{ advanceFen: 4_000 }, { advanceFen: 0 }])
    expect(await it.audited()).toEqual([])
  })

  it('may come in parts: what the bank has not answered is shown, and answered later', async () => {
    const it = await aSentBatch()
    await it.result(it.id, it.bankFile(it.batch, both.slice(0, 1)))
    expect(await it.view(it.id)).toMatchObject({ state: 'sent', succeeded: 1, unanswered: 1 })
    await expect(it.close(it.id)).rejects.toMatchObject({ code: 'debit-too-early-to-close' })
    await it.result(it.id, it.bankFile(it.batch, both))
    await it.book(it.id)
    expect(await it.view(it.id)).toMatchObject({ state: 'done', succeeded: 2 })
    expect(await it.payments()).toHaveLength(2)
    expect(await it.audited()).toEqual([])
  })

  it('that comes after nobody waited any more is booked all the same', async () => {
    const it = await aSentBatch()
    at('2026-11-29T10:00')
    expect(await it.close(it.id)).toMatchObject({ state: 'done', unanswered: 2 })
    expect(await it.states()).toEqual(['unanswered', 'unanswered'])
    await it.result(it.id, it.bankFile(it.batch, both))
    await it.book(it.id)
    expect(await it.states()).toEqual(['succeeded', 'succeeded'])
    expect(await it.audited()).toEqual([])
  })
})

describe('a result that cannot be right is refused whole, and nothing is booked', () => {
  const says = {
    'of another batch': [
      'debit-result-of-other-batch',
      (text: string) => text.replace(/^\d+/, '2026112500000000'),
    ],
    'with a line that was not sent': [
      'debit-result-line-unknown',
      (text: string) => text.replace('\r\n2|', '\r\n9|'),
    ],
    'with another amount': [
      'debit-result-amount-differs',
      (text: string) => text.replaceAll('200.00', '200.01').replaceAll('300.00', '300.01'),
    ],
    'with a line twice': ['debit-result-line-twice', (text: string) => text.replace('\r\n2|', '\r\n1|')],
    'of another account': [
      'debit-result-account-differs',
      (text: string) => text.replace('890128|200', '890129|200'),
    ],
    'cut short': [
      'debit-result-sums-differ',
      (text: string) => `${text.split('\r\n').slice(0, 2).join('\r\n')}\r\n`,
    ],
    'with another sum than its lines': [
      'debit-result-sums-differ',
      (text: string) => text.replace('300.00', '300.10'),
    ],
    'in another shape': ['debit-result-unreadable', (text: string) => text.replaceAll('|', ',')],
  } as const

  it.each(Object.entries(says))('%s', async (_, [code, wrong]) => {
    const it = await aSentBatch()
    await expect(it.result(it.id, wrong(it.bankFile(it.batch, both)))).rejects.toMatchObject({ code })
    await it.book(it.id)
    expect(await it.states()).toEqual(['sent', 'sent'])
    expect(await it.payments()).toEqual([])
    await it.result(it.id, it.bankFile(it.batch, both))
  })

  it('a line that was left out is none of the batch', async () => {
    const it = await givenDebits(world)
    await it.debtor()
    const gone = await it.debtor()
    const { id } = await it.make()
    await it.tells()
    await it.withdraw(gone.owner, gone.householdId)
    await it.release(id)
    await it.file(id)
    at('2026-11-25T18:00')
    const text = it.bankFile(
      await it.view(id),
      [both[0], { no: 2, amount: '100.00' }].filter((each) => each !== undefined),
    )
    await expect(it.result(id, text)).rejects.toMatchObject({ code: 'debit-result-line-unknown' })
  })

  it('the opposite of what was said before, before the debit’s day, and of a batch that the bank does not have', async () => {
    const it = await aSentBatch()
    await it.result(it.id, it.bankFile(it.batch, both))
    const opposite = it.bankFile(it.batch, [
      { no: 1, amount: '100.00', code: '1001' },
      { no: 2, amount: '200.00' },
    ])
    await expect(it.result(it.id, opposite)).rejects.toMatchObject({ code: 'debit-result-contradicts' })
    at('2026-11-25T08:59')
    await expect(it.result(it.id, opposite)).rejects.toMatchObject({ code: 'debit-not-begun' })

    at('2026-11-26T10:00')
    const other = await it.debtor()
    const made = await it.make()
    await expect(it.result(made.id, it.bankFile(made, both))).rejects.toMatchObject({
      code: 'debit-not-sent',
    })
    expect(other.chargeId).toBeGreaterThan(0)
  })

  it('finance of another community finds neither the batch nor its file', async () => {
    const it = await aSentBatch()
    const elsewhere = await givenDebits(world)
    await expect(elsewhere.view(it.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(elsewhere.file(it.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(elsewhere.result(it.id, it.bankFile(it.batch, both))).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('the nightly audit', () => {
  it('names what the bank debited and nobody booked', async () => {
    const it = await aSentBatch()
    await it.result(it.id, it.bankFile(it.batch, both))
    expect(await it.audited()).toEqual([])
    clock.advance({ minutes: 61 })
    expect(await it.audited()).toMatchObject([
      { subject: `debit line ${it.id}-1`, booksFen: 0, storedFen: 10_000 },
      { subject: `debit line ${it.id}-2`, booksFen: 0, storedFen: 20_000 },
    ])
  })
})
