import { addDays, type BusinessDate, formatDate } from '@anjiao/shared/calendar'
import type { FeeStandard } from '@anjiao/shared/contract/fee-standards'
import type { FeeStandardId, PriceVersionId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { feeStandard } from './fee-standards.ts'
import { faultOf, type NewPrice } from './price.ts'

/**
 * Adds a price from a month on; what was charged before keeps its own (价格法 13: no charge but the published one).
 * Refused as `bad-input` when the price would leave something unpriced, `price-version-exists` when that day has one,
 * `price-already-billed` when time after that day was charged by the standard already, and `not-found`.
 */
export async function addPriceVersion(
  ctx: Ctx,
  standardId: FeeStandardId,
  price: NewPrice,
): Promise<FeeStandard> {
  const detail = faultOf(price)
  if (detail) throw new Refusal('bad-input', { detail })
  await feeStandard(ctx, standardId)
  await refuseBilled(ctx, standardId, price.fromDate)
  const versionId = await insert(ctx, standardId, price).catch((error: unknown) => {
    if (brokenConstraint(error) !== 'price_version_one_a_day') throw error
    throw new Refusal('price-version-exists', { date: formatDate(price.fromDate) })
  })
  await logAction(ctx, 'price-version-added', `fee standard ${standardId}`, {
    versionId,
    fromDate: price.fromDate,
    method: price.price.method,
    publishedAs: price.publishedAs,
  })
  return feeStandard(ctx, standardId)
}

async function refuseBilled(ctx: Ctx, standardId: FeeStandardId, fromDate: BusinessDate): Promise<void> {
  const { billedTo } = await ctx.tx.one<{ billedTo: BusinessDate | null }>`
    select max(c.to_date) as billed_to
      from charge c join price_version v on (v.community_id, v.id) = (c.community_id, c.price_version_id)
     where (v.community_id, v.standard_id) = (${ctx.community}, ${standardId}) and c.cancelled_by is null`
  if (billedTo === null || billedTo < fromDate) return
  throw new Refusal('price-already-billed', { date: formatDate(addDays(billedTo, 1)) })
}

async function insert(
  { tx, community }: Ctx,
  standardId: FeeStandardId,
  { fromDate, price, publishedAs }: NewPrice,
): Promise<PriceVersionId> {
  const rate = price.method === 'area' ? price.rate : null
  const fixedFen = price.method === 'fixed' ? price.fixedFen : null
  const tiers = price.method === 'tier' ? JSON.stringify(price.tiers) : null
  const { id } = await tx.one<{ id: PriceVersionId }>`
    insert into price_version (community_id, standard_id, from_date, method, rate, fixed_fen, tiers, published_as)
    values (${community}, ${standardId}, ${fromDate}, ${price.method}, ${rate}, ${fixedFen}, ${tiers}, ${publishedAs})
    returning id`
  return id
}
