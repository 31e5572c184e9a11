import { type BusinessDate, dateOf } from '@anjiao/shared/calendar'
import type { DebitLayout } from '@anjiao/shared/contract/debit-layouts'
import type { FieldContent } from '@anjiao/shared/debit-layout'
import { type Fen, parseYuan, plainYuan } from '@anjiao/shared/money'

/** What a line of a file says, by content. Amounts are fen, counts and numbers whole, everything else text. */
export interface LineValues {
  readonly batch?: string
  readonly date?: BusinessDate
  readonly count?: number
  readonly sum?: Fen
  readonly ok_count?: number
  readonly ok_sum?: Fen
  readonly line?: number
  readonly account?: string
  readonly holder?: string
  readonly bank?: string
  readonly room?: string
  readonly amount?: Fen
  readonly code?: string
  readonly reason?: string
}

/** A file for the bank, or from it. A first or last line that there is none of says nothing. */
export interface FileValues {
  readonly header: LineValues
  readonly lines: readonly LineValues[]
  readonly trailer: LineValues
}

type Forms = Pick<DebitLayout, 'amountForm' | 'dateForm'>

/** A value as it is written into a file. Text is written without blanks around it. */
export function valueText(content: FieldContent, values: LineValues, forms: Forms): string {
  switch (content) {
    case 'constant':
    case 'ignored':
      return ''
    case 'sum':
    case 'ok_sum':
    case 'amount': {
      const amount = values[content]
      if (amount === undefined) return ''
      return forms.amountForm === 'fen' ? String(amount) : plainYuan(amount)
    }
    case 'date':
      return (forms.dateForm === 'compact' ? values.date?.replaceAll('-', '') : values.date) ?? ''
    case 'count':
    case 'ok_count':
    case 'line':
      return values[content] === undefined ? '' : String(values[content])
    case 'batch':
    case 'account':
    case 'holder':
    case 'bank':
    case 'room':
    case 'code':
    case 'reason':
      return (values[content] ?? '').trim()
  }
}

/** A value as it stands in a file; undefined when it is none of its kind. */
export function readValue(content: FieldContent, text: string, forms: Forms): LineValues | undefined {
  switch (content) {
    case 'constant':
    case 'ignored':
      return {}
    case 'sum':
    case 'ok_sum':
    case 'amount': {
      const amount = forms.amountForm === 'fen' ? wholeFen(text) : parseYuan(text)
      return amount === undefined || amount < 0 ? undefined : { [content]: amount }
    }
    case 'date': {
      const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text) ?? []
      const date = dateOf(Number(year), Number(month), Number(day))
      return date && { date }
    }
    case 'count':
    case 'ok_count':
    case 'line':
      return /^0*\d{1,9}$/.test(text) ? { [content]: Number(text) } : undefined
    case 'batch':
    case 'account':
    case 'holder':
    case 'bank':
    case 'room':
    case 'code':
    case 'reason':
      return { [content]: text }
  }
}

/** Whole fen as digits alone: read like yuan without a point, and a hundredth of it. */
function wholeFen(text: string): Fen | undefined {
  const digits = text.padStart(3, '0')
  return /^\d+$/.test(text) ? parseYuan(`${digits.slice(0, -2)}.${digits.slice(-2)}`) : undefined
}
