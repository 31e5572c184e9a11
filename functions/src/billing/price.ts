import { businessDate, firstOfMonth } from '@anjiao/shared/calendar'
import type { billingApi } from '@anjiao/shared/contract/billing'
import type { RequestOf } from '@anjiao/shared/contract/endpoint'

type Request = RequestOf<
  (typeof billingApi)['POST /v1/staff/communities/:communityId/fee-standards/:standardId/versions']
>

/** A new price and from when on. */
export type NewPrice = Request['body']

export type Price = NewPrice['price']

/**
 * What is wrong with a price, in a sentence, or undefined. Tiers must price every quantity: each ends above the one
 * before, the last has no end, and they do not all cost nothing. A price begins with a month, as months are what it prices.
 */
export function faultOf({ fromDate, price }: NewPrice): string | undefined {
  if (!isDay(fromDate)) return `没有 ${fromDate} 这一天`
  if (fromDate !== firstOfMonth(fromDate)) return '新价格要从某个月的1日起执行'
  return price.method === 'tier' ? faultOfTiers(price.tiers) : undefined
}

function faultOfTiers(
  tiers: readonly { readonly upTo: number | null; readonly rate: number }[],
): string | undefined {
  let below = 0
  for (const [at, { upTo }] of tiers.entries()) {
    const last = at === tiers.length - 1
    if (last && upTo !== null) return '最后一档不能有上限，否则超出的用量没有价格'
    if (!last && upTo === null) return '只有最后一档可以没有上限'
    if (upTo !== null && upTo <= below) return '各档的上限要从低到高'
    below = upTo ?? below
  }
  return tiers.some(({ rate }) => rate > 0) ? undefined : '各档的价格不能都是零'
}

function isDay(text: string): boolean {
  try {
    return businessDate(text) === text
  } catch {
    return false
  }
}
