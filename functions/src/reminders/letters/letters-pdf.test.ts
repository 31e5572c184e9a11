import { lintProblem } from '@anjiao/shared/forbidden-words'
import { formatYuan, sumFen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { yuan } from '../../local/testing/given.ts'
import { givenLetters } from '../../local/testing/given-letters.ts'
import { readPdf, withoutSpaces } from '../../local/testing/read-pdf.ts'
import { testWorld } from '../../local/testing/world.ts'
import { lettersRoutes } from './routes.ts'
import { setLettersPdf } from './set-letters-pdf.ts'

const { world } = await testWorld()

async function lettersTo(...homes: { owner?: string; roomNo?: string; owes?: readonly string[] }[]) {
  const given = await givenLetters(world)
  await given.wording()
  const campaignId = await given.campaign({ channels: ['letter'] })
  const addressed = []
  for (const home of homes) addressed.push(await given.addressed(campaignId, { building: '8栋', ...home }))
  const { id } = await given.print({ campaignId })
  return { ...given, id, addressed }
}

describe('the paper of printed letters', () => {
  it('says who writes to whom, what is open of each charge, the sum, how to pay, and what to do otherwise', async () => {
    const it = await lettersTo({ owner: '欧阳明月', roomNo: '1203', owes: ['900.00', '360.00', '40.50'] })
    const [home] = it.addressed
    await it.inside(
      ({ tx }) =>
        tx.run`update company set office_address = '8栋架空层' where id = (select company_id from community where id = ${it.community})`,
    )
    const pages = await readPdf(await it.pdf(it.id))
    const text = pages.map((page) => page.text).join('')
    for (const words of [
      '欧阳明月　收',
      '8栋 1单元 1203',
      '缴费提醒',
      '2026年11月23日',
      '021-55550000',
      '物业服务费 2026年1月 2026年10月31日 900.00',
      '物业服务费 2026年2月 2026年10月31日 360.00',
      '物业服务费 2026年3月 2026年10月31日 40.50',
      '合计 1,300.50',
      '共 1,300.50 元',
      '搜索小程序“安缴”',
      '现金、刷卡、转账',
      '申请分期或延期',
      '申请减免',
      '提出异议',
      '人民调解委员会',
      '请不用理会这封信',
      '第 1 页 共',
    ])
      expect(text, words).toContain(withoutSpaces(words))
    expect(lintProblem(text)).toBeUndefined()
    expect(home).toBeDefined()
  })

  it('shows name and address where an envelope has its window, and nothing else near it', async () => {
    const it = await lettersTo({ owner: '欧阳明月', roomNo: '1203' })
    const [page] = await readPdf(await it.pdf(it.id))
    const near = (page?.runs ?? []).filter(({ topMm }) => topMm > 40 && topMm < 95)
    const said = near.map(({ text }) => text).join('')
    expect(said).toMatch(/^花园\d+物业花园\d+8栋1单元1203欧阳明月收$/)
    for (const { leftMm, topMm } of near) {
      expect(leftMm).toBeGreaterThan(19)
      expect(leftMm).toBeLessThan(105)
      expect(topMm).toBeGreaterThan(45)
      expect(topMm).toBeLessThan(90)
    }
  })

  it('begins each letter on a sheet of its own, so that no home finds another’s on the back of its own', async () => {
    const it = await lettersTo(
      { roomNo: '101' },
      { roomNo: '102', owes: Array.from({ length: 24 }, () => '10.00') },
      { roomNo: '103' },
    )
    const pages = await readPdf(await it.pdf(it.id))
    const begins = pages.flatMap(({ text }, at) => (text.includes('第1页') ? [at] : []))
    expect(begins).toHaveLength(3)
    expect(begins.every((page) => page % 2 === 0)).toBe(true)
    for (const [at, roomNo] of ['101', '102', '103'].entries()) {
      const own = pages
        .slice(begins[at], begins[at + 1])
        .map((page) => page.text)
        .join('')
      for (const other of ['101', '102', '103'].filter((each) => each !== roomNo))
        expect(own).not.toContain(`1单元${other}`)
    }
  })

  it('printed again is the very same bytes, whatever was paid since', async () => {
    const it = await lettersTo({ owes: ['100.00'] })
    const first = await it.pdf(it.id)
    const [charge] = it.addressed[0]?.chargeIds ?? []
    if (!charge) throw new Error('nothing is owed')
    await it.settle(charge, '60.00')
    await setLettersPdf(world, { communityId: it.community, batchId: it.id })
    expect(Buffer.compare(await it.pdf(it.id), first)).toBe(0)
    await it.inside(async ({ tx }) => {
      await tx.run`update letter_batch set pdf_key = null, pdf_sha256 = null where id = ${it.id}`
    })
    expect(Buffer.compare(await it.pdf(it.id), first)).toBe(0)
  })

  it('is opened by who prints, not by who only carries, and not before it is set', async () => {
    const it = await lettersTo({})
    const link = lettersRoutes['POST /v1/staff/communities/:communityId/letter-batches/:batchId/pdf']
    const ask = {
      world,
      idempotencyKey: '',
      askedFrom: '',
      params: { communityId: it.community, batchId: it.id },
    }
    await expect(link({ ...ask, caller: it.desk })).rejects.toMatchObject({ code: 'letters-not-ready' })
    await setLettersPdf(world, { communityId: it.community, batchId: it.id })
    const carries = await it.staff('collector')
    await expect(link({ ...ask, caller: carries })).rejects.toMatchObject({ code: 'not-allowed' })
    const { url } = await link({ ...ask, caller: it.desk })
    expect(url).toMatch(/^\/v1\/letters\/letters\.\d+\.\d+\.\d+\.\d+\.[\w-]+$/)
  })
})

it('the charges of any letter sum to its total, which is what the books have and what its rows and words say', async () => {
  const it = await givenLetters(world)
  await it.wording()
  const amount = fc.integer({ min: 2, max: 5_000_000 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ owes: amount, paid: fc.double({ min: 0, max: 1, noNaN: true }) }), {
        minLength: 1,
        maxLength: 8,
      }),
      async (debts) => {
        const campaignId = await it.campaign({ channels: ['letter'] })
        const home = await it.addressed(campaignId, {
          owes: debts.map(({ owes }) => (owes / 100).toFixed(2)),
        })
        for (const [at, { owes, paid }] of debts.entries()) {
          const settled = Math.floor(owes * paid)
          const chargeId = home.chargeIds[at]
          if (chargeId !== undefined && settled > 0) await it.settle(chargeId, (settled / 100).toFixed(2))
        }
        const open = (await it.books.open(home.householdId)).filter((fen) => fen > 0)
        const { id, letters } = await it.print({ campaignId })
        expect(letters).toBe(open.length > 0 ? 1 : 0)
        const [sent] = await it.sent(id)
        if (!sent) return
        expect(sent.charges.map(({ openFen }) => openFen)).toEqual(open)
        expect(sent.totalFen).toBe(sumFen(open))
        const [table] = sent.letter.parts.filter((part) => part.kind === 'table')
        const amounts = table?.rows.map((cells) => cells.at(-1) ?? '') ?? []
        expect(amounts).toEqual([...open, sumFen(open)].map((fen) => formatYuan(fen)))
        expect(sumFen(amounts.slice(0, -1).map((each) => yuan(each.replaceAll(',', ''))))).toBe(sent.totalFen)
        expect(sent.letter.body.join('')).toContain(`${formatYuan(sumFen(open))} 元`)
      },
    ),
    { numRuns: 25 },
  )
})
