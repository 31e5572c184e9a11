import type { Pricing } from './contract/billing.ts'
import { formatYuan } from './money.ts'

type LateFee = Extract<Pricing, { method: 'late_fee' }>
type Tiered = Extract<Pricing, { method: 'tier' }>

/** 计价说明. How an amount came about, in words and figures that its owner can check by hand: `2.20 元/㎡·月 × 98.60 ㎡ × 9 个月`. */
export function pricingWords(pricing: Pricing): string {
  switch (pricing.method) {
    case 'area':
      return `${decimal(pricing.rate, 4, 2)} 元/㎡·月 × ${decimal(pricing.areaHundredths, 2, 2)} ㎡ × ${pricing.months} 个月`
    case 'fixed':
      return `${formatYuan(pricing.fixedFen)} 元/月${times(pricing.quantityHundredths)} × ${pricing.months} 个月`
    case 'tier':
      return `${tierWords(pricing)} × ${pricing.months} 个月`
    case 'roll':
      return rollWords(pricing)
    case 'late_fee':
      return lateFeeWords(pricing)
  }
}

/** One unit goes without saying. */
const times = (quantityHundredths: number) =>
  quantityHundredths === 100 ? '' : ` × ${decimal(quantityHundredths, 2, 0)}`

/** Only the tiers that the quantity reached: `(1.00 元 × 10 + 2.00 元 × 5)`. */
function tierWords({ tiers, quantityHundredths }: Tiered): string {
  const parts: string[] = []
  let below = 0
  for (const { upTo, rate } of tiers) {
    const to = Math.min(quantityHundredths, upTo ?? quantityHundredths)
    if (to > below) parts.push(`${decimal(rate, 4, 2)} 元 × ${decimal(to - below, 2, 0)}`)
    below = Math.max(below, to)
  }
  return parts.length === 1 ? parts.join('') : `(${parts.join(' + ')})`
}

function rollWords({ chargedFen, paidBeforeFen, remark }: Extract<Pricing, { method: 'roll' }>): string {
  const paid = paidBeforeFen > 0 ? `，此前已缴 ${formatYuan(paidBeforeFen)} 元` : ''
  const note = remark ? `（${remark}）` : ''
  return `历史账单，应收 ${formatYuan(chargedFen)} 元${paid}${note}`
}

function lateFeeWords({ clause, dailyPpm, spans, capped }: LateFee): string {
  const sum = spans
    .map(({ openFen, days, lprYearlyPpm }) => {
      const rate =
        lprYearlyPpm === null
          ? `每日 ${decimal(dailyPpm, 4, 0)}%`
          : `LPR ${decimal(lprYearlyPpm, 4, 2)}% × 1.3 ÷ 365`
      return `${formatYuan(openFen)} 元 × ${rate} × ${days} 天`
    })
    .join(' + ')
  return `按${clause}：${sum}${capped ? '，以本金为限' : ''}`
}

/** A whole number of 10^-`places`, as people write it, with at least `shown` decimals: decimal(22000, 4, 2) = `2.20`. */
function decimal(value: number, places: number, shown: number): string {
  const digits = String(value).padStart(places + 1, '0')
  const fraction = digits.slice(-places).replace(/0+$/, '').padEnd(shown, '0')
  return digits.slice(0, -places) + (fraction && `.${fraction}`)
}
