import type { Period } from '@anjiao/shared/calendar'
import type { FinanceOverview } from '@anjiao/shared/contract/finance'
import { sumFen } from '@anjiao/shared/money'
import type { Ctx } from '../platform/context.ts'
import { moneyByDay, routesOf } from './money-by-day.ts'
import { openWork } from './open-work.ts'
import { requirePeriod } from './period.ts'

/** 财务总览: a period by day and way, and what waits. Refused as `finance-period`. */
export async function financeOverview(ctx: Ctx, period: Period): Promise<FinanceOverview> {
  requirePeriod(period)
  const days = await moneyByDay(ctx, period)
  return {
    days,
    routes: routesOf(days),
    receivedFen: sumFen(days.map(({ receivedFen }) => receivedFen)),
    returnedFen: sumFen(days.map(({ returnedFen }) => returnedFen)),
    feeFen: sumFen(days.map(({ feeFen }) => feeFen)),
    open: await openWork(ctx),
  }
}
