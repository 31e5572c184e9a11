import type { BusinessDate } from '@anjiao/shared/calendar'
import { type Fen, plainYuan } from '@anjiao/shared/money'

/** What other bookkeeping programs read: hledger, and Beancount. */
export type JournalFormat = 'hledger' | 'beancount'

export interface JournalLine {
  /** As both programs take it, e.g. `Assets:WeChat:M1900000001`. */
  readonly account: string
  /** Debit above zero, credit below. */
  readonly amountFen: Fen
}

export interface JournalEntry {
  readonly id: number
  readonly date: BusinessDate
  readonly kind: string
  readonly source: string
  readonly memo: string
  readonly lines: readonly JournalLine[]
}

/** What stands before the entries. Beancount wants every account opened; hledger takes them as they come. Pure. */
export function journalHead(format: JournalFormat, accounts: readonly string[], from: BusinessDate): string {
  if (format === 'hledger') return 'commodity 1000.00 CNY\n'
  const opened = accounts.map((account) => `${from} open ${account} CNY\n`)
  return `option "operating_currency" "CNY"\n${opened.join('')}`
}

/** One entry. Nothing that anybody typed can end its line or begin another. Pure. */
export function journalEntry(format: JournalFormat, entry: JournalEntry): string {
  const { id, date, kind, source, memo } = entry
  const lines = entry.lines.map(({ account, amountFen }) => `  ${account}  ${plainYuan(amountFen)} CNY\n`)
  const head =
    format === 'hledger'
      ? `${date} (${id}) ${oneLine(kind)} | ${oneLine(source)}${memo ? `  ; ${oneLine(memo)}` : ''}`
      : `${date} * "${quoted(kind)}" "${quoted(source)}"\n  entry: "${id}"${memo ? `\n  memo: "${quoted(memo)}"` : ''}`
  return `\n${head}\n${lines.join('')}`
}

const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[;|]/g, ',')
    .trim()

const quoted = (text: string): string => oneLine(text).replaceAll('\\', '/').replaceAll('"', "'")
