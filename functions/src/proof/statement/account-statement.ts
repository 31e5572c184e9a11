import {
  addDays,
  type BusinessDate,
  dateOf,
  daysBetween,
  type Period,
  yearMonthDay,
} from '@anjiao/shared/calendar'
import type { AccountStatement } from '@anjiao/shared/contract/account-statements'
import type { HouseholdId } from '@anjiao/shared/ids'
import { householdAsOf, householdMovements } from '../../ledger/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Five years: longer ones are asked for year by year. */
const daysMost = 1_827
/** About fifty pages. */
export const movementsMost = 2_000

/**
 * The statement of account (对账单) of a home for a period, from the books alone: what it owed and had paid ahead before, all
 * that moved either, and what it owes and has paid ahead after. Refused as `not-found`, as `statement-period` when the days
 * make no period, or too long a one, and as `statement-too-long` when more moved than a paper holds.
 */
export async function accountStatement(
  ctx: Ctx,
  householdId: HouseholdId,
  period: Period,
): Promise<AccountStatement> {
  const { from, to } = period
  if (!isDay(from) || !isDay(to) || to < from || daysBetween(from, to) >= daysMost)
    throw new Refusal('statement-period')
  const movements = await householdMovements(ctx, householdId, period, movementsMost + 1)
  if (movements.length > movementsMost) throw new Refusal('statement-too-long', { limit: movementsMost })
  return {
    ...(await homeOf(ctx, householdId)),
    from,
    to,
    opening: await householdAsOf(ctx, householdId, addDays(from, -1)),
    closing: await householdAsOf(ctx, householdId, to),
    movements,
  }
}

const isDay = (day: BusinessDate): boolean => dateOf(...yearMonthDay(day)) === day

type Home = Pick<AccountStatement, 'company' | 'community' | 'roomName' | 'ownerMasked'>

async function homeOf({ tx, community }: Ctx, householdId: HouseholdId): Promise<Home> {
  const home = await tx.maybe<Home>`
    select y.name as company, m.name as community, home.room_name, home.owner_masked
      from home_name home
      join community m on m.id = home.community_id
      join company y on y.id = m.company_id
     where (home.community_id, home.household_id) = (${community}, ${householdId})`
  if (!home) throw new Refusal('not-found')
  return home
}
