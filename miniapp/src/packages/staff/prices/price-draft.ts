import type { BusinessDate } from '@anjiao/shared/calendar'
import { parseYuan } from '@anjiao/shared/money'
import type { PriceMethod } from '@anjiao/shared/vocabulary'
import { readDecimal } from '../../../features/staff-numbers/decimal'
import type { Request } from '../../../platform/call'
import { formTexts as texts } from './texts'

export type NewPrice =
  Request<'POST /v1/staff/communities/:communityId/fee-standards/:standardId/versions'>['body']
type Price = NewPrice['price']
type Tiers = Extract<Price, { method: 'tier' }>['tiers']

export interface TierDraft {
  readonly upTo: string
  readonly rate: string
}

/** A new price as it is being typed. */
export interface PriceDraft {
  readonly method: PriceMethod
  readonly rate: string
  readonly fixed: string
  readonly tiers: readonly TierDraft[]
  readonly fromDate: BusinessDate
  readonly publishedAs: string
}

/** What was typed as a price, or what is wrong with it; undefined while nothing has been typed. */
export function readPrice(draft: PriceDraft): Price | { readonly wrong: string } | undefined {
  switch (draft.method) {
    case 'area': {
      if (draft.rate.trim() === '') return undefined
      const rate = readDecimal(draft.rate, 4)
      return rate ? { method: 'area', rate } : { wrong: texts.badRate }
    }
    case 'fixed': {
      if (draft.fixed.trim() === '') return undefined
      const fixedFen = parseYuan(draft.fixed)
      return fixedFen !== undefined && fixedFen > 0
        ? { method: 'fixed', fixedFen }
        : { wrong: texts.badFixed }
    }
    case 'tier': {
      if (draft.tiers.every(({ rate }) => rate.trim() === '')) return undefined
      const tiers = readTiers(draft.tiers)
      return tiers ? { method: 'tier', tiers } : { wrong: texts.badTier }
    }
  }
}

/** Each tier ends above the one before it, the last has no end, and not all are free. */
function readTiers(drafts: readonly TierDraft[]): Tiers | undefined {
  const tiers: Tiers = []
  let below = 0
  for (const [at, draft] of drafts.entries()) {
    const isLast = at === drafts.length - 1
    const upTo = isLast ? null : readDecimal(draft.upTo, 2)
    const rate = readDecimal(draft.rate, 4)
    if (rate === undefined || upTo === undefined || (upTo !== null && upTo <= below)) return undefined
    if (isLast && draft.upTo.trim() !== '') return undefined
    below = upTo ?? below
    tiers.push({ upTo, rate })
  }
  return tiers.some(({ rate }) => rate > 0) ? tiers : undefined
}
