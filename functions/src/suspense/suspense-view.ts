import type { ResolvedSuspense, SuspenseItem } from '@anjiao/shared/contract/suspense'
import type { HouseholdId, PersonId, SuspenseItemId, SuspenseResolutionId } from '@anjiao/shared/ids'
import { leftStaff, type SuspenseState } from '@anjiao/shared/vocabulary'
import { holdsAnyOf } from '../identity/index.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { undoers } from './who-places.ts'

/** More than this at once means that something is broken, not that finance is slow. */
const itemsMost = 200

/** What is shown of the past. */
const resolvedMost = 100

export interface ViewedItem extends SuspenseItem {
  /** The home whose payment was tried. */
  readonly triedBy: HouseholdId | null
}

/** Items in a state, oldest first; some of them by id. */
export async function itemsIn(
  { tx, community }: Ctx,
  { state = null, ids = null }: { state?: SuspenseState | null; ids?: readonly SuspenseItemId[] | null },
): Promise<ViewedItem[]> {
  const items = await tx.rows<Omit<ViewedItem, 'paidAt'> & { paidAt: Date }>`
    select s.id, s.reason, s.amount_fen, s.paid_at, s.account = 'wechat' as of_wechat,
           case when s.account = 'wechat' then '微信支付' else coalesce(place.name, '') end as place_name,
           s.external_id as transaction_id, s.out_trade_no, s.payer_name, s.remark, home.room_name, a.household_id as tried_by
      from suspense_item s
      left join payment_attempt a on (a.community_id, a.id) = (s.community_id, s.attempt_id)
      left join home_name home on (home.community_id, home.household_id) = (a.community_id, a.household_id)
      left join money_place place on place.community_id = s.community_id and place.id::text = s.place and s.account <> 'wechat'
     where s.community_id = ${community} and (${state}::suspense_state is null or s.state = ${state})
       and (${ids}::bigint[] is null or s.id = any(${ids}::bigint[]))
     order by s.id limit ${itemsMost}`
  return items.map((item) => ({ ...item, paidAt: item.paidAt.toISOString() }))
}

type Stored = Omit<ResolvedSuspense, 'item' | 'resolvedAt' | 'takenBack' | 'mayTakeBack'> & {
  readonly itemId: SuspenseItemId
  readonly resolvedById: PersonId
  readonly resolvedAt: Date
  readonly takenBackAt: Date | null
  readonly takenBackBy: string | null
  readonly takenBackBecause: string | null
}

/** What was made of items, the last first; one of them by id. */
export async function resolvedIn(
  ctx: Ctx,
  only: SuspenseResolutionId | null = null,
): Promise<ResolvedSuspense[]> {
  const stored = await ctx.tx.rows<Stored>`
    select r.item_id, r.outcome, p.household_id, home.room_name, r.payment_id, receipt.number as receipt_number, r.reason, r.reference,
           r.resolved_at, r.resolved_by as resolved_by_id, coalesce(who.name, ${leftStaff}) as resolved_by,
           r.taken_back_at, coalesce(undone.name, ${leftStaff}) as taken_back_by, r.taken_back_because
      from suspense_resolution r
      left join payment p on (p.community_id, p.id) = (r.community_id, r.payment_id)
      left join receipt on (receipt.community_id, receipt.payment_id) = (p.community_id, p.id)
      left join home_name home on (home.community_id, home.household_id) = (p.community_id, p.household_id)
      left join staff who on (who.community_id, who.person_id) = (r.community_id, r.resolved_by)
      left join staff undone on (undone.community_id, undone.person_id) = (r.community_id, r.taken_back_by)
     where r.community_id = ${ctx.community} and (${only}::bigint is null or r.id = ${only})
     order by r.id desc limit ${resolvedMost}`
  const items = new Map(
    (await itemsIn(ctx, { ids: stored.map(({ itemId }) => itemId) })).map((item) => [item.id, item]),
  )
  return stored.flatMap((each) => shown(ctx, each, items.get(each.itemId)))
}

/** One resolution, as whoever made it is answered. */
export async function resolvedOf(ctx: Ctx, id: SuspenseResolutionId): Promise<ResolvedSuspense> {
  const [resolved] = await resolvedIn(ctx, id)
  if (!resolved) throw new Refusal('not-found')
  return resolved
}

function shown({ actor }: Ctx, stored: Stored, item: ViewedItem | undefined): ResolvedSuspense[] {
  if (!item) return []
  const { itemId: _, resolvedById, resolvedAt, takenBackAt, takenBackBy, takenBackBecause, ...rest } = stored
  const { triedBy: __, ...shownItem } = item
  const mayTakeBack =
    rest.outcome === 'placed' &&
    takenBackAt === null &&
    actor.kind === 'staff' &&
    actor.personId !== resolvedById &&
    holdsAnyOf(actor.roles, undoers)
  const takenBack = takenBackAt && {
    at: takenBackAt.toISOString(),
    by: takenBackBy ?? leftStaff,
    because: takenBackBecause ?? '',
  }
  return [{ ...rest, item: shownItem, resolvedAt: resolvedAt.toISOString(), takenBack, mayTakeBack }]
}
