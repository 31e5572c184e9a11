import { type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import type { Ctx } from '../../platform/context.ts'
import type { Account } from '../../platform/database-types.ts'
import { accountName } from './account-name.ts'
import { type JournalEntry, type JournalFormat, journalEntry, journalHead } from './journal-text.ts'

/** Entries read at once: an entry of a bill run may have thousands of postings, which come summed up. */
const sliceSize = 500

interface Row {
  readonly id: number
  readonly date: BusinessDate
  readonly kind: string
  readonly source: string
  readonly memo: string
  readonly lines: readonly {
    account: Account
    of: string | null
    amountFen: JournalEntry['lines'][number]['amountFen']
  }[]
}

/**
 * The whole journal of a community as text for another bookkeeping program, piece by piece, in the order in which it was written:
 * every entry, its postings summed by account, household, fee item and place. Nothing personal: households are numbers. Whoever
 * does not trust our balances has theirs computed.
 */
export async function* exportJournal(ctx: Ctx, format: JournalFormat): AsyncGenerator<string, void> {
  yield journalHead(format, await accountsOf(ctx), await firstDay(ctx))
  let after = 0
  for (;;) {
    const rows = await slice(ctx, after)
    for (const { lines, ...entry } of rows) {
      const named = lines.map(({ account, of, amountFen }) => ({
        account: accountName(account, of),
        amountFen,
      }))
      yield journalEntry(format, { ...entry, lines: named })
    }
    const last = rows.at(-1)
    if (!last || rows.length < sliceSize) return
    after = last.id
  }
}

const slice = ({ tx, community }: Ctx, after: number): Promise<Row[]> =>
  tx.rows<Row>`
    with entries as materialized (
      select id, business_date, kind, source, memo from entry
       where community_id = ${community} and id > ${after} order by id limit ${sliceSize}
    ), lines as (
      select p.entry_id, p.account, coalesce(p.household_id::text, p.fee_item_id::text, p.place) as "of",
             sum(p.amount_fen)::bigint as amount_fen
        from entries e join posting p on (p.community_id, p.entry_id) = (${community}, e.id)
       group by p.entry_id, p.account, 3
    )
    select e.id, e.business_date as date, e.kind, e.source, e.memo,
           (select json_agg(json_build_object('account', l.account, 'of', l."of", 'amountFen', l.amount_fen) order by l.account, l."of")
              from lines l where l.entry_id = e.id) as lines
      from entries e order by e.id`

async function accountsOf({ tx, community }: Ctx): Promise<string[]> {
  const accounts = await tx.rows<{ account: Account; of: string | null }>`
    select distinct account, coalesce(household_id::text, fee_item_id::text, place) as "of"
      from posting where community_id = ${community} order by 1, 2`
  return accounts.map(({ account, of }) => accountName(account, of))
}

async function firstDay({ tx, community }: Ctx): Promise<BusinessDate> {
  const { day } = await tx.one<{ day: BusinessDate | null }>`
    select min(business_date) as day from entry where community_id = ${community}`
  return day ?? businessDate('2000-01-01')
}
