import { type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import type { NewServiceContract, ServiceContract } from '@anjiao/shared/contract/community'
import type { ServiceContractId } from '@anjiao/shared/ids'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { brokenConstraint } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'

/** A community has a handful in its life. */
const contractsMax = 50

/** The service contracts of a community (物业服务合同), newest first. */
export function listContracts({ tx, community }: Ctx): Promise<ServiceContract[]> {
  return tx.rows<ServiceContract>`
    select id, name, from_date, to_date, ended_on, fee_model, late_fee_clause, late_fee_daily_ppm, late_fee_after_days
      from service_contract where community_id = ${community} order by from_date desc, id desc limit ${contractsMax}`
}

/**
 * Enters a contract. A late fee needs the clause that agrees it (民法典 585); without one none is ever charged. Refused
 * as `contract-overlaps` when another contract covers some of its days.
 */
export async function enterContract(ctx: Ctx, contract: NewServiceContract): Promise<ServiceContract[]> {
  const { name, fromDate, toDate, feeModel, lateFee } = contract
  requireDays(fromDate, toDate)
  await ctx.tx.run`
    insert into service_contract (community_id, name, from_date, to_date, fee_model, late_fee_clause, late_fee_daily_ppm,
                                  late_fee_after_days)
    values (${ctx.community}, ${name}, ${fromDate}, ${toDate}, ${feeModel}, ${lateFee?.clause ?? null},
            ${lateFee?.dailyPpm ?? null}, ${lateFee?.afterDays ?? 0})`.catch(overlaps)
  await logAction(ctx, 'contract-entered', `service contract ${name}`, { fromDate, toDate: toDate ?? '' })
  return listContracts(ctx)
}

/** Says on which day the service under a contract ended (民法典 949): nothing is billed for time after it. */
export async function endContract(
  ctx: Ctx,
  id: ServiceContractId,
  endedOn: BusinessDate,
): Promise<ServiceContract[]> {
  const contract = await ctx.tx.maybe<{ fromDate: BusinessDate }>`
    select from_date from service_contract where (community_id, id) = (${ctx.community}, ${id})`
  if (!contract) throw new Refusal('not-found')
  requireDays(contract.fromDate, endedOn)
  await ctx.tx.run`
    update service_contract set ended_on = ${endedOn}
     where (community_id, id) = (${ctx.community}, ${id})`.catch(overlaps)
  await logAction(ctx, 'contract-ended', `service contract ${id}`, { endedOn })
  return listContracts(ctx)
}

/** The pattern of the contract lets `2026-02-30` pass; the calendar does not. */
function requireDays(from: BusinessDate, to: BusinessDate | null): void {
  if (to !== null && to < from) throw new Refusal('bad-input', { detail: '结束日期早于开始日期' })
  try {
    for (const day of [from, to]) if (day !== null) businessDate(day)
  } catch {
    throw new Refusal('bad-input', { detail: '日期不存在' })
  }
}

function overlaps(error: unknown): never {
  throw brokenConstraint(error) === 'service_contract_one_at_a_time'
    ? new Refusal('contract-overlaps')
    : error
}
