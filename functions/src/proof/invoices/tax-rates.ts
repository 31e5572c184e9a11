import { type BusinessDate, dateOf, yearMonthDay } from '@anjiao/shared/calendar'
import type { TaxRate } from '@anjiao/shared/contract/invoices'
import type { FeeItemId, PersonId } from '@anjiao/shared/ids'
import type { TaxTreatment } from '@anjiao/shared/invoice-life'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { brokenConstraint } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Tax rates of a community by fee item, the newest day first; and the fee items there are. */
export async function taxRates({
  tx,
  community,
}: Ctx): Promise<{ rates: TaxRate[]; feeItems: { id: FeeItemId; name: string }[] }> {
  return {
    rates: await tx.rows<TaxRate>`
      select t.fee_item_id, i.name as fee_item, t.from_date, t.treatment, t.rate_bp
        from tax_rate t join fee_item i on (i.community_id, i.id) = (t.community_id, t.fee_item_id)
       where t.community_id = ${community} order by i.name, t.from_date desc`,
    feeItems: await tx.rows<{ id: FeeItemId; name: string }>`
      select id, name from fee_item where community_id = ${community} order by name`,
  }
}

export interface NewTaxRate {
  readonly feeItemId: FeeItemId
  readonly fromDate: BusinessDate
  readonly treatment: TaxTreatment
  readonly rateBp: number | null
}

/**
 * A tax rate from a day on; what applied before stays. Refused as `bad-input` when day and rate do not fit, `not-found` for no fee
 * item of the community, `tax-rate-exists` when that day has one.
 */
export async function setTaxRate(ctx: Ctx, by: PersonId, rate: NewTaxRate): Promise<TaxRate> {
  const { feeItemId, fromDate, treatment, rateBp } = rate
  if (dateOf(...yearMonthDay(fromDate)) !== fromDate) throw new Refusal('bad-input', { detail: '没有这一天' })
  if ((treatment === 'taxed') !== (rateBp !== null))
    throw new Refusal('bad-input', { detail: '征税的要填税率，不征税、免税的不填' })
  const item = await ctx.tx.maybe<{ name: string }>`
    select name from fee_item where (community_id, id) = (${ctx.community}, ${feeItemId})`
  if (!item) throw new Refusal('not-found')
  await ctx.tx.run`
    insert into tax_rate (community_id, fee_item_id, from_date, treatment, rate_bp, set_by, set_at)
    values (${ctx.community}, ${feeItemId}, ${fromDate}, ${treatment}, ${rateBp}, ${by}, ${ctx.now})`.catch(
    (error: unknown) => {
      throw brokenConstraint(error) === 'tax_rate_pkey'
        ? new Refusal('tax-rate-exists', { date: fromDate })
        : error
    },
  )
  await logAction(ctx, 'tax-rate-set', `fee-item:${feeItemId}`, { fromDate, treatment, rateBp: rateBp ?? 0 })
  return { feeItemId, feeItem: item.name, fromDate, treatment, rateBp }
}
