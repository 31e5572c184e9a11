import type { PersonId, SuspenseItemId } from '@anjiao/shared/ids'
import { leftStaff } from '@anjiao/shared/vocabulary'
import type { HeldAccount } from '../payments/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { PaymentMethod, SuspenseItemRow } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'

export type HeldItem = Pick<
  SuspenseItemRow,
  'id' | 'state' | 'place' | 'externalId' | 'amountFen' | 'paidAt' | 'entryId'
> & { readonly account: HeldAccount }

/** By which method somebody paid whose money lies there. */
export const methodOf = { wechat: 'wechat', bank: 'transfer', pos: 'pos' } as const satisfies Record<
  HeldAccount,
  PaymentMethod
>

export const subjectOf = (id: SuspenseItemId): string => `suspense item ${id}`

/** Locks an item, before the home that it may become a payment of. Refused as `not-found`. */
export async function lockItem({ tx, community }: Ctx, id: SuspenseItemId): Promise<HeldItem> {
  const item = await tx.maybe<HeldItem>`
    select id, state, account, place, external_id, amount_fen, paid_at, entry_id from suspense_item
     where (community_id, id) = (${community}, ${id}) for update`
  if (!item) throw new Refusal('not-found')
  return item
}

/** Refuses, as `suspense-resolved`, to end an item a second time. */
export async function refuseResolved({ tx, community }: Ctx, { id, state }: HeldItem): Promise<void> {
  if (state === 'open') return
  const by = await tx.maybe<{ name: string | null }>`
    select s.name
      from suspense_resolution r left join staff s on (s.community_id, s.person_id) = (r.community_id, r.resolved_by)
     where (r.community_id, r.item_id) = (${community}, ${id}) and r.taken_back_at is null`
  throw new Refusal('suspense-resolved', { by: by?.name ?? leftStaff })
}

/** Who ends an item, and under which key: the same once more ends nothing and answers the same. */
export interface Intent {
  readonly itemId: SuspenseItemId
  readonly resolvedBy: PersonId
  readonly intentKey: string
}
