import { fen, formatYuan, parseYuan, plainYuan } from '@anjiao/shared/money'
import { readDecimal } from '../../../features/staff-numbers/decimal'
import { formTexts as texts } from './texts'

interface NumberFacts {
  readonly unit: '元' | '%' | '期' | '天' | '个月' | '次'
  readonly label: string
  readonly hint: string
  /** Inclusive; amounts in fen. The contract's, and what an ordinary community needs. */
  readonly min: number
  readonly max: number
}

const tenMillionYuan = 1_000_000_000

/** Every number of a policy: what it is called, and within which bounds it makes sense. */
export const policyNumbers = {
  arrearsMinFen: { unit: '元', ...texts.arrearsMin, min: 0, max: tenMillionYuan },
  overdueMonthsMin: { unit: '个月', ...texts.overdueMonths, min: 0, max: 60 },
  afterBrokenMonths: { unit: '个月', ...texts.afterBrokenMonths, min: 0, max: 60 },
  downPercent: { unit: '%', ...texts.downPercent, min: 0, max: 50 },
  instalmentsMax: { unit: '期', ...texts.instalmentsMax, min: 2, max: 60 },
  instalmentMinFen: { unit: '元', ...texts.instalmentMin, min: 0, max: tenMillionYuan },
  firstAfterDays: { unit: '天', ...texts.firstAfterDays, min: 1, max: 31 },
  termMonthsMax: { unit: '个月', ...texts.termMonthsMax, min: 1, max: 60 },
  atOnceMaxFen: { unit: '元', ...texts.atOnceMax, min: 0, max: tenMillionYuan },
  atOnceInstalmentsMax: { unit: '期', ...texts.atOnceInstalments, min: 0, max: 60 },
  replyDays: { unit: '天', ...texts.replyDays, min: 1, max: 30 },
  offerDays: { unit: '天', ...texts.offerDays, min: 1, max: 60 },
  graceDays: { unit: '天', ...texts.graceDays, min: 7, max: 60 },
  toleranceFen: { unit: '元', ...texts.tolerance, min: 0, max: tenMillionYuan },
  cureDays: { unit: '天', ...texts.cureDays, min: 0, max: 90 },
  movesMax: { unit: '次', ...texts.movesMax, min: 0, max: 12 },
  moveDaysMax: { unit: '天', ...texts.moveDaysMax, min: 1, max: 31 },
  deferralDaysMax: { unit: '天', ...texts.deferralDays, min: 0, max: 180 },
  deferralAtOnceDays: { unit: '天', ...texts.deferralAtOnce, min: 0, max: 180 },
  deferralsPerYear: { unit: '次', ...texts.deferralsPerYear, min: 0, max: 12 },
} as const satisfies Record<string, NumberFacts>

export type PolicyNumber = keyof typeof policyNumbers

/** How many fen or units were typed into the field of a number; undefined when it is none, or outside its bounds. */
export function readNumber(name: PolicyNumber, text: string): number | undefined {
  const { unit, min, max }: NumberFacts = policyNumbers[name]
  const read = unit === '元' ? parseYuan(text) : readDecimal(text, 0)
  return read !== undefined && read >= min && read <= max ? read : undefined
}

/** A number as it stands in its field. */
export const numberText = (name: PolicyNumber, value: number): string =>
  policyNumbers[name].unit === '元' ? plainYuan(fen(value)) : String(value)

/** What may be typed into a field, for whoever has typed something else. */
export function boundsText(name: PolicyNumber): string {
  const { unit, min, max }: NumberFacts = policyNumbers[name]
  return unit === '元'
    ? texts.yuanBounds(formatYuan(fen(min)), formatYuan(fen(max)))
    : texts.bounds(min, max, unit)
}
