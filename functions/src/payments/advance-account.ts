import type { Advance } from '@anjiao/shared/contract/payments'
import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../platform/context.ts'
import { advanceRoom } from './advance-room.ts'

/** The newest movements shown; older ones are in the payments' history. */
const movementsMax = 100

/** What a household has paid ahead (预存), and how it came and went, newest first. */
export async function advanceAccount(ctx: Ctx, householdId: HouseholdId): Promise<Advance> {
  const { balanceFen } = await ctx.tx.one<Pick<Advance, 'balanceFen'>>`
    select advance_fen as balance_fen from household where (community_id, id) = (${ctx.community}, ${householdId})`
  const movements = await ctx.tx.rows<Advance['movements'][number]>`
    select e.business_date as date, e.kind, -p.amount_fen as amount_fen, e.memo
      from posting p join entry e on (e.community_id, e.id) = (p.community_id, p.entry_id)
     where (p.community_id, p.household_id) = (${ctx.community}, ${householdId}) and p.account = 'advance'
     order by p.id desc limit ${movementsMax}`
  return { balanceFen, limit: await limitOf(ctx, householdId), movements }
}

async function limitOf(ctx: Ctx, householdId: HouseholdId): Promise<Advance['limit']> {
  const room = await advanceRoom(ctx, householdId)
  if (!room) return null
  const { monthsMost, mostFen, publishedAs } = room.policy
  return { monthsMost, mostFen, publishedAs, homeMostFen: room.homeMostFen ?? null }
}
