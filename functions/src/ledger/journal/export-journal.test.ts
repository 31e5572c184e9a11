import { spawnSync } from 'node:child_process'
import { businessDate } from '@anjiao/shared/calendar'
import { plainYuan, sumFen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenCommunity, yuan } from '../../local/testing/given.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { Account } from '../../platform/database-types.ts'
import {
  balancesAsOf,
  cancelWithLateFees,
  exportJournal,
  type JournalFormat,
  post,
  reverse,
} from '../index.ts'
import { accountName } from './account-name.ts'
import { journalEntry } from './journal-text.ts'

const { world } = await testWorld()

/** Books in which everything has happened: charges, payments, an advance, suspense, a reversal, a cancellation. */
async function aBusyCommunity() {
  const given = await givenCommunity(world)
  for (let home = 0; home < 3; home++) {
    const { householdId } = await given.household()
    const [first, second] = [
      await given.charge(householdId, { owes: '123.45', item: '物业服务费' }),
      await given.charge(householdId, { owes: '67.89', item: '公共照明; "电"' }),
    ]
    await given.settle(first, '100.01')
    await given.advance(householdId, '50.00')
    await given.inside((ctx) => cancelWithLateFees(ctx, second, { memo: '更正\n2026-01-01 * 不是新的一行' }))
  }
  await given.inside(async (ctx) => {
    const entryId = await post(ctx, {
      kind: 'suspense',
      source: 'test; of a journal | "quoted"',
      businessDate: businessDate('2026-11-20'),
      memo: '反斜杠 \\ 和 "引号"',
      lines: [
        { account: 'bank', place: '工商银行 尾号 0403', amountFen: yuan('8.88') },
        { account: 'suspense', amountFen: yuan('-8.88') },
      ],
    })
    await reverse(ctx, entryId, '银行退票')
  })
  return given
}

const exported = (given: Awaited<ReturnType<typeof givenCommunity>>, format: JournalFormat) =>
  given.inside(async (ctx) => {
    let text = ''
    for await (const piece of exportJournal(ctx, format)) text += piece
    return { text, balances: await balancesAsOf(ctx, ctx.today) }
  })

const hasHledger = spawnSync('hledger', ['--version']).status === 0
if (!hasHledger) console.log('skipped: hledger (Debian package hledger) is not on this machine')

describe('the exported journal', () => {
  it.skipIf(!hasHledger)('gives equal balances in hledger, account by account', async () => {
    const { text, balances } = await exported(await aBusyCommunity(), 'hledger')
    const run = spawnSync(
      'hledger',
      ['-f', '-', 'balance', '--flat', '--no-total', '--depth', '2', '-O', 'csv'],
      {
        input: text,
        encoding: 'utf8',
        env: { ...process.env, LANG: 'C.UTF-8' },
      },
    )
    expect(run.stderr).toBe('')
    const theirs = Object.fromEntries(
      run.stdout
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').map((cell) => cell.replaceAll('"', ''))),
    )
    const ours = balances.filter(({ balanceFen }) => balanceFen !== 0)
    expect(theirs).toEqual(
      Object.fromEntries(
        ours.map(({ account, balanceFen }) => [accountName(account, null), `${plainYuan(balanceFen)} CNY`]),
      ),
    )
  })

  it('holds every entry once, each of which sums to nothing, whatever was typed', async () => {
    const given = await aBusyCommunity()
    const { text } = await exported(given, 'beancount')
    const { entries } = await given.inside(
      ({ tx, community }) => tx.one<{ entries: number }>`
        select count(*) as entries from entry where community_id = ${community}`,
    )
    const found = text.split('\n\n').filter((piece) => /^\d{4}-\d{2}-\d{2} \* "/m.test(piece))
    expect(found).toHaveLength(entries)
    for (const piece of found) {
      const amounts = [...piece.matchAll(/ {2}(-?[\d.]+) CNY$/gm)].map(([, amount = '']) => yuan(amount))
      expect(amounts.length).toBeGreaterThan(1)
      expect(sumFen(amounts)).toBe(0)
    }
  })

  it('lets nobody’s text end a line or a quotation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('hledger', 'beancount'), (typed, format) => {
        const text = journalEntry(format, {
          id: 1,
          date: businessDate('2026-11-23'),
          kind: 'payment',
          source: typed,
          memo: typed,
          lines: [{ account: 'Assets:Cash', amountFen: yuan('1.00') }],
        })
        const lines = text.trim().split('\n')
        expect(lines.at(-1)).toBe('  Assets:Cash  1.00 CNY')
        expect(lines.length).toBeLessThanOrEqual(format === 'hledger' ? 2 : 4)
        if (format === 'beancount')
          for (const line of lines.slice(0, -1)) expect((line.match(/"/g) ?? []).length % 2).toBe(0)
      }),
    )
  })

  it('names every account so that both programs take it, and two places never alike', () => {
    const anyAccount = fc.constantFrom<Account>('wechat', 'cash', 'bank', 'income', 'advance')
    fc.assert(
      fc.property(
        anyAccount,
        fc.string({ minLength: 1 }),
        fc.string({ minLength: 1 }),
        (account, one, other) => {
          expect(accountName(account, one)).toMatch(/^[A-Z][A-Za-z]+:[A-Z][A-Za-z]+:N[A-Za-z0-9-]+$/)
          expect(accountName(account, one) === accountName(account, other)).toBe(one === other)
        },
      ),
    )
  })
})
