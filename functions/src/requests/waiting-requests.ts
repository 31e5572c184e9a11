import { daysBetween } from '@anjiao/shared/calendar'
import type { WaitingRequest } from '@anjiao/shared/contract/requests'
import { waitingDisputes } from '../disputes/index.ts'
import { waitingDeferrals, waitingPlans } from '../plans/index.ts'
import type { Ctx } from '../platform/context.ts'
import { waitingReturns } from '../refunds/index.ts'
import { waitingRelief } from '../relief/index.ts'
import { waitingComplaints } from '../reminders/index.ts'

/** 待答复. Everything that residents asked and staff have to answer, of every kind, the most urgent first. */
export async function waitingRequests(ctx: Ctx): Promise<WaitingRequest[]> {
  const waiting = [
    ...(await waitingPlans(ctx)),
    ...(await waitingDeferrals(ctx)),
    ...(await waitingRelief(ctx)),
    ...(await waitingDisputes(ctx)),
    ...(await waitingReturns(ctx)),
    ...(await waitingComplaints(ctx)),
  ]
  return waiting
    .map((request) => ({ ...request, daysLeft: daysBetween(ctx.today, request.replyBy) }))
    .sort((a, b) => a.daysLeft - b.daysLeft || a.askedAt.localeCompare(b.askedAt))
}
