import type { PriceVersion } from '@anjiao/shared/contract/fee-standards'
import { type Fen, fen, formatYuan } from '@anjiao/shared/money'
import { pricingWords } from '@anjiao/shared/pricing-words'
import { decimalText } from '../../../features/staff-numbers/decimal'
import type { NewPrice } from './price-draft'
import { formTexts as texts } from './texts'

type Price = NewPrice['price']
type Tier = Extract<Price, { method: 'tier' }>['tiers'][number]

/** A price in one line: `2.20 元/㎡·月`. */
export function priceWords(price: Price): string {
  if (price.method === 'area') return `${decimalText(price.rate, 4)} 元/㎡·月`
  if (price.method === 'fixed') return `${formatYuan(price.fixedFen)} 元/月`
  return price.tiers.map(tierWords).join('；')
}

/** `0–10：1.00 元`, `30 以上：3.00 元` */
function tierWords({ upTo, rate }: Tier, at: number, tiers: readonly Tier[]): string {
  const from = quantityText(at === 0 ? 0 : (tiers[at - 1]?.upTo ?? 0))
  const span = upTo === null ? `${from} 以上` : `${from}–${quantityText(upTo)}`
  return `${span}：${decimalText(rate, 4)} 元`
}

const quantityText = (hundredths: number): string => decimalText(hundredths, 2, 0)

/** The price of a version, as far as it is whole. */
export function priceOf({ method, rate, fixedFen, tiers }: PriceVersion): Price | undefined {
  if (method === 'area' && rate !== null) return { method, rate }
  if (method === 'fixed' && fixedFen !== null) return { method, fixedFen }
  if (method === 'tier' && tiers !== null) return { method, tiers }
  return undefined
}

const sampleAreaHundredths = 9860
const sampleQuantityHundredths = 2000

/** What a price comes to for an ordinary home, as its owner will read it: `2.20 元/㎡·月 × 98.60 ㎡ × 1 个月 = 216.92 元`. */
export function samplePricing(price: Price): { readonly lead: string; readonly formula: string } {
  const months = 1
  if (price.method === 'area') {
    const words = pricingWords({ ...price, areaHundredths: sampleAreaHundredths, months })
    return { lead: texts.sampleArea, formula: equation(words, toFen(price.rate * sampleAreaHundredths)) }
  }
  if (price.method === 'fixed') {
    const words = pricingWords({ ...price, quantityHundredths: 100, months })
    return { lead: texts.sampleFixed, formula: equation(words, price.fixedFen) }
  }
  const words = pricingWords({ ...price, quantityHundredths: sampleQuantityHundredths, months })
  return { lead: texts.sampleTier, formula: equation(words, tierSum(price.tiers)) }
}

const equation = (words: string, amount: Fen): string => texts.equals(words, formatYuan(amount))

/** From millionths of a yuan, half up. */
const toFen = (millionths: number): Fen => fen(Math.floor((millionths + 5000) / 10_000))

function tierSum(tiers: readonly Tier[]): Fen {
  let below = 0
  let millionths = 0
  for (const { upTo, rate } of tiers) {
    const to = Math.min(sampleQuantityHundredths, upTo ?? sampleQuantityHundredths)
    millionths += Math.max(0, to - below) * rate
    below = Math.max(below, to)
  }
  return toFen(millionths)
}
