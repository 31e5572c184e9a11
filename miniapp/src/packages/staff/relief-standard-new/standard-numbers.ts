import { fen, formatYuan, parseYuan, plainYuan } from '@anjiao/shared/money'
import { readDecimal } from '../../../features/staff-numbers/decimal'
import { formTexts as texts } from './texts'

interface NumberFacts {
  readonly unit: '元' | '%' | '天' | '个月' | '期'
  readonly label: string
  readonly hint: string
  /** Inclusive; amounts in fen. The contract's. */
  readonly min: number
  readonly max: number
}

const tenMillionYuan = 1_000_000_000

/** Every number of a standard: what it is called, and within which bounds it makes sense. */
export const standardNumbers = {
  percent: { unit: '%', ...texts.percent, min: 1, max: 100 },
  sumMaxFen: { unit: '元', ...texts.sumMax, min: 1, max: tenMillionYuan },
  deferralDays: { unit: '天', ...texts.deferralDays, min: 1, max: 365 },
  instalmentsMax: { unit: '期', ...texts.instalmentsMax, min: 2, max: 60 },
  months: { unit: '个月', ...texts.months, min: 0, max: 36 },
  secondAboveFen: { unit: '元', ...texts.secondAbove, min: 0, max: tenMillionYuan },
  replyDays: { unit: '天', ...texts.replyDays, min: 1, max: 30 },
  appealDays: { unit: '天', ...texts.appealDays, min: 7, max: 60 },
  photoDays: { unit: '天', ...texts.photoDays, min: 0, max: 30 },
} as const satisfies Record<string, NumberFacts>

export type StandardNumber = keyof typeof standardNumbers

/** How many fen or units were typed; undefined when it is no number, or outside its bounds. */
export function readNumber(name: StandardNumber, text: string): number | undefined {
  const { unit, min, max }: NumberFacts = standardNumbers[name]
  const read = unit === '元' ? parseYuan(text) : readDecimal(text, 0)
  return read !== undefined && read >= min && read <= max ? read : undefined
}

/** A number as it stands in its field. */
export const numberText = (name: StandardNumber, value: number | null): string => {
  if (value === null) return ''
  return standardNumbers[name].unit === '元' ? plainYuan(fen(value)) : String(value)
}

/** What may be typed into a field, for whoever has typed something else. */
export function boundsText(name: StandardNumber): string {
  const { unit, min, max }: NumberFacts = standardNumbers[name]
  return unit === '元'
    ? texts.yuanBounds(formatYuan(fen(min)), formatYuan(fen(max)))
    : texts.bounds(min, max, unit)
}
