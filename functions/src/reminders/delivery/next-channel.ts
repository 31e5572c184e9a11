import type { DeliveryId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'

/** Where these did not reach anybody, the next channel of the notice has its turn; after the last one nothing has. */
export async function tryNextChannel(
  { tx, community, now }: Ctx,
  ended: readonly DeliveryId[],
): Promise<void> {
  if (ended.length === 0) return
  await tx.run`
    insert into delivery (community_id, notice_id, household_id, channel, lane, send_after)
    select d.community_id, d.notice_id, d.household_id, n.channels[array_position(n.channels, d.channel) + 1], d.lane, ${now}
      from delivery d join notice n on (n.community_id, n.id) = (d.community_id, d.notice_id)
     where d.community_id = ${community} and d.id = any(${ended}::bigint[])
       and array_position(n.channels, d.channel) < cardinality(n.channels)
    on conflict (community_id, notice_id, channel) do nothing`
}
